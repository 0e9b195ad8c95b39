/**
 * A network that learns the sign of x∥, as the engine trains it:
 *
 *     f(x) = 1/M Σᵢ aᵢ σ(wᵢ·x/√d)     risk = 1/N Σ max(0, h − α y f(x))/α     ȧ = −βM ∂risk/∂a, ẇ = −βM ∂risk/∂w
 *
 * with weights N(0, 1) at the start. The direction that decides labels is the first axis; nothing depends on which it is.
 */

import { antisymmetric, type Network, normalInitialisation, type Sample } from "../../../engine/network.ts";
import { quickOutputs } from "../../../engine/outputs.ts";
import { PLAIN_RULE } from "../../../engine/reference.ts";
import { normal, stream, uniform } from "../../../math/random.ts";
import { dot } from "../../../math/vectors.ts";
import type { Nodes } from "../../../theory/hinge-mean-field/orbit.ts";
import { type DataLaw, SPREADS } from "../../../theory/hinge-mean-field/projection.ts";
import type { DividedTraining } from "../../driver/divided.ts";
import type { Training } from "../../driver/trained.ts";
import { MARGIN, type Setting } from "./parameters.ts";
import { growingTimeSteps, timeStepOf } from "./workload.ts";

/** Inputs over √d, and their labels without flips. */
export interface Examples extends Sample {
  /** x∥ of each, shape [n]. */
  readonly projections: Float64Array;
}

/** Examples of a stream, the first so many or those from a place on; each depends on its own number alone. Targets are signs of x∥. */
export function examplesOf(
  { data, inputs }: { readonly data: DataLaw; readonly inputs: number },
  sampleSize: number,
  { seed, purpose, from = 0 }: Drawing,
): Examples {
  const source = stream(seed, purpose);
  const rows = new Float32Array(sampleSize * inputs);
  const row = new Float64Array(inputs);
  for (let i = 0; i < sampleSize; i++) {
    for (let j = 0; j < inputs; j++) row[j] = normal(source, (from + i) * inputs + j);
    const factor = factorOf(data, from + i, row) / Math.sqrt(inputs);
    for (let j = 0; j < inputs; j++) rows[i * inputs + j] = factor * (row[j] as number);
  }
  const projections = Float64Array.from(
    { length: sampleSize },
    (_, i) => Math.sqrt(inputs) * (rows[i * inputs] as number),
  );
  return {
    sampleSize,
    inputDimension: inputs,
    inputs: rows,
    targets: Float32Array.from(projections, (x) => (x < 0 ? -1 : 1)),
    projections,
  };
}

interface Drawing {
  readonly seed: number;
  readonly purpose: string;
  /** The number of the first. */
  readonly from?: number;
}

/** What a Gaussian row is multiplied with. */
function factorOf(data: DataLaw, i: number, row: Float64Array): number {
  if (data === "sphere") return Math.sqrt(row.length / dot(row, row));
  return data === "gaussian" ? 1 : (SPREADS[i % 2] as number);
}

/** The sample with a share of its labels flipped, each by a draw of its own. */
export function withFlips(examples: Examples, share: number, seed: number, from = 0): Examples {
  const source = stream(seed, "flipped labels");
  return {
    ...examples,
    targets: examples.targets.map((label, i) => (uniform(source, from + i) < share ? -label : label)),
  };
}

/** The network before its first step. */
export function startOf({ width, inputs, start }: Setting, seed: number): Network {
  return start === "plain"
    ? normalInitialisation(width, inputs, seed)
    : antisymmetric(normalInitialisation(width / 2, inputs, seed));
}

/** α/M: the engine's outputs are αf. */
export function outputFactor({ scale, width }: Pick<Setting, "scale" | "width">): number {
  return scale / width;
}

/** The sample's examples [from, to), some of their labels flipped. */
export function sampleOf(setting: Setting, seed: number, from = 0, to = setting.samples): Examples {
  const examples = examplesOf(setting, to - from, { seed, purpose: "examples", from });
  return withFlips(examples, setting.flipped, seed, from);
}

const RULE = { ...PLAIN_RULE, loss: "hinge", margin: MARGIN } as const;

/** Rates of both layers; the engine's risk is α times the one above. */
function ratesOf({ rate, width, scale }: Pick<Setting, "rate" | "scale" | "width">) {
  const perWeight = (rate * width) / scale;
  return { outputFactor: outputFactor({ scale, width }), outputRate: perWeight, inputRate: perWeight };
}

/** Gradient descent on a sample for so many steps, with a step that γ can follow. */
export function trainingOf(
  setting: Setting,
  task: { readonly start: Network; readonly sample: Sample; readonly steps: number },
): Training<Float32Array> {
  return trainingBy(setting, { ...task, timeStep: timeStepOf(setting) });
}

/** The same with a step of any length. */
export function trainingBy(
  setting: Pick<Setting, "rate" | "scale" | "width">,
  {
    start,
    sample,
    steps,
    timeStep,
  }: {
    readonly start: Network;
    readonly sample: Sample;
    readonly steps: number;
    readonly timeStep: number;
  },
): Training<Float32Array> {
  const descent = { ...ratesOf(setting), timeStep, targetRisk: -1 };
  return { start, sample, descent, rule: RULE, adaptive: false, steps };
}

/** The same on a sample too large for one worker, by steps that grow longer. */
export function dividedTrainingOf(
  setting: Setting,
  { start, duration }: { readonly start: Network; readonly duration: number },
  seed: number,
): DividedTraining {
  return {
    start,
    sampleSize: setting.samples,
    examples: (from, to) => sampleOf(setting, seed, from, to),
    descent: ratesOf(setting),
    rule: RULE,
    timeSteps: growingTimeSteps(duration, setting),
  };
}

/** Readouts and projections of the nodes. */
export function nodesOf({ width, inputWeights, outputWeights }: Network): Nodes {
  return {
    readouts: Float64Array.from(outputWeights),
    along: Float64Array.from(inputWeights.subarray(0, width)),
  };
}

/** αf at the first so many examples: the bits of the engine’s `outputs`. */
export function outputsAt(
  network: Network,
  { inputs }: Pick<Sample, "inputs">,
  count: number,
  factor: number,
): Float64Array {
  return quickOutputs(network, { sampleSize: count, inputs }, factor, "relu");
}
