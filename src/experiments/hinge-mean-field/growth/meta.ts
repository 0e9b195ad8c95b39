/** Describes the one-variable theory by itself, to times that no training here reaches: a straight line, then a logarithm. */

import { real, whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { FLIPPED, INPUTS, RATE, SCALE } from "../setting/parameters.ts";

/** Times, evenly on a logarithmic axis of five decades. */
export const TIMES = 60;
export const DECADES = 5;

export const meta = experiment({
  title: "The growth γ by the theory alone",
  source: { paper: "pellegrini2020", where: "Fig. 1c and its caption" },
  parameters: {
    scale: SCALE,
    inputs: INPUTS,
    rate: RATE,
    flipped: FLIPPED,
    width: whole("Nodes that add their scatter", [10, 10_000], {
      symbol: "M",
      step: 0.1,
      isLogarithmic: true,
    }),
    duration: real("Duration", [10, 1e6], { symbol: "t", step: 0.1, isLogarithmic: true }),
  },
  defaults: { scale: 1, inputs: 100, rate: 2.5, flipped: 0, width: 400, duration: 2e4 },
  computes: () => ({ on: "float64" }),
  cost: () => 0.1,
  frameStride: () => 6,
  quantities: {
    growth: { label: "Growth at the end", symbol: "γ", digits: 4 },
    slope: { label: "Growth per e-fold of time", symbol: "dγ/d log t" },
    lateMiss: { label: "Growth less its late formula", digits: 2, floor: 1e-6 },
    unsatisfied: { label: "Unsatisfied share" },
    scatterError: { label: "Error that the scatter of M nodes makes" },
  },
  series: {
    time: { label: "Times", symbol: "t", shape: ["times"] },
    growth: { label: "Growth then", symbol: "γ", shape: ["times"] },
  },
  figures: [
    {
      id: "growth",
      title: "A line, then a logarithm",
      caption:
        "γ by the theory alone, to times that no training here reaches. The paper’s Fig. 1 has α = 1, and d and β as they are set at first. For α far above √d there is a window in between in which γ grows like the cube root of t.",
      cases: [1, 10, 100, 300].map((scale) => ({ label: `α = ${scale}`, parameters: { scale } })),
      controls: ["inputs", "rate", "flipped", "duration"],
    },
  ],
});
