/**
 * Gradient flow of a ReLU network on a target of ReLU neurons over all Gaussian inputs, and of its random-feature twin,
 * which keeps the input weights of the start:
 *
 *     f = s Σⱼ aⱼ σ(bⱼ·x),    sȧⱼ = −∂R/∂aⱼ,    sḃⱼ = −∂R/∂bⱼ,    R = E (f − f*)²
 *
 *     ȧⱼ = −2 [ s Σᵢ aᵢ κ(bⱼ, bᵢ) − Σₖ wₖ κ(bⱼ, cₖ) ]        ḃⱼ = −2 aⱼ [ s Σᵢ aᵢ ∇κ(bⱼ, bᵢ) − Σₖ wₖ ∇κ(bⱼ, cₖ) ]
 *
 * With s = 1 this is the plain flow; with s = 1/m it is the mean-field one, whose time is m times as fast.
 */
import type { Derivative } from "../../math/ode/problem.ts";
import { dot } from "../../math/vectors.ts";
import { turnOf } from "./arcCosine.ts";
import { innerProduct, kernelAmong, kernelBetween, lengthsOf, type Neurons, together } from "./neurons.ts";
import { populationRisk } from "./populationRisk.ts";

/** What flows. */
export interface PopulationFlow {
  readonly width: number;
  readonly target: Neurons;
  /** s. */
  readonly outputFactor: number;
  /** Input weights of the start, shape [m, d]. */
  readonly startInputs: Float64Array;
}

/** Where a flow is: a [m], b [m, d], and the output weights of the twin [m], one after the other. */
export type FlowState = Float64Array;

/** The start: no output weights. */
export function flowStart({ width, startInputs }: PopulationFlow): FlowState {
  const state = new Float64Array(startInputs.length + 2 * width);
  state.set(startInputs, width);
  return state;
}

/** a and b of the network, and its twin, as networks. */
export function networksIn({ width, target, outputFactor, startInputs }: PopulationFlow, state: FlowState) {
  const { inputDimension } = target;
  const scaled = (weights: Float64Array) => weights.map((a) => outputFactor * a);
  const network: Neurons = {
    inputDimension,
    weights: scaled(state.subarray(0, width)),
    inputs: state.subarray(width, width * (inputDimension + 1)),
  };
  const twin: Neurons = {
    inputDimension,
    weights: scaled(state.subarray(width * (inputDimension + 1))),
    inputs: startInputs,
  };
  return { network, twin };
}

/** R of the network and of its twin. */
export function risksIn(flow: PopulationFlow, state: FlowState): { risk: number; twinRisk: number } {
  const { network, twin } = networksIn(flow, state);
  return { risk: populationRisk(network, flow.target), twinRisk: populationRisk(twin, flow.target) };
}

/** The right side; it costs O(m (m + K) d). */
export function populationDerivative(flow: PopulationFlow): Derivative {
  const { width, target } = flow;
  const twinSlope = twinDerivative(flow);
  return (_, state) => {
    const slope = new Float64Array(state.length);
    const { network, twin } = networksIn(flow, state);
    const error = together(network, { ...target, weights: target.weights.map((w) => -w) });
    moveNeurons(state, error, slope);
    twinSlope(twin.weights, slope.subarray(slope.length - width));
    return slope;
  };
}

