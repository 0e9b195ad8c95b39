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
import { kernelBetween, type Neurons, together } from "./neurons.ts";
import { type PairSums, PLAIN_SUMS } from "./pairSums.ts";
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
export function risksIn(flow: PopulationFlow, state: FlowState, sums: PairSums = PLAIN_SUMS) {
  const { network, twin } = networksIn(flow, state);
  return {
    risk: populationRisk(network, flow.target, sums),
    twinRisk: populationRisk(twin, flow.target, sums),
  };
}

/** The right side; it costs O(m (m + K) d), which `sums` spend. */
export function populationDerivative(flow: PopulationFlow, sums: PairSums = PLAIN_SUMS): Derivative {
  const { width, target } = flow;
  const opposite = { ...target, weights: target.weights.map((w) => -w) };
  const twinSlope = twinDerivative(flow, sums);
  return (_, state) => {
    const slope = new Float64Array(state.length);
    const { network, twin } = networksIn(flow, state);
    const forces = sums.kernelGradient(together(network, opposite), width);
    moveNeurons(state, forces, slope.subarray(0, width + forces.length));
    twinSlope(twin.weights, slope.subarray(slope.length - width));
    return slope;
  };
}

/** Fills in ȧ and ḃ of the neurons, from Σᵢ weightᵢ ∇κ(bⱼ, bᵢ) of the error f − f*, shape [m, d]. */
function moveNeurons(state: FlowState, forces: Float64Array, slope: Float64Array): void {
  const width = slope.length - forces.length;
  const d = forces.length / width;
  for (let j = 0; j < width; j++) {
    const from = width + j * d;
    const force = forces.subarray(j * d, (j + 1) * d);
    // κ is homogeneous: what pulls at a is b times what pulls at b.
    slope[j] = -2 * dot(state.subarray(from, from + d), force);
    const factor = -2 * (state[j] as number);
    for (let k = 0; k < d; k++) slope[from + k] = factor * (force[k] as number);
  }
}

/** ã̇ of the twin, whose kernel does not change. */
function twinDerivative({ width, target, startInputs }: PopulationFlow, { kernelAmong }: PairSums) {
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
export function fastestRate(flow: PopulationFlow, state: FlowState, sums: PairSums = PLAIN_SUMS): number {
  const { network } = networksIn(flow, state);
  const { width, outputFactor } = flow;
  const kernel = sums.kernelAmong(network);
  const output = state.subarray(0, width).map(Math.abs);
  let most = 0;
  for (let j = 0; j < width; j++) most = Math.max(most, sumOf(kernel.subarray(j * width, (j + 1) * width)));
  return outputFactor * (2 * most + Math.max(...output) * sumOf(output)) + 1;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}
