/**
 * What the experiments on initial condensation share: small networks f(x) = Σₖ aₖ σ(wₖ·x) with a bias in x and none at
 * the output, samples of sums of sines, and training by Adam for a number of epochs or by gradient descent.
 */
import type { ActivationName } from "../../../engine/activations.ts";
import { type Network, normalInitialisation, type Sample, sampleOf } from "../../../engine/network.ts";
import { PLAIN_RULE } from "../../../engine/reference.ts";
import { sin } from "../../../math/elementary.ts";
import { stream, uniform } from "../../../math/random.ts";
import type { Training } from "../../driver/trained.ts";
import type { DataPoint } from "../../points.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import { type Layer, SAMPLE } from "./layerParameters.ts";
import type { OneInput } from "./oneInputParameters.ts";
import type { Optimiser } from "./parameters.ts";
import type { SineTarget } from "./published.ts";

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
  const small = (weights: Float32Array) => weights.map((weight) => deviation * weight);
  return {
    ...network,
    inputWeights: small(network.inputWeights),
    outputWeights: small(network.outputWeights),
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
  const descent = { outputFactor: 1, outputRate: 1, inputRate: 1, timeStep: rate, targetRisk };
  return { start, sample, descent, rule: { ...PLAIN_RULE, activation, optimiser }, adaptive: false, steps };
}

/** What rate 1 is. Gradient descent by a fifth of its Δt changes what claim B8 measures by less than three per cent. */
const LAYER_RATES = { adam: { sigmoid: 8e-4, softplus: 2.5e-4, others: 1e-3 }, gradient: 0.01 };
const ONE_INPUT_RATES = { adam: 5e-4, gradient: 0.1 };

/** The layer of Fig. 2 that a seed draws, on the sample that it draws. */
export function trainingOfLayer(layer: Layer, seed: number): Training<Float32Array> {
  const { activation, deviation, width, frequency, optimiser, rate, stopAt } = layer;
  const sample = sineSample({ ...SAMPLE, frequency }, seed);
  const { adam, gradient } = LAYER_RATES;
  const ofAdam = activation === "sigmoid" || activation === "softplus" ? adam[activation] : adam.others;
  const schedule = {
    ...layer,
    rate: rate * (optimiser === "adam" ? ofAdam : gradient),
    ...(stopAt > 0 ? { targetRisk: stopAt * riskOfNothing(sample.targets) } : {}),
  };
  return trainingBy(schedule, smallNetwork(width, sample.inputDimension, deviation, seed), sample);
}

/** The network with one input of Figs 5 and 6 that a seed draws, on a few points. */
export function trainingOfOneInput(
  network: OneInput,
  points: readonly DataPoint[],
  seed: number,
): Training<Float32Array> {
  const schedule = { ...network, rate: network.rate * ONE_INPUT_RATES[network.optimiser] };
  return trainingBy(
    schedule,
    smallNetwork(network.width, 2, network.deviation, seed),
    sampleOfPoints(points),
  );
}
