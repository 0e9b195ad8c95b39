/**
 * K steps on the full sample of one two-layer network in strict 128-bit SIMD (AssemblyScript). The definition of every
 * quantity is ../../../reference.ts; here is only how it is computed.
 *
 * Strict means: multiply, then add, in an order that this file fixes. No fused or relaxed operation, no threads, and
 * so the same bits on every machine. One pass over the neurons does both the update of step k and the forward pass of
 * step k + 1, since each block of eight neurons needs nothing but the pulls of the samples from its neighbours.
 *
 * Memory, all float32, all 16-byte aligned, laid out by the caller:
 *   w [d, m]   a [m]   x [n, d]   y [n]   norms [n] = |xᵢ|²   counts [n] = 1   s [n, 4] scratch   e [n] scratch
 *   z [n, m] scratch   slopes [n, m] scratch, not for ReLU   neuronMask [m], all bits set   moments [2, d + 1, m], for Adam
 *   risks [K]  timeSteps [K]
 * m is a multiple of 8 and n of 4. What pads them is zero: a neuron of the padding has no activation, a sample of the
 * padding no pull and no part in the trace.
 */
import {
  exponentialFor, multiplyAdd, reciprocalFor, RELU, slopeOf, sumOfLanes, valueOf,
} from "./vectors";

const BLOCK: usize = 32; // bytes of eight neurons
const DIVERGED_RISK: f32 = 1e30;
const STEP_FRACTION: f32 = 0.5;
const HINGE: i32 = 1;

// Where the arrays of the current call are, its sizes and its rule: set once a call by `descend`.
let w: usize, a: usize, x: usize, norms: usize, counts: usize, s: usize, e: usize, z: usize, slopes: usize;
let neuronMask: usize, moments: usize;
let n: i32, rowOfNeurons: usize, rowOfInputs: usize;
let activation: i32, isAdam: bool;
// Sums over samples and neurons of σ² and of a²σ′²|x|², four lanes each.
let outputTrace: v128, inputTrace: v128;
// Of the current step: Δt ρ κ/n for gradient descent; Δt ρ and the rest for Adam.
let outputStep: v128, inputStep: v128, perSampleFactor: v128;
let beta1: v128, beta2: v128, oneMinusBeta1: v128, oneMinusBeta2: v128, epsilon: v128;
let firstCorrection: v128, secondCorrection: v128;

/** aₖ²σ′² of eight neurons with activations p and q, summed in pairs. */
// @ts-ignore: decorator
@inline
function activeSquares(p: v128, q: v128, squared0: v128, squared1: v128): v128 {
  const zero = f32x4.splat(0);
  return f32x4.add(v128.and(squared0, f32x4.gt(p, zero)), v128.and(squared1, f32x4.gt(q, zero)));
}

/** Value of a preactivation, its slope kept at `slopeAt`; a neuron of the padding gets neither. Too long to be inlined. */
function activate(kind: i32, preactivation: v128, slopeAt: usize, mask: v128): v128 {
  const exponential = exponentialFor(kind, preactivation);
  const reciprocal = reciprocalFor(exponential);
  v128.store(slopeAt, v128.and(slopeOf(kind, preactivation, exponential, reciprocal), mask));
  return v128.and(valueOf(kind, preactivation, exponential, reciprocal), mask);
}

/** Σ over eight neurons, in pairs, of a²σ′². */
// @ts-ignore: decorator
@inline
function squaredSlopes(slopeAt: usize, squared0: v128, squared1: v128): v128 {
  const slope0 = v128.load(slopeAt), slope1 = v128.load(slopeAt, 16);
  return multiplyAdd(f32x4.mul(slope0, slope0), squared0, f32x4.mul(f32x4.mul(slope1, slope1), squared1));
}

/**
 * σ(wₖ·xᵢ) of eight neurons for all samples, into z; adds aₖσ to the sums s and the squares to the traces.
 * `general` stands for any activation but ReLU, whose slope is known from its value.
 */
