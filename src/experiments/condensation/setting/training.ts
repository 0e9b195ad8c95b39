/**
 * What the experiments on initial condensation share: small networks f(x) = Σₖ aₖ σ(wₖ·x) with a bias in x and none at
 * the output, samples of sums of sines, and training by Adam for a number of epochs or by gradient descent.
 */
import type { ActivationName } from "../../../engine/activations.ts";
import { type Network, normalInitialisation, type Sample, sampleOf } from "../../../engine/network.ts";
import { PLAIN_RULE } from "../../../engine/reference.ts";
import { sin } from "../../../math/elementary.ts";
import { stream, uniform } from "../../../math/random.ts";
import { dot } from "../../../math/vectors.ts";
import type { Training } from "../../driver/trained.ts";
import type { Optimiser } from "./parameters.ts";

/** Adam's rate in the paper's Fig. 2. */
export function paperRate(activation: ActivationName): number {
  return ({ sigmoid: 8e-4, softplus: 2.5e-4 } as Partial<Record<ActivationName, number>>)[activation] ?? 1e-3;
}

/** y = Σⱼ amplitude · sin(frequency · xⱼ + 1) at inputs drawn evenly from a box. */
export interface SineTarget {
  readonly sampleSize: number;
  /** Of x without its bias. */
  readonly inputs: number;
  readonly amplitude: number;
  readonly frequency: number;
}

/** Every xⱼ of Figs 2 to 4 is drawn from [−4, 2]. */
const BOX = { from: -4, to: 2 };

/** The sample that a seed draws, with a bias appended to each input: inputDimension = inputs + 1. */
export function sineSample({ sampleSize, inputs, amplitude, frequency }: SineTarget, seed: number): Sample {
  const source = stream(seed, "sample");
  const rows = Array.from({ length: sampleSize }, (_, i) =>
    Array.from(
      { length: inputs },
      (_, j) => BOX.from + (BOX.to - BOX.from) * uniform(source, i * inputs + j),
    ),
  );
  const target = (row: readonly number[]) =>
    row.reduce((sum, x) => sum + amplitude * sin(frequency * x + 1), 0);
  return sampleOf(
    rows.map((row) => [...row, 1]),
    rows.map(target),
  );
}

/** A network all of whose weights are drawn from N(0, deviation²). */
export function smallNetwork(
  width: number,
  inputDimension: number,
  deviation: number,
  seed: number,
): Network {
  const network = normalInitialisation(width, inputDimension, seed);
  return {
    ...network,
    inputWeights: network.inputWeights.map((weight) => deviation * weight),
    outputWeights: network.outputWeights.map((weight) => deviation * weight),
  };
}

/** How a small network is trained: by full-batch steps of a fixed size, which are epochs. */
export interface Schedule {
  readonly activation: ActivationName;
  readonly optimiser: Optimiser;
  /** Learning rate of Adam; Δt of gradient descent on R = 1/(2n) Σ e². */
  readonly rate: number;
  readonly steps: number;
  /** Training ends earlier where the risk falls to this; never, if missing. */
  readonly targetRisk?: number;
}

/** Training of f(x) = Σₖ aₖ σ(wₖ·x). */
export function trainingBy(
  { activation, optimiser, rate, steps, targetRisk = -1 }: Schedule,
  start: Network,
  sample: Sample,
): Training<Float32Array> {
  return {
    start,
    sample,
    descent: { outputFactor: 1, outputRate: 1, inputRate: 1, timeStep: rate, targetRisk },
    rule: { ...PLAIN_RULE, activation, optimiser },
    adaptive: false,
    steps,
  };
}

/** R of f = 0, 1/(2n) Σ y². */
export function riskOfNothing(targets: ArrayLike<number>): number {
  return dot(targets, targets) / (2 * targets.length);
}
