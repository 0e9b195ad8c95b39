/**
 * K steps of full-batch gradient descent of one two-layer ReLU network in strict 128-bit SIMD (AssemblyScript).
 * The definition of every quantity is ../../../reference.ts; here is only how it is computed.
 *
 * Strict means: multiply, then add, in an order that this file fixes. No fused or relaxed operation, no threads, and
 * so the same bits on every machine. One pass over the neurons does both the update of step k and the forward pass of
 * step k + 1, since each block of eight neurons needs nothing but the residuals from its neighbours.
 *
 * Memory, all float32, all 16-byte aligned, laid out by the caller:
 *   w [d, m]   a [m]   x [n, d]   y [n]   norms [n] = |xᵢ|²   s [n, 4] scratch   e [n] scratch   z [n, m] scratch
 *   risks [K]  timeSteps [K]
 * m is a multiple of 8 and n of 4; what pads them is zero, and stays zero because σ(0) = σ′(0) = 0.
 */

const BLOCK: usize = 32; // bytes of eight neurons
const DIVERGED_RISK: f32 = 1e30;
const STEP_FRACTION: f32 = 0.5;

// Where the arrays of the current call are, and its sizes: set once a call by `descend`.
let w: usize, a: usize, x: usize, norms: usize, s: usize, e: usize, z: usize;
let n: i32, rowOfNeurons: usize, rowOfInputs: usize;
// Sums over samples and neurons of σ² and of a²σ′²|x|², four lanes each.
let outputTrace: v128, inputTrace: v128;

// @ts-ignore: decorator
@inline
function multiplyAdd(p: v128, q: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(p, q));
}

// @ts-ignore: decorator
@inline
function sumOfLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/** aₖ²σ′² of eight neurons with activations p and q, summed in pairs. */
// @ts-ignore: decorator
@inline
function activeSquares(p: v128, q: v128, squared0: v128, squared1: v128): v128 {
  const zero = f32x4.splat(0);
  return f32x4.add(v128.and(squared0, f32x4.gt(p, zero)), v128.and(squared1, f32x4.gt(q, zero)));
}

/** σ(wₖ·xᵢ) of eight neurons for all samples, into z; adds aₖσ to the sums s and the squares to the traces. */
// @ts-ignore: decorator
@inline
function forward(block: usize, adaptive: bool): void {
  // Locals, since the compiler must assume that a global changes with every store.
  const samples = n, nextInputs = rowOfInputs, nextNeurons = rowOfNeurons, inputs = x, activations = z;
  const zero = f32x4.splat(0);
  let outputSquares = outputTrace, inputSquares = inputTrace;
  const a0 = v128.load(a + block), a1 = v128.load(a + block, 16);
  const squared0 = f32x4.mul(a0, a0), squared1 = f32x4.mul(a1, a1);
  for (let i = 0; i < samples; i += 4) {
    const x0 = inputs + <usize>i * nextInputs, x1 = x0 + nextInputs, x2 = x1 + nextInputs, x3 = x2 + nextInputs;
    let p0 = zero, p1 = zero, p2 = zero, p3 = zero, q0 = zero, q1 = zero, q2 = zero, q3 = zero;
    let weights = w + block;
    for (let j: usize = 0; j < nextInputs; j += 4) {
      const w0 = v128.load(weights), w1 = v128.load(weights, 16);
      let input = v128.load32_splat(x0 + j);
      p0 = multiplyAdd(input, w0, p0); q0 = multiplyAdd(input, w1, q0);
      input = v128.load32_splat(x1 + j);
      p1 = multiplyAdd(input, w0, p1); q1 = multiplyAdd(input, w1, q1);
      input = v128.load32_splat(x2 + j);
      p2 = multiplyAdd(input, w0, p2); q2 = multiplyAdd(input, w1, q2);
      input = v128.load32_splat(x3 + j);
      p3 = multiplyAdd(input, w0, p3); q3 = multiplyAdd(input, w1, q3);
      weights += nextNeurons;
    }
    p0 = f32x4.pmax(zero, p0); p1 = f32x4.pmax(zero, p1); p2 = f32x4.pmax(zero, p2); p3 = f32x4.pmax(zero, p3);
    q0 = f32x4.pmax(zero, q0); q1 = f32x4.pmax(zero, q1); q2 = f32x4.pmax(zero, q2); q3 = f32x4.pmax(zero, q3);
    let row = activations + <usize>i * nextNeurons + block;
    v128.store(row, p0); v128.store(row, q0, 16); row += nextNeurons;
    v128.store(row, p1); v128.store(row, q1, 16); row += nextNeurons;
    v128.store(row, p2); v128.store(row, q2, 16); row += nextNeurons;
    v128.store(row, p3); v128.store(row, q3, 16);
    const sums = s + (<usize>i << 4);
    v128.store(sums, multiplyAdd(a1, q0, multiplyAdd(a0, p0, v128.load(sums))));
    v128.store(sums, multiplyAdd(a1, q1, multiplyAdd(a0, p1, v128.load(sums, 16))), 16);
    v128.store(sums, multiplyAdd(a1, q2, multiplyAdd(a0, p2, v128.load(sums, 32))), 32);
    v128.store(sums, multiplyAdd(a1, q3, multiplyAdd(a0, p3, v128.load(sums, 48))), 48);
    if (adaptive) {
      const norm = norms + (<usize>i << 2);
      inputSquares = multiplyAdd(activeSquares(p0, q0, squared0, squared1), v128.load32_splat(norm), inputSquares);
      inputSquares = multiplyAdd(activeSquares(p1, q1, squared0, squared1), v128.load32_splat(norm, 4), inputSquares);
      inputSquares = multiplyAdd(activeSquares(p2, q2, squared0, squared1), v128.load32_splat(norm, 8), inputSquares);
      inputSquares = multiplyAdd(activeSquares(p3, q3, squared0, squared1), v128.load32_splat(norm, 12), inputSquares);
      p0 = multiplyAdd(q0, q0, f32x4.mul(p0, p0)); p1 = multiplyAdd(q1, q1, f32x4.mul(p1, p1));
      p2 = multiplyAdd(q2, q2, f32x4.mul(p2, p2)); p3 = multiplyAdd(q3, q3, f32x4.mul(p3, p3));
      outputSquares = f32x4.add(outputSquares, f32x4.add(f32x4.add(p0, p1), f32x4.add(p2, p3)));
    }
  }
  if (adaptive) {
    outputTrace = outputSquares;
    inputTrace = inputSquares;
  }
}