// @ts-ignore: decorator
@inline
function forward(block: usize, adaptive: bool, general: bool): void {
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
    let slope = slopes + <usize>i * nextNeurons + block;
    if (general) {
      const kind = activation, mask0 = v128.load(neuronMask + block), mask1 = v128.load(neuronMask + block, 16);
      p0 = activate(kind, p0, slope, mask0); q0 = activate(kind, q0, slope + 16, mask1); slope += nextNeurons;
      p1 = activate(kind, p1, slope, mask0); q1 = activate(kind, q1, slope + 16, mask1); slope += nextNeurons;
      p2 = activate(kind, p2, slope, mask0); q2 = activate(kind, q2, slope + 16, mask1); slope += nextNeurons;
      p3 = activate(kind, p3, slope, mask0); q3 = activate(kind, q3, slope + 16, mask1);
    } else {
      p0 = f32x4.pmax(zero, p0); p1 = f32x4.pmax(zero, p1); p2 = f32x4.pmax(zero, p2); p3 = f32x4.pmax(zero, p3);
      q0 = f32x4.pmax(zero, q0); q1 = f32x4.pmax(zero, q1); q2 = f32x4.pmax(zero, q2); q3 = f32x4.pmax(zero, q3);
    }
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
      if (general) {
        slope = slopes + <usize>i * nextNeurons + block;
        inputSquares = multiplyAdd(squaredSlopes(slope, squared0, squared1), v128.load32_splat(norm), inputSquares);
        slope += nextNeurons;
        inputSquares = multiplyAdd(squaredSlopes(slope, squared0, squared1), v128.load32_splat(norm, 4), inputSquares);
        slope += nextNeurons;
        inputSquares = multiplyAdd(squaredSlopes(slope, squared0, squared1), v128.load32_splat(norm, 8), inputSquares);
        slope += nextNeurons;
        inputSquares = multiplyAdd(squaredSlopes(slope, squared0, squared1), v128.load32_splat(norm, 12), inputSquares);
        // σ(0) may not be zero: samples of the padding count for nothing.
        const count = counts + (<usize>i << 2);
        p1 = f32x4.mul(p1, v128.load32_splat(count, 4)); q1 = f32x4.mul(q1, v128.load32_splat(count, 4));
        p2 = f32x4.mul(p2, v128.load32_splat(count, 8)); q2 = f32x4.mul(q2, v128.load32_splat(count, 8));
        p3 = f32x4.mul(p3, v128.load32_splat(count, 12)); q3 = f32x4.mul(q3, v128.load32_splat(count, 12));
      } else {
        inputSquares = multiplyAdd(activeSquares(p0, q0, squared0, squared1), v128.load32_splat(norm), inputSquares);
        inputSquares = multiplyAdd(activeSquares(p1, q1, squared0, squared1), v128.load32_splat(norm, 4), inputSquares);
        inputSquares = multiplyAdd(activeSquares(p2, q2, squared0, squared1), v128.load32_splat(norm, 8), inputSquares);
        inputSquares = multiplyAdd(activeSquares(p3, q3, squared0, squared1), v128.load32_splat(norm, 12), inputSquares);
      }
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

/**
 * Moves weights by Adam's direction, w −= Δt ρ (M c₁)/(√(V c₂) + ε), after M ← β₁M + (1−β₁)g and V ← β₂V + (1−β₂)g²;
 * the moments of an array at `offset` from the first weight lie at `offset` from the first moment.
 */
// @ts-ignore: decorator
@inline
function moveByAdam(weights: usize, offset: usize, gradient: v128, rate: v128): void {
  const first = moments + offset;
  const second = first + rowOfNeurons * ((rowOfInputs >> 2) + 1);
  const m = multiplyAdd(beta1, v128.load(first), f32x4.mul(oneMinusBeta1, gradient));
  const v = multiplyAdd(beta2, v128.load(second), f32x4.mul(oneMinusBeta2, f32x4.mul(gradient, gradient)));
  v128.store(first, m);
  v128.store(second, v);
  const size = f32x4.add(f32x4.sqrt(f32x4.mul(v, secondCorrection)), epsilon);
  const direction = f32x4.div(f32x4.mul(m, firstCorrection), size);
  v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(rate, direction)));
}

