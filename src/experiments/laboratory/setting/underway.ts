/** What a seed draws in the laboratory, and how it is trained: start, examples, descent. Measures nothing. */
import { activations } from "../../../engine/activations.ts";
import { UNBOUNDED_TIME_STEP } from "../../../engine/descend.ts";
import {
  antisymmetric,
  type Network,
  normalInitialisationInPieces,
  type Sample,
} from "../../../engine/network.ts";
import { quickOutputs } from "../../../engine/outputs.ts";
import type { Pieces } from "../../../engine/pauses.ts";
import { empiricalRisk, PLAIN_RULE, type Rule } from "../../../engine/reference.ts";
import { transposed } from "../../../math/rows.ts";
import type { Training } from "../../driver/trained.ts";
import { MARGIN } from "../../hinge-mean-field/setting/parameters.ts";
import { startDirections } from "../../startDirections.ts";
import { type Examples, examplesFor } from "./data.ts";
import { scaledBy } from "./scaling.ts";
import type { Setup } from "./setup.ts";

/** A network under way, f(x) = κ Σ a σ(w·x), as a lens is told of it before its first step. */
export interface Underway extends Examples {
  readonly setup: Setup;
  readonly seed: number;
  readonly start: AnyNetwork;
  /** κ. */
  readonly outputFactor: number;
  /** σ. */
  readonly activation: (z: number) => number;
  /** f at the inputs of a sample. */
  readonly outputs: (network: AnyNetwork, sample: Sample) => Float64Array;
  /** R of these outputs. */
  readonly riskOf: (outputs: Float64Array, targets: Float32Array) => number;
}

export type AnyNetwork = Network<Float32Array | Float64Array>;

/** R of f = 0 on the sample, with the loss that is trained on. */
export function riskOfNothing({ sample, riskOf }: Pick<Underway, "sample" | "riskOf">): number {
  return riskOf(new Float64Array(sample.sampleSize), sample.targets);
}

/** And how it is trained on its sample. */
export interface Trainable extends Underway {
  readonly start: Network;
  readonly training: Training<Float32Array>;
}

export function* underwayFor(setup: Setup, seed: number): Pieces<Trainable> {
  const examples = examplesFor(setup, seed);
  const { sample } = examples;
  const start = yield* startOf(setup, sample.inputDimension, seed);
  const { outputFactor, outputRate, inputRate } = scaledBy(setup);
  const rule = ruleOf(setup);
  const riskOf: Underway["riskOf"] = (f, targets) => empiricalRisk(f, targets, rule);
  const isAdaptive = setup.rule === "adaptive";
  const descent = {
    outputFactor,
    outputRate,
    inputRate,
    timeStep: isAdaptive ? UNBOUNDED_TIME_STEP : setup.rate,
    targetRisk: setup.stopAt > 0 ? setup.stopAt * riskOfNothing({ sample, riskOf }) : -1,
  };
  const withStep = (timeStep: number) => ({
    words: `Take steps of ${timeStep}`,
    texts: { rate: String(timeStep) },
  });
  const training = { start, sample, descent, rule, adaptive: isAdaptive, steps: setup.steps, withStep };
  return {
    ...examples,
    setup,
    seed,
    start,
    outputFactor,
    activation: activations[rule.activation].value,
    outputs: (network, sample) => quickOutputs(network, sample, outputFactor, rule.activation),
    riskOf,
    training,
  };
}

function ruleOf({ activation, loss, rule }: Setup): Rule {
  const optimiser = rule === "adam" ? "adam" : "gradient";
  return { ...PLAIN_RULE, activation, loss, optimiser, ...(loss === "hinge" ? { margin: MARGIN } : {}) };
}

/** The network before its first step. */
function* startOf(setup: Setup, inputDimension: number, seed: number): Pieces<Network> {
  const { width, start } = setup;
  if (start === "quiet") return quietNetwork(width, inputDimension, seed);
  const drawn = yield* normalInitialisationInPieces(width, inputDimension, seed);
  const { outputSize, inputSize } = scaledBy(setup);
  const sized = {
    ...drawn,
    inputWeights: times(drawn.inputWeights, inputSize),
    outputWeights: times(drawn.outputWeights, outputSize),
  };
  return start === "plain" ? sized : antisymmetric(sized);
}

function times(weights: Float32Array, size: number): Float32Array {
  return size === 1 ? weights : weights.map((weight) => size * weight);
}

/** Output weights 0, input weights even on the unit sphere. */
function quietNetwork(width: number, inputDimension: number, seed: number): Network {
  const rows = startDirections(width, inputDimension, seed);
  const inputWeights = Float32Array.from(transposed(rows, width));
  return { width, inputDimension, inputWeights, outputWeights: new Float32Array(width) };
}
