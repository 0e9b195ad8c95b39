/**
 * Training one network on a sample that is divided into pieces, each of which may be computed anywhere. How many pieces there
 * are depends on nothing, what a piece gives depends on the piece and on the weights alone, and the sums go from the first
 * piece to the last: the bits are the same whoever computes what, on one thread or on many.
 *
 *     G_w = Σᵢ pᵢ aσ′(w·xᵢ) xᵢ       G_a = Σᵢ pᵢ σ(w·xᵢ)       ∂R/∂w = κ/n Σ G_w over all pieces
 *
 * Gradient descent with time steps that are known beforehand. It knows no workers: it asks for the pieces.
 */
import { InputError } from "./inputs.ts";
import { checkNetwork, type Network, type Sample } from "./network.ts";
import { type Descent, DIVERGED_RISK, type Rule } from "./reference.ts";
import { CheckpointError, DivergedError, initialState, type Progress, type TrainingState } from "./train.ts";

/** Pieces of every sample: enough for eight workers to end at about the same time. */
export const PIECES = 32;

/** The examples of a piece, [from, to): the same number in each, but for one. */
export function rangeOf(piece: number, sampleSize: number): { readonly from: number; readonly to: number } {
  const begin = (k: number) => Math.floor((k * sampleSize) / PIECES);
  return { from: begin(piece), to: begin(piece + 1) };
}

/** What a piece adds to the gradient: plain data that can be posted to another thread. */
export interface PieceGradient {
  /** G_w, shape [d, m], and G_a, shape [m], one after the other. */
  readonly sums: Float32Array;
  /** Σᵢ ℓᵢ. */
  readonly loss: number;
  /** Examples whose pᵢ is not 0. */
  readonly pulling: number;
}

/** What does not change from step to step. */
export type DividedDescent = Pick<Descent, "outputFactor" | "outputRate" | "inputRate">;
export type DividedRule = Pick<Rule, "activation" | "loss" | "margin">;

/** Networks of one form and what they are trained on. */
export interface Divided {
  readonly width: number;
  readonly inputDimension: number;
  readonly outputFactor: number;
  readonly rule: DividedRule;
  /** The examples of a piece, in the kernel's precision; asked for once. */
  readonly sampleOf: (piece: number) => Sample;
}

export interface DividedOptions {
  readonly descent: DividedDescent;
  /** n. */
  readonly sampleSize: number;
  /** Δt of each step. */
  readonly timeSteps: readonly number[];
  /** What all pieces give at these weights, in their order. @throws the signal's reason */
  readonly gradients: (network: Network, signal: AbortSignal) => Promise<readonly PieceGradient[]>;
  /** Steps between two reports. */
  readonly stride: number;
  readonly signal: AbortSignal;
  readonly from?: TrainingState | undefined;
}

/** Makes all steps and reports every `stride` of them. @throws DivergedError, CheckpointError, or the signal's reason */
export async function* trainDivided(start: Network, options: DividedOptions): AsyncGenerator<Progress> {
  const { descent, sampleSize, timeSteps, gradients, stride, signal, from } = options;
  checkNetwork(start);
  if (timeSteps.length === 0) throw new InputError("Training needs at least one step.");
  const begin = from ?? initialState(start, { optimiser: "gradient" });
  if (!(begin.step <= timeSteps.length))
    throw new CheckpointError("What was kept of this run belongs to another one. Begin it anew.");
  let { step, time } = begin;
  let network: Network = { ...start, inputWeights: begin.inputWeights, outputWeights: begin.outputWeights };
  while (step < timeSteps.length) {
    signal.throwIfAborted();
    const pieces = await gradients(network, signal);
    const risk = pieces.reduce((sum, { loss }) => sum + loss, 0) / sampleSize;
    const hasDiverged = !(risk < DIVERGED_RISK);
    if (!hasDiverged) {
      const timeStep = timeSteps[step] as number;
      network = moved(network, totalOf(pieces), descent, timeStep / sampleSize);
      step += 1;
      time += timeStep;
    }
    const finished = step === timeSteps.length;
    if (hasDiverged || finished || step % stride === 0) {
      const now = network;
      const { inputWeights, outputWeights } = now;
      const state = { step, time, inputWeights, outputWeights };
      yield { step, time, risk, finished, network: async () => now, state: async () => state };
    }
    if (hasDiverged) throw new DivergedError(step, risk);
  }
}

/** The sums over all pieces, from the first to the last, in float64. */
export function totalOf(pieces: readonly PieceGradient[]): Float64Array {
  const total = new Float64Array(pieces[0]?.sums.length ?? 0);
  for (const { sums } of pieces)
    for (let k = 0; k < total.length; k++) total[k] = (total[k] as number) + (sums[k] as number);
  return total;
}

/** The network after a step; `perSample` is Δt/n. */
function moved(
  network: Network,
  total: Float64Array,
  { outputFactor, outputRate, inputRate }: DividedDescent,
  perSample: number,
): Network {
  const { inputWeights, outputWeights } = network;
  const move = (weights: Float32Array, rate: number, first: number) =>
    weights.map((weight, k) => weight - perSample * outputFactor * rate * (total[first + k] as number));
  return {
    ...network,
    inputWeights: move(inputWeights, inputRate, 0),
    outputWeights: move(outputWeights, outputRate, inputWeights.length),
  };
}