/** a −= outputStep Σᵢ eᵢσ and w −= inputStep a Σᵢ eᵢσ′xᵢ for eight neurons; turns their part of z into eᵢσ′. */
// @ts-ignore: decorator
@inline
function update(block: usize, outputStep: v128, inputStep: v128): void {
  const samples = n, nextInputs = rowOfInputs, nextNeurons = rowOfNeurons, firstRow = z + block;
  const zero = f32x4.splat(0);
  const a0 = v128.load(a + block), a1 = v128.load(a + block, 16);
  let g0 = zero, g1 = zero;
  let first = firstRow;
  for (let i = 0; i < samples; i++) {
    const residual = v128.load32_splat(e + (<usize>i << 2));
    const z0 = v128.load(first), z1 = v128.load(first, 16);
    g0 = multiplyAdd(residual, z0, g0);
    g1 = multiplyAdd(residual, z1, g1);
    v128.store(first, v128.and(residual, f32x4.gt(z0, zero)));
    v128.store(first, v128.and(residual, f32x4.gt(z1, zero)), 16);
    first += nextNeurons;
  }
  v128.store(a + block, f32x4.sub(a0, f32x4.mul(outputStep, g0)));
  v128.store(a + block, f32x4.sub(a1, f32x4.mul(outputStep, g1)), 16);
  const step0 = f32x4.mul(inputStep, a0), step1 = f32x4.mul(inputStep, a1);
  let j: usize = 0;
  for (; j + 16 <= nextInputs; j += 16) {
    let p0 = zero, p1 = zero, p2 = zero, p3 = zero, q0 = zero, q1 = zero, q2 = zero, q3 = zero;
    let row = firstRow, inputs = x + j;
    for (let i = 0; i < samples; i++) {
      const z0 = v128.load(row), z1 = v128.load(row, 16);
      let input = v128.load32_splat(inputs);
      p0 = multiplyAdd(input, z0, p0); q0 = multiplyAdd(input, z1, q0);
      input = v128.load32_splat(inputs, 4);
      p1 = multiplyAdd(input, z0, p1); q1 = multiplyAdd(input, z1, q1);
      input = v128.load32_splat(inputs, 8);
      p2 = multiplyAdd(input, z0, p2); q2 = multiplyAdd(input, z1, q2);
      input = v128.load32_splat(inputs, 12);
      p3 = multiplyAdd(input, z0, p3); q3 = multiplyAdd(input, z1, q3);
      row += nextNeurons;
      inputs += nextInputs;
    }
    let weights = w + (j >> 2) * nextNeurons + block;
    descendWeights(weights, step0, step1, p0, q0); weights += nextNeurons;
    descendWeights(weights, step0, step1, p1, q1); weights += nextNeurons;
    descendWeights(weights, step0, step1, p2, q2); weights += nextNeurons;
    descendWeights(weights, step0, step1, p3, q3);
  }
  for (; j < nextInputs; j += 4) {
    let p0 = zero, q0 = zero;
    let row = firstRow, inputs = x + j;
    for (let i = 0; i < samples; i++) {
      const input = v128.load32_splat(inputs);
      p0 = multiplyAdd(input, v128.load(row), p0);
      q0 = multiplyAdd(input, v128.load(row, 16), q0);
      row += nextNeurons;
      inputs += nextInputs;
    }
    descendWeights(w + (j >> 2) * nextNeurons + block, step0, step1, p0, q0);
  }
}

