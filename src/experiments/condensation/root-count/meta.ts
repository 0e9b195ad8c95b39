/** Describes Case 2 of the paper's theory as a run: how many critical lines random residuals have in the plane. */
import type { ExperimentMeta } from "../../experiment.ts";
import { workloadOf } from "../sines.ts";

const parameters = {
  orders: { kind: "wholes", label: "Multiplicities", symbol: "p", minimum: 1, maximum: 8, atMost: 8 },
  draws: { kind: "whole", label: "Draws of residuals", minimum: 1, maximum: 1000, step: 1 },
  polynomial: {
    kind: "choice",
    label: "Polynomial",
    options: { own: "of degree p", next: "of degree p + 1, as for the next multiplicity" },
  },
} as const;

export const meta: ExperimentMeta<typeof parameters> = {
  id: "condensation/root-count",
  title: "Critical lines of random residuals",
  source: { paper: "zhou2022", where: "Sec. 5, Case 2" },
  parameters,
  defaults: { orders: [1, 2, 3, 4, 5], draws: 200, polynomial: "own" },
  cost: 0.4,
  // Nothing is trained.
  workload: () => workloadOf({ activation: "tanh", inputs: 1, width: 1 }),
  frameStride: 50,
  reproducibility: "bitwise",
  precision: "float64",
  quantities: {
    miscounted: { label: "Draws whose lines are more than p, or not p less an even number", digits: 4 },
    largestGap: {
      label: "Largest angle between a root and a sign change of F′(θ); 90° where their numbers differ",
      unit: "degrees",
      digits: 2,
    },
    fullShare: { label: "Share of the draws with p lines", digits: 3 },
  },
  figures: [],
};
