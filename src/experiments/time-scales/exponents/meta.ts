/** Describes the reduced flow for several ε: how the times of its steps shrink with ε. */
import { total } from "../../cost.ts";
import { wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import {
  ALL_ONES,
  atoms,
  COMPONENT_PARAMETERS,
  epsilonAt,
  READOUTS,
  refusedComponents,
} from "../setting/parameters.ts";
import { secondsOf } from "../setting/workload.ts";

const ALL = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

export const meta = experiment({
  title: "Times of the steps against ε",
  source: { paper: "berthier2024", where: "canonical learning order" },
  parameters: {
    decades: wholes("ε = 10⁻ⁿ for n", [1, 14], { atMost: 14 }),
    ...COMPONENT_PARAMETERS,
    atoms: atoms(20_000),
    readouts: READOUTS,
  },
  defaults: { decades: [8, 9, 10, 11, 12, 13, 14], ...ALL_ONES, atoms: 6, readouts: "spread" },
  refuses: refusedComponents,
  computes: () => ({ on: "float64" }),
  cost: ({ decades, atoms }) =>
    total(decades.map((decade) => secondsOf({ epsilon: epsilonAt(decade), atoms }))),
  frameStride: () => 10_000,
  quantities: {
    slope0: { label: "Exponent of t₀" },
    slope1: { label: "Exponent of t₁" },
    slope2: { label: "Exponent of t₂" },
    slope3: { label: "Exponent of t₃" },
    logarithm: { label: "Growth of t₁/√ε with log 1/ε, over 1/(4|σ₁φ₁|)", digits: 4 },
    separation: { label: "t₃/t₂ at the smallest ε" },
    concentration: { label: "Fall of the share of neurons that carry the quadratic component" },
  },
  series: {
    epsilon: { label: "Values of ε at which something is known", symbol: "ε", shape: ["epsilons"] },
    time0: { label: "t₀", shape: ["epsilons"] },
    time1: { label: "t₁", shape: ["epsilons"] },
    time2: { label: "t₂", shape: ["epsilons"] },
    time3: { label: "t₃", shape: ["epsilons"] },
    participation: {
      label: "Share of neurons that carry the quadratic component when it is halved",
      shape: ["epsilons"],
    },
  },
  figures: [
    {
      id: "exponents",
      title: "Each step against ε",
      caption:
        "When each component is halved, against ε; both axes logarithmic, so that a power of ε is a straight line. Dashed: the formulas for the first two, and lines of slope ¼ and 1/6 through the last points of the others. Then the share of neurons that carry the quadratic component when it is halved, (Σ|as²|)²/(N Σ(as²)²): 1 if all carry the same, 1/N if one group carries all.",
      presets: [
        { label: "Small ε alone", parameters: { decades: [8, 9, 10, 11, 12, 13, 14] } },
        { label: "All decades", parameters: { decades: ALL } },
        { label: "A range that misleads", parameters: { decades: [1, 2, 3, 4] } },
      ],
      controls: ["decades", "atoms", "readouts", "target2", "target1", "target3"],
    },
    {
      id: "limits",
      title: "Which limit comes first",
      caption:
        "When each component is halved, for few groups of neurons and for many, which stand for a continuous law down to about ε = 10⁻⁹. Then the share of neurons that carry the quadratic component when it is halved, (Σ|as²|)²/(N Σ(as²)²): 1 if all carry the same, 1/N if one group carries all.",
      cases: [
        { label: "6 groups", parameters: { decades: [4, 5, 6, 7, 8, 9] } },
        { label: "1,000 groups", parameters: { decades: [4, 5, 6, 7, 8, 9], atoms: 1000 } },
      ],
      controls: ["decades", "target3"],
    },
  ],
});
