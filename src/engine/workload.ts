/**
 * How much a training asks of a backend, as plain numbers and names: enough to try out which backend suits it. Separate
 * from descend.ts, so that an experiment's description can say it without TensorFlow.js.
 */
import type { Rule } from "./reference.ts";

export interface Workload extends Pick<Rule, "activation" | "loss" | "optimiser"> {
  /** R: networks trained side by side in one call. */
  readonly networks: number;
  /** n. */
  readonly sampleSize: number;
  /** d. */
  readonly inputDimension: number;
  /** m. */
  readonly width: number;
  /** Whether every step is limited by the rule of `adaptiveTimeStep`. */
  readonly adaptive: boolean;
  /** Whether a step is a gradient in pieces, as in divided.ts, which WebAssembly computes on all cores. */
  readonly inPieces?: boolean;
}

/** Multiply-adds of one step, up to a factor: R m n (d + 1). */
export function workOf({ networks, sampleSize, inputDimension, width }: Workload): number {
  return networks * width * sampleSize * (inputDimension + 1);
}

/**
 * Name of the class for which one measurement stands: the same kind of step, and neurons, work a neuron and steps
 * between two reports the same to the nearest power of four.
 */
export function classOf(workload: Workload, stride: number): string {
  const { networks, width, activation, optimiser, adaptive, inPieces } = workload;
  const neurons = networks * width;
  const powers = [neurons, workOf(workload) / neurons, stride].map(nearestPowerOfFour);
  const kind = inPieces ? "in pieces" : adaptive ? "adaptive" : "fixed";
  return [activation, optimiser, kind, ...powers].join(" ");
}

/** The whole k ≥ 0 for which 4ᵏ is nearest to the size by ratio. */
function nearestPowerOfFour(size: number): number {
  let k = 0;
  for (let next = 2; next <= size; next *= 4) k++;
  return k;
}
