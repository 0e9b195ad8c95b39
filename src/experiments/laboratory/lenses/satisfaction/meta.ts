/** Describes the lens of the hinge loss in mean field: which examples are satisfied, and how nodes grow along their hyperbolas. */
import { lens } from "../../setting/lens.ts";
import { isClassified } from "../../setting/setup.ts";
import { missingFrom } from "./theory.ts";

export const meta = lens({
  place: 5,
  label: "Satisfaction",
  source: { paper: "pellegrini2020", where: "Fig. 1 and Sec. 3" },
  sees: "How many examples are satisfied, which ones, and how far one number γ for all nodes takes them along their hyperbolas.",
  quantities: {
    growth: { label: "Growth, by least squares", symbol: "γ" },
    hyperbolaMiss: { label: "Relative distance of nodes from hyperbolas", digits: 2 },
    unsatisfied: { label: "Unsatisfied examples" },
    satisfiedAt: { label: "Satisfied from this y f on, or up to this |f − y|", digits: 2 },
    wrongInSample: { label: "Examples on the wrong side" },
    growthMiss: { label: "Largest relative miss of γ", digits: 2 },
    unsatisfiedMiss: { label: "Largest miss of the unsatisfied share", digits: 2 },
  },
  series: {
    growthThen: { label: "Growth at the looks", symbol: "γ", shape: ["looks"] },
    hyperbolaMissThen: { label: "Distance from the hyperbolas then", shape: ["looks"] },
    unsatisfiedThen: { label: "Unsatisfied share then", shape: ["looks"] },
    wrongThen: { label: "Share on the wrong side then", shape: ["looks"] },
    predictedAt: { label: "Times of the theory", shape: ["looks that are planned"] },
    predictedGrowth: { label: "Growth by the theory then", shape: ["looks that are planned"] },
    predictedUnsatisfied: {
      label: "Unsatisfied share by the theory then",
      shape: ["looks that are planned"],
    },
    startReadout: { label: "Output weights of some nodes at the start", symbol: "a", shape: ["nodes"] },
    startAlong: { label: "Their projections at the start", symbol: "w∥", shape: ["nodes"] },
    readout: { label: "Their output weights now", symbol: "a", shape: ["nodes"] },
    along: { label: "Their projections now", symbol: "w∥", shape: ["nodes"] },
    exampleDistance: {
      label: "Distance of some examples from the boundary",
      symbol: "|x∥|",
      shape: ["examples"],
    },
    exampleMargin: { label: "Their y f; |f − y| where there are no classes", shape: ["examples"] },
  },
  assumes: (setup) => [
    ...missingFrom(setup),
    ...(isClassified(setup.data) || setup.rule === "onePass"
      ? []
      : [
          "Targets are no classes: an example counts as satisfied where f is off its target by less than half of the targets’ root mean square.",
        ]),
  ],
});