// @ts-ignore: decorator
@inline
function descendWeights(weights: usize, step0: v128, step1: v128, p: v128, q: v128): void {
  v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(step0, p)));
  v128.store(weights, f32x4.sub(v128.load(weights, 16), f32x4.mul(step1, q)), 16);
}

function clearSums(): void {
  memory.fill(s, 0, <usize>n << 4);
  outputTrace = f32x4.splat(0);
  inputTrace = f32x4.splat(0);
}

/** Residuals from the sums, into e; returns Σ e². */
function residuals(y: usize, samples: i32, outputFactor: f32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < samples; i++) {
    const at = <usize>i << 2;
    const residual = outputFactor * sumOfLanes(v128.load(s + (at << 2))) - load<f32>(y + at);
    store<f32>(e + at, residual);
    sum += residual * residual;
  }
  return sum;
}

/** 1/n Σ |eᵢ||xᵢ|. */
function drive(samples: i32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < samples; i++) {
    const at = <usize>i << 2;
    sum += Mathf.abs(load<f32>(e + at)) * Mathf.sqrt(load<f32>(norms + at));
  }
  return sum / <f32>samples;
}

/** Runs the steps and returns how many updates were made. `samples` is n without its padding. */
export function descend(
  wAt: usize, aAt: usize, xAt: usize, yAt: usize, normsAt: usize, sAt: usize, eAt: usize, zAt: usize,
  risks: usize, timeSteps: usize,
  samples: i32, inputDimension: i32, neurons: i32, steps: i32, adaptive: bool,
  outputFactor: f32, outputRate: f32, inputRate: f32, largestTimeStep: f32, targetRisk: f32,
): i32 {
  w = wAt; a = aAt; x = xAt; norms = normsAt; s = sAt; e = eAt; z = zAt;
  n = (samples + 3) & ~3;
  rowOfNeurons = <usize>neurons << 2;
  rowOfInputs = <usize>inputDimension << 2;
  const perSample = outputFactor / <f32>samples;
  const growthFactor = outputFactor * Mathf.sqrt(outputRate * inputRate);

  clearSums();
  for (let block: usize = 0; block < rowOfNeurons; block += BLOCK) {
    if (adaptive) forward(block, true);
    else forward(block, false);
  }
  for (let step = 0; step < steps; step++) {
    const risk = residuals(yAt, samples, outputFactor) / (2 * <f32>samples);
    if (risk <= targetRisk || !(risk < DIVERGED_RISK)) {
      for (let rest = step; rest < steps; rest++) {
        store<f32>(risks + (<usize>rest << 2), risk);
        store<f32>(timeSteps + (<usize>rest << 2), 0);
      }
      return step;
    }
    let timeStep = largestTimeStep;
    if (adaptive) {
      const trace = outputFactor * perSample * (outputRate * sumOfLanes(outputTrace) + inputRate * sumOfLanes(inputTrace));
      const fastest = Mathf.max(trace, growthFactor * drive(samples));
      timeStep = Mathf.min(largestTimeStep, STEP_FRACTION / fastest);
    }
    store<f32>(risks + (<usize>step << 2), risk);
    store<f32>(timeSteps + (<usize>step << 2), timeStep);
    const outputStep = f32x4.splat(timeStep * outputRate * perSample);
    const inputStep = f32x4.splat(timeStep * inputRate * perSample);
    clearSums();
    if (step == steps - 1) {
      for (let block: usize = 0; block < rowOfNeurons; block += BLOCK) update(block, outputStep, inputStep);
    } else if (adaptive) {
      for (let block: usize = 0; block < rowOfNeurons; block += BLOCK) {
        update(block, outputStep, inputStep);
        forward(block, true);
      }
    } else {
      for (let block: usize = 0; block < rowOfNeurons; block += BLOCK) {
        update(block, outputStep, inputStep);
        forward(block, false);
      }
    }
  }
  return steps;
}