/** Fills in ȧ and ḃ of the neurons, which are the first of the error f − f*. */
function moveNeurons(state: FlowState, error: Neurons, slope: Float64Array): void {
  const { inputDimension: d, weights, inputs } = error;
  const lengths = lengthsOf(error);
  const width = state.length / (d + 2);
  const count = weights.length;
  // Row j: weightᵢ (π − φ)/2π, with which ∇κ(bⱼ, bᵢ) points along bᵢ; and what of it all points along bⱼ itself.
  const shares = new Float64Array(width * count);
  const along = new Float64Array(width);
  for (let j = 0; j < count; j++) {
    const [length, weight] = [lengths[j] as number, weights[j] as number];
    for (let i = 0; i < Math.min(j, width); i++) {
      const other = lengths[i] as number;
      const { sine, share } = turnOf(innerProduct(error, i, j), length, other);
      const turn = sine / (2 * Math.PI);
      shares[i * count + j] = weight * share;
      along[i] = (along[i] as number) + (weight * length * turn) / other;
      if (j >= width) continue;
      shares[j * count + i] = (weights[i] as number) * share;
      along[j] = (along[j] as number) + ((weights[i] as number) * other * turn) / length;
    }
    if (j < width) shares[j * count + j] = weight / 2;
  }
  for (let j = 0; j < width; j++) {
    const force = slope.subarray(width + j * d, width + (j + 1) * d);
    addRows(force, shares, j * count, inputs);
    const own = inputs.subarray(j * d, (j + 1) * d);
    for (let k = 0; k < d; k++) force[k] = (force[k] as number) + (along[j] as number) * (own[k] as number);
    // κ is homogeneous: what pulls at a is b times what pulls at b.
    slope[j] = -2 * dot(own, force);
    const factor = -2 * (state[j] as number);
    for (let k = 0; k < d; k++) force[k] = factor * (force[k] as number);
  }
}

/** sum += Σᵢ weights[from + i] rowᵢ, four rows at a time so that the sum is read and written less often. */
function addRows(sum: Float64Array, weights: Float64Array, from: number, rows: Float64Array): void {
  const d = sum.length;
  const count = rows.length / d;
  let i = 0;
  for (; i + 3 < count; i += 4) {
    const [w0, w1] = [weights[from + i] as number, weights[from + i + 1] as number];
    const [w2, w3] = [weights[from + i + 2] as number, weights[from + i + 3] as number];
    for (let k = 0, at = i * d; k < d; k++, at++)
      sum[k] =
        (sum[k] as number) +
        w0 * (rows[at] as number) +
        w1 * (rows[at + d] as number) +
        w2 * (rows[at + 2 * d] as number) +
        w3 * (rows[at + 3 * d] as number);
  }
  for (; i < count; i++)
    for (let k = 0; k < d; k++)
      sum[k] = (sum[k] as number) + (weights[from + i] as number) * (rows[i * d + k] as number);
}

/** ã̇ of the twin, whose kernel does not change. */
function twinDerivative({ width, target, startInputs }: PopulationFlow) {
  const features = { inputDimension: target.inputDimension, inputs: startInputs };
  const kernel = kernelAmong(features);
  const toTarget = kernelBetween(features, target);
  const count = target.weights.length;
  const fromTarget = Float64Array.from({ length: width }, (_, j) =>
    dot(toTarget.subarray(j * count, (j + 1) * count), target.weights),
  );
  return (weights: Float64Array, slope: Float64Array) => {
    for (let j = 0; j < width; j++) {
      const row = kernel.subarray(j * width, (j + 1) * width);
      slope[j] = -2 * (dot(row, weights) - (fromTarget[j] as number));
    }
  };
}

/**
 * A bound of the fastest rate of the flow, for explicit methods: the row sums of the kernel bound the rates of the output
 * weights, 2s maxⱼ Σᵢ κ(bⱼ, bᵢ), and s maxⱼ |aⱼ| Σᵢ |aᵢ| those of the input weights; 1 more for what turns neurons early.
 */
export function fastestRate(flow: PopulationFlow, state: FlowState): number {
  const { network } = networksIn(flow, state);
  const { width, outputFactor } = flow;
  const kernel = kernelAmong(network);
  const output = state.subarray(0, width).map(Math.abs);
  let most = 0;
  for (let j = 0; j < width; j++) most = Math.max(most, sumOf(kernel.subarray(j * width, (j + 1) * width)));
  return outputFactor * (2 * most + Math.max(...output) * sumOf(output)) + 1;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
