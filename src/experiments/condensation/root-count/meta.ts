/** Describes Case 2 of the paper's theory as a run: how many critical lines random residuals have in the plane. */
import { choice, whole, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";

export const meta = experiment({
  title: "Critical lines of random residuals",
  source: { paper: "zhou2022", where: "Sec. 5, Case 2" },
  parameters: {
    orders: wholes("Multiplicities", [1, 8], { symbol: "p", atMost: 8 }),
    draws: whole("Draws of residuals", [1, 1000]),
    polynomial: choice("Polynomial", {
      own: "of degree p",
      next: "of degree p + 1, as for the next multiplicity",
      other: "of degree p, for the residuals of the next draw",
    }),
  },
  defaults: { orders: [1, 2, 3, 4, 5], draws: 200, polynomial: "own" },
  computes: () => ({ on: "float64" }),
  cost: ({ draws }) => 3e-3 * draws,
  frameStride: () => 50,
  quantities: {
    miscounted: { label: "Draws whose lines are more than p, or not p less an even number", digits: 4 },
    largestGap: {
      label: "Largest angle between a root and a sign change of F′(θ); 90° where their numbers differ",
      unit: "degrees",
      digits: 2,
    },
    fullShare: { label: "Share of the draws with p lines" },
  },
  series: {},
});
