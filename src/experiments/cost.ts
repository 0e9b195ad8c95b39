/**
 * How many seconds a run takes on one core of a middling machine, on WebAssembly: an estimate, good to a factor of three,
 * for descriptions. The constants are those of `npm run bench`; `npm run costs` compares the estimates with runs.
 */
import type { Workload } from "../engine/workload.ts";
import type { Offer } from "./offer.ts";

/** Nanoseconds per neuron and input of a step: of the activation and both layers, and of each input more. */
const PER_PAIR = { relu: 0.45, smooth: 2.1 };
const PER_INPUT = 0.09;
/** Nanoseconds per weight that Adam's moments take, and that drawing, copying and measuring a network takes. */
const PER_MOMENT = 1;
const PER_WEIGHT = 250;
/** Seconds that a run takes before and after its steps: a message to a worker, a report, an answer. */
const PER_RUN = 4e-3;

/** Seconds of training by `steps` steps on the engine. */
export function trainingSeconds(
  { networks, width, sampleSize, inputDimension, activation, optimiser }: Workload,
  steps: number,
): number {
  const perPair = PER_PAIR[activation === "relu" ? "relu" : "smooth"] + PER_INPUT * inputDimension;
  const weights = networks * width * (inputDimension + 1);
  const step = networks * width * sampleSize * perPair + (optimiser === "adam" ? PER_MOMENT * weights : 0);
  return PER_RUN + 1e-9 * (PER_WEIGHT * weights + step * steps);
}

/** How many times as long the float64 reference takes, which is written to be read. */
export const REFERENCE_FACTOR = 40;

/** Seconds of training by `steps` steps with the float64 reference. */
export function referenceSeconds(workload: Workload, steps: number): number {
  return REFERENCE_FACTOR * trainingSeconds(workload, steps);
}

/** Seconds of runs one after the other. */
export function total(seconds: readonly number[]): number {
  return seconds.reduce((sum, each) => sum + each, 0);
}

/** Seconds on one core from which on a run is refused: nobody waits for hours in front of a page. */
export const MOST_SECONDS = 7200;

/** The run would take hours; the message is a sentence that says how long. */
export class CostError extends Error {
  override readonly name = "CostError";
  readonly offer: Offer | undefined;
  constructor(message: string, offer?: Offer) {
    super(message);
    this.offer = offer;
  }
}

/**
 * @throws CostError where runs together would take more than {@link MOST_SECONDS} on so many cores; with the most steps that
 * would not, where `ofSteps` says how many seconds runs of so many steps at most take
 */
export function refuseCostly(seconds: number, cores: number, ofSteps?: (steps: number) => number): void {
  if (seconds <= MOST_SECONDS * cores) return;
  const hours = Math.round(seconds / cores / 3600);
  throw new CostError(
    `With these settings this would take about ${hours.toLocaleString("en")} hours here. Choose fewer or smaller networks, or fewer steps.`,
    ofSteps && fewerSteps((steps) => ofSteps(steps) <= MOST_SECONDS * cores),
  );
}

/** The most steps, to two digits, that are few enough; undefined where not even one is. */
function fewerSteps(isFew: (steps: number) => boolean): Offer | undefined {
  if (!isFew(1)) return undefined;
  let steps = 1;
  while (isFew(10 * steps)) steps *= 10;
  const tenth = steps < 10 ? 1 : steps / 10;
  while (isFew(steps + tenth)) steps += tenth;
  return { words: `Take ${steps.toLocaleString("en")} steps at most`, texts: { steps: String(steps) } };
}
