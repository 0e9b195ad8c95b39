/** How much a network of the laboratory asks of the engine, and how often it is looked at. Describes; trains nothing. */
import type { Workload } from "../../../engine/workload.ts";
import { trainingSeconds } from "../../cost.ts";
import { labelledPointsOf } from "../../labelledPoints.ts";
import type { Setup } from "./setup.ts";

/** The digits, and the directions in which they differ. */
const IMAGES = 45;

function sizesOf(setup: Setup): { sampleSize: number; inputDimension: number } {
  switch (setup.data) {
    case "points":
      return { sampleSize: setup.points.length / 2, inputDimension: 2 };
    case "classes":
      return { sampleSize: labelledPointsOf(setup.classes).length, inputDimension: 3 };
    case "digits":
      return { sampleSize: IMAGES, inputDimension: IMAGES };
    case "sines":
      return { sampleSize: setup.samples, inputDimension: setup.inputs + 1 };
    default:
      return { sampleSize: setup.samples, inputDimension: setup.inputs };
  }
}

export function workloadOf(setup: Setup): Workload {
  const { width, start, activation, loss, rule } = setup;
  return {
    networks: 1,
    ...sizesOf(setup),
    width: start === "antisymmetric" ? 2 * width : width,
    activation,
    loss,
    optimiser: rule === "adam" ? "adam" : "gradient",
    adaptive: rule === "adaptive",
  };
}

/** Steps that most points of the phase diagram take until their risk is a hundred-thousandth. */
const ADAPTIVE_STEPS = 1500;

/** Steps that a run makes, about: one that ends at a risk often ends long before it must. */
export function typicalSteps({ rule, stopAt, steps }: Setup): number {
  return rule === "adaptive" && stopAt > 0 ? Math.min(steps, ADAPTIVE_STEPS) : steps;
}

/** Looks at a run, about. */
const LOOKS = 100;

/** Steps between two looks. */
export function strideOf(setup: Setup): number {
  const steps = Math.max(1, Math.floor(typicalSteps(setup) / LOOKS));
  return Math.max(steps, Math.ceil(setup.width / 100_000));
}

/** Nanoseconds per weight and example of a step where each is met once, and of drawing an input. */
const [PER_WEIGHT, PER_INPUT] = [0.9, 120];
/** Nanoseconds that a look takes per weight and example, and per activation, of which only ReLU is cheap. */
const [PER_PRODUCT, PER_ACTIVATION] = [1.2, 40];
/** Data of which there are no examples that are not seen. */
const ALL_SEEN: readonly Setup["data"][] = ["points", "classes", "digits"];

/** Seconds of a run, about: of training and of looks at it. */
export function secondsOf(setup: Setup): number {
  const { data, rule, inputs, width, steps, activation } = setup;
  const seen = ALL_SEEN.includes(data) ? 100 : unseenOf(setup);
  const perNeuron = PER_PRODUCT * inputs + (activation === "relu" ? 0 : PER_ACTIVATION);
  const looks = 1e-9 * LOOKS * seen * width * perNeuron;
  const once = 1e-9 * steps * (PER_WEIGHT * inputs * (width + 8) + PER_INPUT * inputs);
  const training = rule === "onePass" ? once : trainingSeconds(workloadOf(setup), typicalSteps(setup));
  return 0.1 + looks + training;
}

/** Examples on which a network is tried that it does not see: few, where it is so large that trying takes long. */
const [FEWEST_UNSEEN, MOST_UNSEEN] = [50, 1000];
const PRODUCTS = 6e6;

/** How many those are. */
export function unseenOf({ width, inputs }: Pick<Setup, "width" | "inputs">): number {
  return Math.min(MOST_UNSEEN, Math.max(FEWEST_UNSEEN, Math.floor(PRODUCTS / (width * inputs))));
}
