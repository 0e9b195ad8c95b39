/** The forward pass of eight neurons: wₖ·xᵢ for every sample, four samples at a time. */
import { a, BLOCK, GROUP, groupOfInputs, rowOfNeurons, s, samples, w, x, z } from "./arrays";
import { multiplyAdd } from "./vectors";

/** wₖ·xᵢ into z; if `rectified`, relu(wₖ·xᵢ), and aₖ relu(wₖ·xᵢ) is added to the sums s. */
// @ts-ignore: decorator
@inline
function forward(block: usize, rectified: bool): void {
  // Locals, since the compiler must assume that a global changes with every store.
  const nextWeights = rowOfNeurons, inputsEnd = x + (samples >> 2) * groupOfInputs, inputsOfGroup = groupOfInputs;
  const zero = f32x4.splat(0);
  const a0 = v128.load(a + block), a1 = v128.load(a + block, 16);
  const firstWeights = w + block;
  let row = z + block * samples, sums = s;
  for (let inputs = x; inputs < inputsEnd;) {
    let p0 = zero, p1 = zero, p2 = zero, p3 = zero, q0 = zero, q1 = zero, q2 = zero, q3 = zero;
    let weights = firstWeights;
    const next = inputs + inputsOfGroup;
    for (; inputs < next; inputs += GROUP) {
      const w0 = v128.load(weights), w1 = v128.load(weights, 16);
      let input = v128.load32_splat(inputs);
      p0 = multiplyAdd(input, w0, p0); q0 = multiplyAdd(input, w1, q0);
      input = v128.load32_splat(inputs, 4);
      p1 = multiplyAdd(input, w0, p1); q1 = multiplyAdd(input, w1, q1);
      input = v128.load32_splat(inputs, 8);
      p2 = multiplyAdd(input, w0, p2); q2 = multiplyAdd(input, w1, q2);
      input = v128.load32_splat(inputs, 12);
      p3 = multiplyAdd(input, w0, p3); q3 = multiplyAdd(input, w1, q3);
      weights += nextWeights;
    }
    if (rectified) {
      p0 = f32x4.pmax(zero, p0); p1 = f32x4.pmax(zero, p1); p2 = f32x4.pmax(zero, p2); p3 = f32x4.pmax(zero, p3);
      q0 = f32x4.pmax(zero, q0); q1 = f32x4.pmax(zero, q1); q2 = f32x4.pmax(zero, q2); q3 = f32x4.pmax(zero, q3);
      v128.store(sums, multiplyAdd(a1, q0, multiplyAdd(a0, p0, v128.load(sums))));
      v128.store(sums, multiplyAdd(a1, q1, multiplyAdd(a0, p1, v128.load(sums, 16))), 16);
      v128.store(sums, multiplyAdd(a1, q2, multiplyAdd(a0, p2, v128.load(sums, 32))), 32);
      v128.store(sums, multiplyAdd(a1, q3, multiplyAdd(a0, p3, v128.load(sums, 48))), 48);
      sums += 4 * GROUP;
    }
    v128.store(row, p0); v128.store(row, q0, 16);
    v128.store(row, p1, 32); v128.store(row, q1, 48);
    v128.store(row, p2, 64); v128.store(row, q2, 80);
    v128.store(row, p3, 96); v128.store(row, q3, 112);
    row += 4 * BLOCK;
  }
}

/** wₖ·xᵢ of eight neurons for all samples, into z. */
export function preactivate(block: usize): void {
  forward(block, false);
}

/** relu(wₖ·xᵢ) of eight neurons for all samples, into z; adds aₖ relu(wₖ·xᵢ) to the sums s. */
export function rectify(block: usize): void {
  forward(block, true);
}
