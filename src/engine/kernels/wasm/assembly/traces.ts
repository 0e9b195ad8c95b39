/** What the adaptive rule asks of the activations: Σ σ² and Σ a²σ′²|x|² over samples and neurons, four lanes each. */
import { a, BLOCK, counts, norms, samples, slopes, z } from "./arrays";
import { multiplyAdd } from "./vectors";

export let outputTrace: v128, inputTrace: v128;

/** Before the first block of neurons. */
export function resetTraces(): void {
  outputTrace = f32x4.splat(0);
  inputTrace = f32x4.splat(0);
}

/** σ² of one sample and eight neurons, in pairs. σ(0) may not be zero: a sample of the padding counts for nothing. */
// @ts-ignore: decorator
@inline
function squaredValues(row: usize, count: usize, general: bool): v128 {
  let value0 = v128.load(row), value1 = v128.load(row, 16);
  if (general) {
    const one = v128.load32_splat(count);
    value0 = f32x4.mul(value0, one);
    value1 = f32x4.mul(value1, one);
  }
  return multiplyAdd(value1, value1, f32x4.mul(value0, value0));
}

/** a²σ′² of one sample and eight neurons, in pairs. */
// @ts-ignore: decorator
@inline
function squaredSlopes(row: usize, slope: usize, squared0: v128, squared1: v128, general: bool): v128 {
  if (general) {
    const slope0 = v128.load(slope), slope1 = v128.load(slope, 16);
    return multiplyAdd(f32x4.mul(slope0, slope0), squared0, f32x4.mul(f32x4.mul(slope1, slope1), squared1));
  }
  const zero = f32x4.splat(0);
  const active0 = v128.and(squared0, f32x4.gt(v128.load(row), zero));
  return f32x4.add(active0, v128.and(squared1, f32x4.gt(v128.load(row, 16), zero)));
}

/** Adds the part of eight neurons, whose activations are in z; `general` is any activation but ReLU. */
// @ts-ignore: decorator
@inline
function add(block: usize, general: bool): void {
  let outputSquares = outputTrace, inputSquares = inputTrace;
  const a0 = v128.load(a + block), a1 = v128.load(a + block, 16);
  const squared0 = f32x4.mul(a0, a0), squared1 = f32x4.mul(a1, a1);
  let row = z + block * samples, slope = slopes + block * samples, count = counts, norm = norms;
  for (const end = norms + (samples << 2); norm < end; norm += 16) {
    let squares = squaredSlopes(row, slope, squared0, squared1, general);
    inputSquares = multiplyAdd(squares, v128.load32_splat(norm), inputSquares);
    squares = squaredSlopes(row + BLOCK, slope + BLOCK, squared0, squared1, general);
    inputSquares = multiplyAdd(squares, v128.load32_splat(norm, 4), inputSquares);
    squares = squaredSlopes(row + 2 * BLOCK, slope + 2 * BLOCK, squared0, squared1, general);
    inputSquares = multiplyAdd(squares, v128.load32_splat(norm, 8), inputSquares);
    squares = squaredSlopes(row + 3 * BLOCK, slope + 3 * BLOCK, squared0, squared1, general);
    inputSquares = multiplyAdd(squares, v128.load32_splat(norm, 12), inputSquares);
    const first = f32x4.add(squaredValues(row, count, general), squaredValues(row + BLOCK, count + 4, general));
    const second = f32x4.add(
      squaredValues(row + 2 * BLOCK, count + 8, general), squaredValues(row + 3 * BLOCK, count + 12, general),
    );
    outputSquares = f32x4.add(outputSquares, f32x4.add(first, second));
    row += 4 * BLOCK;
    slope += 4 * BLOCK;
    count += 16;
  }
  outputTrace = outputSquares;
  inputTrace = inputSquares;
}

export function addRectifiedTraces(block: usize): void {
  add(block, false);
}

export function addTraces(block: usize): void {
  add(block, true);
}
