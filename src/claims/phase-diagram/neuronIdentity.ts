/** A10: κ′²aₖ² − |wₖ|² stays what it was, for every neuron (paper, eq. 77). */
import { meta as neuronIdentity } from "../../experiments/phase-diagram/neuron-identity/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";
import { SEEDS } from "./terms.ts";

const SMALL = atMost(0.01);
const ORIGIN =
  "0 for gradient flow. A descent with finite steps drifts in proportion to the step: 4e-7 to 6e-3 in reference runs of the notes for this page at κ′ = 1, hence one hundredth.";

const FROZEN = {
  instead: { trained: "output" },
  why: "With frozen input weights κ′²a² changes and |w|² does not: nothing is balanced.",
} as const;

/** Small, since it is trained in float64. */
const REFINED = {
  gamma: 1.25,
  gammaPrime: 0,
  width: 200,
  precision: "float64",
  refinements: [2, 8],
} as const;

const driftAt = (gamma: number, gammaPrime: number) => ({
  label: `drift at γ = ${gamma}, γ′ = ${String(gammaPrime).replace("-", "−")}`,
  at: { gamma, gammaPrime },
  measures: "drift" as const,
  accept: SMALL,
  origin: ORIGIN,
  control: FROZEN,
});

export const A10 = claim(neuronIdentity, {
  title: "What a neuron's two layers gain, they gain together",
  statement:
    "While a network is trained, κ′²a² of every neuron changes by as much as |w|² does, whether κ′ is one, smaller or larger. What gradient descent violates of it is below one hundredth of the largest κ′²a², and falls in proportion to the step.",
  formula: String.raw`\kappa'^2\bigl(a_k(t)^2 - a_k(0)^2\bigr) = \lVert w_k(t)\rVert^2 - \lVert w_k(0)\rVert^2 \quad\text{for every } k`,
  source: { paper: "luo2021", where: "eq. 77" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  cases: [
    driftAt(1, 0),
    driftAt(1.75, 0),
    driftAt(1.25, 0.4),
    driftAt(1.25, -0.4),
    {
      label: "drift with four times the step over drift, γ = 1.25, in float64",
      at: REFINED,
      measures: "driftRatio",
      accept: between(3.2, 4.8),
      origin:
        "Derived here: each step violates the identity by a term of second order, so that the drift over a given time is of first order, a ratio of 4; ±20 % for the next order, since the coarser step is half as long as the step rule's first.",
      control: {
        instead: { trained: "unequal" },
        why: "With input weights that learn twice as fast as they should, the identity is broken in gradient flow already, and finer steps do not mend it: a ratio of 1.",
      },
    },
  ],
});
