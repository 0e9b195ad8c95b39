/** How much a network of the laboratory asks of the engine, and how often it is looked at. Describes; trains nothing. */
import type { Workload } from "../../../engine/workload.ts";
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
