/**
 * What the experiments on initial condensation share: small networks f(x) = Σₖ aₖ σ(wₖ·x) with a bias in x and none at
 * the output, samples of sums of sines, and training by Adam for so many epochs or by gradient descent.
 */
import type { ActivationName } from "../../engine/activations.ts";
import { type Network, normalInitialisation, type Sample, sampleOf } from "../../engine/network.ts";
import { type Descent, PLAIN_RULE, type Rule } from "../../engine/reference.ts";
import { type Progress, type TrainingState, train } from "../../engine/train.ts";
import { sin } from "../../math/elementary.ts";
import { stream, uniform } from "../../math/random.ts";
import type { RunContext } from "../experiment.ts";
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

/** How a network is trained. */
export interface Training {
  readonly activation: ActivationName;
  readonly optimiser: Optimiser;
  /** Learning rate of Adam; Δt of gradient descent on R = 1/(2n) Σ e². */
  readonly rate: number;
  /** Full-batch steps, which are epochs. */
  readonly steps: number;
  /** Gradient descent or Adam ends earlier where the risk falls to this; never, if missing. */
  readonly targetRisk?: number;
}

/** The rule and the descent of the engine for a training; the output factor is 1. */
function descentOf({ activation, optimiser, rate, targetRisk = -1 }: Training): {
  rule: Rule;
  descent: Descent;
} {
  return {
    rule: { ...PLAIN_RULE, activation, optimiser },
    descent: { outputFactor: 1, outputRate: 1, inputRate: 1, timeStep: rate, targetRisk },
  };
}

/** Trains for so many steps of a fixed size, and reports every `stride` of them. */
export function trainSmall(
  start: Network,
  sample: Sample,
  training: Training,
  { stride, signal, from }: Pick<RunContext, "stride" | "signal" | "from">,
): AsyncGenerator<Progress> {
  return train(start, sample, {
    ...descentOf(training),
    adaptive: false,
    stride,
    maximumSteps: training.steps,
    signal,
    from: from as TrainingState | undefined,
  });
}