/** w −= step0 p, step1 q, or Adam's step with these gradients, for row j of the weights of eight neurons. */
// @ts-ignore: decorator
@inline
function moveRow(j: usize, block: usize, step0: v128, step1: v128, p: v128, q: v128, adam: bool): void {
  const offset = j * rowOfNeurons + block;
  const weights = w + offset;
  if (adam) {
    moveByAdam(weights, offset, f32x4.mul(step0, p), inputStep);
    moveByAdam(weights + 16, offset + 16, f32x4.mul(step1, q), inputStep);
  } else {
    v128.store(weights, f32x4.sub(v128.load(weights), f32x4.mul(step0, p)));
    v128.store(weights, f32x4.sub(v128.load(weights, 16), f32x4.mul(step1, q)), 16);
  }
}

/** Moves a by Σᵢ pᵢσ and w by a Σᵢ pᵢσ′xᵢ for eight neurons, p the pulls in e; turns their part of z into pᵢσ′. */
// @ts-ignore: decorator
@inline
function update(block: usize, general: bool, adam: bool): void {
  const samples = n, nextInputs = rowOfInputs, nextNeurons = rowOfNeurons, firstRow = z + block;
  const zero = f32x4.splat(0);
  const a0 = v128.load(a + block), a1 = v128.load(a + block, 16);
  let g0 = zero, g1 = zero;
  let first = firstRow, slope = slopes + block;
  for (let i = 0; i < samples; i++) {
    const residual = v128.load32_splat(e + (<usize>i << 2));
    const z0 = v128.load(first), z1 = v128.load(first, 16);
    g0 = multiplyAdd(residual, z0, g0);
    g1 = multiplyAdd(residual, z1, g1);
    if (general) {
      v128.store(first, f32x4.mul(residual, v128.load(slope)));
      v128.store(first, f32x4.mul(residual, v128.load(slope, 16)), 16);
      slope += nextNeurons;
    } else {
      v128.store(first, v128.and(residual, f32x4.gt(z0, zero)));
      v128.store(first, v128.and(residual, f32x4.gt(z1, zero)), 16);
    }
    first += nextNeurons;
  }
  let step0: v128, step1: v128;
  if (adam) {
    const offset = nextNeurons * (nextInputs >> 2) + block;
    moveByAdam(a + block, offset, f32x4.mul(perSampleFactor, g0), outputStep);
    moveByAdam(a + block + 16, offset + 16, f32x4.mul(perSampleFactor, g1), outputStep);
    step0 = f32x4.mul(perSampleFactor, a0); step1 = f32x4.mul(perSampleFactor, a1);
  } else {
    v128.store(a + block, f32x4.sub(a0, f32x4.mul(outputStep, g0)));
    v128.store(a + block, f32x4.sub(a1, f32x4.mul(outputStep, g1)), 16);
    step0 = f32x4.mul(inputStep, a0); step1 = f32x4.mul(inputStep, a1);
  }
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
    const row4 = j >> 2;
    moveRow(row4, block, step0, step1, p0, q0, adam);
    moveRow(row4 + 1, block, step0, step1, p1, q1, adam);
    moveRow(row4 + 2, block, step0, step1, p2, q2, adam);
    moveRow(row4 + 3, block, step0, step1, p3, q3, adam);
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
    moveRow(j >> 2, block, step0, step1, p0, q0, adam);
  }
}

/** One pass over the neurons: the update of this step, the forward pass of the next, or both. */
function pass(updating: bool, forwarding: bool, adaptive: bool): void {
  const end = rowOfNeurons, general = activation != RELU, adam = isAdam;
  memory.fill(s, 0, <usize>n << 4);
  outputTrace = f32x4.splat(0);
  inputTrace = f32x4.splat(0);
  for (let block: usize = 0; block < end; block += BLOCK) {
    if (updating) {
      if (adam) {
        if (general) update(block, true, true);
        else update(block, false, true);
      } else if (general) update(block, true, false);
      else update(block, false, false);
    }
    if (forwarding) {
      if (general) {
        if (adaptive) forward(block, true, true);
        else forward(block, false, true);
      } else if (adaptive) forward(block, true, false);
      else forward(block, false, false);
    }
  }
}

