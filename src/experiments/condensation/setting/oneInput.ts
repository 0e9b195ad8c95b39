/** The training of the network with one input of Figs 5 and 6 on a few points. Measures nothing. */
import type { Training } from "../../driver/trained.ts";
import type { DataPoint } from "../../points.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import type { OneInput } from "./oneInputParameters.ts";
import { smallNetwork, trainingBy } from "./training.ts";

/** Adam's rate in Figs 5 and 6. */
const PAPERS_RATE = 5e-4;
/** Δt of gradient descent. */
const TIME_STEP = 0.1;

/** The network that a seed draws. */
export function trainingOfOneInput(
  { activation, deviation, width, optimiser, rate, steps }: OneInput,
  points: readonly DataPoint[],
  seed: number,
): Training<Float32Array> {
  const schedule = {
    activation,
    optimiser,
    rate: rate * (optimiser === "adam" ? PAPERS_RATE : TIME_STEP),
    steps,
  };
  return trainingBy(schedule, smallNetwork(width, 2, deviation, seed), sampleOfPoints(points));
}
