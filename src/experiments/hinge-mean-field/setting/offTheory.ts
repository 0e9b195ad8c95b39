/** What is set and measured of trainings on data without the symmetry that the theory asks for. Cheap to import. */
import { trainingSeconds } from "../../cost.ts";
import { whole } from "../../declared.ts";
import { workloadOf } from "./workload.ts";

/** What γ grows by in an early step: the data have no law that sets a clock. */
export const GROWTH_PER_STEP = 0.02;

/** Looks at a run, about. */
const LOOKS = 60;

export const STEPS = whole("Steps", [20, 2000], {
  step: 20,
  hint: "Early, γ grows by 0.02 in each, and by less where both classes have about the same mean.",
});

/** Steps between two looks. */
export const strideOf = ({ steps }: { readonly steps: number }) => Math.max(1, Math.floor(steps / LOOKS));

/** Estimated seconds of such a training, with its looks. */
export function secondsOf(
  size: { readonly width: number; readonly samples: number; readonly inputs: number },
  steps: number,
): number {
  return trainingSeconds(workloadOf(size), steps) + LOOKS * 2e-9 * size.width * size.samples * size.inputs;
}

export const QUANTITIES = {
  growth: { label: "Growth, by least squares", symbol: "γ" },
  miss: { label: "Distance of the nodes from their hyperbolas, relative", digits: 2 },
  aside: { label: "Part of the input weights’ movement that is not along w∥", digits: 2 },
  unsatisfied: { label: "Unsatisfied examples", digits: 2 },
  wrong: { label: "Training error", digits: 2 },
} as const;

export const SERIES = {
  step: { label: "Steps of the looks", shape: ["looks"] },
  missThen: { label: "Distance from the hyperbolas then", shape: ["looks"] },
  unsatisfiedThen: { label: "Unsatisfied share then", shape: ["looks"] },
  wrongThen: { label: "Training error then", shape: ["looks"] },
  startReadout: { label: "Readouts of some nodes at the start", symbol: "a", shape: ["nodes"] },
  startAlong: { label: "Their projections at the start", symbol: "w∥", shape: ["nodes"] },
  readout: { label: "Their readouts now", symbol: "a", shape: ["nodes"] },
  along: { label: "Their projections now", symbol: "w∥", shape: ["nodes"] },
} as const;