/** Pulls from the sums, into e; returns Σ e² with the squared loss, Σ max(0, h − y f) with the hinge. */
function pulls(y: usize, samples: i32, outputFactor: f32, loss: i32, margin: f32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < samples; i++) {
    const at = <usize>i << 2;
    const output = outputFactor * sumOfLanes(v128.load(s + (at << 2)));
    const target = load<f32>(y + at);
    if (loss == HINGE) {
      const missing = margin - target * output;
      // Written so that what is not a number stays one, and is seen in the risk.
      store<f32>(e + at, missing <= 0 ? 0 : -target);
      sum += missing <= 0 ? 0 : missing;
    } else {
      const residual = output - target;
      store<f32>(e + at, residual);
      sum += residual * residual;
    }
  }
  return sum;
}

/** β^t for whole t ≥ 0, by squaring. */
function powerOf(beta: f64, t: i32): f64 {
  let result: f64 = 1, base = beta;
  for (let rest = t; rest > 0; rest >>= 1) {
    if (rest & 1) result *= base;
    base *= base;
  }
  return result;
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

/**
 * Runs the steps and returns how many updates were made. `samples` is n without its padding; `kind`, `loss` and `adam`
 * are numbers that ../descend.ts gives to the rule.
 */
export function descend(
  wAt: usize, aAt: usize, xAt: usize, yAt: usize, normsAt: usize, countsAt: usize, sAt: usize, eAt: usize, zAt: usize,
  slopesAt: usize, neuronMaskAt: usize, momentsAt: usize, risks: usize, timeSteps: usize,
  samples: i32, inputDimension: i32, neurons: i32, steps: i32, adaptive: bool,
  kind: i32, loss: i32, adam: bool, firstStep: i32, margin: f32, decay1: f64, decay2: f64, smallest: f32,
  outputFactor: f32, outputRate: f32, inputRate: f32, largestTimeStep: f32, targetRisk: f32,
): i32 {
  w = wAt; a = aAt; x = xAt; norms = normsAt; counts = countsAt; s = sAt; e = eAt; z = zAt;
  slopes = slopesAt; neuronMask = neuronMaskAt; moments = momentsAt;
  n = (samples + 3) & ~3;
  rowOfNeurons = <usize>neurons << 2;
  rowOfInputs = <usize>inputDimension << 2;
  activation = kind;
  isAdam = adam;
  beta1 = f32x4.splat(<f32>decay1); oneMinusBeta1 = f32x4.splat(<f32>(1 - decay1));
  beta2 = f32x4.splat(<f32>decay2); oneMinusBeta2 = f32x4.splat(<f32>(1 - decay2));
  epsilon = f32x4.splat(smallest);
  let power1 = powerOf(decay1, firstStep), power2 = powerOf(decay2, firstStep);
  const perSample = outputFactor / <f32>samples;
  perSampleFactor = f32x4.splat(perSample);
  const growthFactor = outputFactor * Mathf.sqrt(outputRate * inputRate);
  const divisor: f32 = loss == HINGE ? <f32>samples : 2 * <f32>samples;

  pass(false, true, adaptive);
  for (let step = 0; step < steps; step++) {
    const risk = pulls(yAt, samples, outputFactor, loss, margin) / divisor;
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
    if (adam) {
      power1 *= decay1;
      power2 *= decay2;
      firstCorrection = f32x4.splat(<f32>(1 / (1 - power1)));
      secondCorrection = f32x4.splat(<f32>(1 / (1 - power2)));
      outputStep = f32x4.splat(timeStep * outputRate);
      inputStep = f32x4.splat(timeStep * inputRate);
    } else {
      outputStep = f32x4.splat(timeStep * outputRate * perSample);
      inputStep = f32x4.splat(timeStep * inputRate * perSample);
    }
    pass(true, step < steps - 1, adaptive);
  }
  return steps;
}
