/**
 * Training on a sample: the network on the engine by R̂ = 1/n Σ (f − y)² in the paper's time, and its random-feature twin,
 * which keeps the input weights of the start, in closed form.
 */
import type { Network, Sample } from "../../../engine/network.ts";
import { PLAIN_RULE } from "../../../engine/reference.ts";
import { transposed } from "../../../math/rows.ts";
import { dot } from "../../../math/vectors.ts";
import type { Neurons } from "../../../theory/quenching/neurons.ts";
import { randomFeatures } from "../../../theory/quenching/randomFeatures.ts";
import type { Training } from "../../driver/trained.ts";
import { startDirections } from "../../startDirections.ts";
import { outputFactor, type Scaling } from "./network.ts";
import { drawnInputs, featuresAt, outputsAt, outputsOf } from "./start.ts";
import { type Target, targetNeurons } from "./target.ts";
import { timeStepOf } from "./workload.ts";

export interface Setting extends Target {
  readonly width: number;
  readonly inputs: number;
  readonly samples: number;
  readonly scaling: Scaling;
  /** As a multiple of what `timeStepOf` gives for 1. */
  readonly rate: number;
}

/** What a seed draws: the start, the sample, and the target that gave it. */
export interface Drawn {
  /** s of f = s Σ a σ(b·x). */
  readonly factor: number;
  readonly start: Network;
  readonly startNeurons: Neurons;
  readonly sample: Sample;
  readonly target: Neurons;
}

export function drawn(setting: Setting, seed: number): Drawn {
  const { width, inputs, samples } = setting;
  const target = targetNeurons(setting, inputs);
  const points = drawnInputs(samples, inputs, { seed, purpose: "sample" });
  const b = startDirections(width, inputs, seed);
  // The neurons of a network are columns.
  const columns = Float32Array.from(transposed(b, width));
  return {
    factor: outputFactor(setting.scaling, width),
    target,
    startNeurons: { inputDimension: inputs, weights: new Float64Array(width), inputs: b },
    start: { width, inputDimension: inputs, inputWeights: columns, outputWeights: new Float32Array(width) },
    sample: {
      sampleSize: samples,
      inputDimension: inputs,
      inputs: Float32Array.from(points),
      targets: Float32Array.from(outputsAt(target, points)),
    },
  };
}

/** Until R̂ has fallen to `stopAt`, or until a time: without success, where there was a risk to fall to. */
export function trainingOf(
  { width, rate }: Setting,
  { start, sample, factor }: Drawn,
  { duration, stopAt = -1 }: { readonly duration: number; readonly stopAt?: number },
): Training<Float32Array> {
  const timeStep = timeStepOf(width, rate);
  return {
    start,
    sample,
    // The engine's risk is half of R̂, and its rates are those of a factor 1 in front of the sum.
    descent: {
      outputFactor: factor,
      outputRate: 2 / factor,
      inputRate: 2 / factor,
      timeStep,
      targetRisk: stopAt / 2,
    },
    rule: PLAIN_RULE,
    adaptive: false,
    steps: Math.ceil(duration / timeStep - 1e-9),
  };
}

/** A trained network as the closed forms take it. */
export function neuronsIn(network: Network, scaling: Scaling): Neurons {
  return neuronsWith(network, outputFactor(scaling, network.width));
}

/** The same with any factor in front of the sum. */
export function neuronsWith(
  { width, inputDimension, inputWeights, outputWeights }: Network<ArrayLike<number>>,
  factor: number,
): Neurons {
  return {
    inputDimension,
    weights: Float64Array.from(outputWeights, (a) => factor * a),
    inputs: Float64Array.from(
      { length: inputWeights.length },
      (_, at) => inputWeights[(at % inputDimension) * width + Math.floor(at / inputDimension)] as number,
    ),
  };
}

/** The random-feature twin, whose features σ(b·x) at the sample stay what they are. */
export interface Twin {
  /** After a time, Infinity included. */
  readonly at: (time: number) => Neurons;
  /** R̂ = 1/n Σ (f − y)² with these output weights. */
  readonly sampleRisk: (weights: Float64Array) => number;
}

/** Its weights s a follow the plain flow s times as fast. */
export function twinOf({ startNeurons, sample, factor }: Drawn): Twin {
  const features = featuresAt(startNeurons, Float64Array.from(sample.inputs));
  const { weightsAt } = randomFeatures(features, sample.targets);
  return {
    at: (time) => ({ ...startNeurons, weights: weightsAt(factor * time) }),
    sampleRisk: (weights) => {
      const f = outputsOf(weights, features);
      const errors = f.map((value, i) => value - (sample.targets[i] as number));
      return dot(errors, errors) / f.length;
    },
  };
}
