/** The training of the network of layerParameters.ts. Measures nothing. */
import type { Training } from "../../driver/trained.ts";
import { type Layer, SAMPLE } from "./layerParameters.ts";
import { paperRate, riskOfNothing, sineSample, smallNetwork, trainingBy } from "./training.ts";

/** Δt of gradient descent: a fifth of it changes what claim B8 measures by less than three per cent. */
const TIME_STEP = 0.01;

/** The layer that a seed draws, on the sample that it draws. */
export function trainingOfLayer(
  { activation, deviation, width, frequency, optimiser, rate, steps, stopAt }: Layer,
  seed: number,
): Training<Float32Array> {
  const sample = sineSample({ ...SAMPLE, frequency }, seed);
  const schedule = {
    activation,
    optimiser,
    rate: rate * (optimiser === "adam" ? paperRate(activation) : TIME_STEP),
    steps,
    ...(stopAt > 0 ? { targetRisk: stopAt * riskOfNothing(sample.targets) } : {}),
  };
  return trainingBy(schedule, smallNetwork(width, sample.inputDimension, deviation, seed), sample);
}
