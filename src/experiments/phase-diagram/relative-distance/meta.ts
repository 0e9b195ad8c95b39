/** Describes Fig. 3 of the paper: how far the input weights travel, against the width, and the exponent fitted to it. */
import { total } from "../../cost.ts";
import { choice, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { POINT } from "../setting/coordinates.ts";
import { RELATIVE_DISTANCE } from "../setting/measured.ts";
import { halfOf, secondsOf, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "How far the input weights move, against the width",
  source: { paper: "luo2021", where: "Fig. 3" },
  parameters: {
    ...POINT,
    widths: wholes("Widths", [10, 40_000], { symbol: "m", atMost: 8 }),
    widthCounts: choice(
      "The width m counts",
      { half: "one antisymmetric half", whole: "the whole network" },
      { hint: "The paper's experiments mean one half." },
    ),
  },
  defaults: { gamma: 1, gammaPrime: 0, widths: [1000, 5000, 10_000, 20_000, 40_000], widthCounts: "half" },
  computes: (given) => ({
    on: "engine",
    workload: workloadOf(halfOf(Math.max(...given.widths), given.widthCounts)),
  }),
  cost: ({ widths, widthCounts }) => total(widths.map((width) => secondsOf(halfOf(width, widthCounts)))),
  frameStride: () => 200,
  quantities: {
    slope: { label: "Exponent S_w of the distance against m" },
    relativeDistance: { ...RELATIVE_DISTANCE, label: `${RELATIVE_DISTANCE.label} at the largest width` },
  },
  series: {
    width: { label: "Widths m at which something is known", symbol: "m", shape: ["widths"] },
    relativeDistance: {
      label: "Relative distance of the input weights there",
      symbol: "RD",
      shape: ["widths"],
    },
  },
  figures: [
    {
      id: "relative-distance",
      title: "How far the weights move",
      caption:
        "Relative distance of the input weights after training, against the number m of neurons in a half, both axes logarithmic, at γ′ = 0. Lines are least-squares fits; open diamonds are the values plotted in the paper.",
      cases: [0.5, 1, 1.75].map((gamma) => ({ label: `γ = ${gamma}`, parameters: { gamma } })),
      controls: ["widths", "widthCounts"],
    },
  ],
});

/** Values read off the vector graphics of the published Fig. 3 (a)–(c), and the slopes printed there. */
export const PUBLISHED = {
  widths: [1000, 5000, 10_000, 20_000, 40_000],
  cases: [
    { gamma: 0.5, relativeDistance: [0.008834, 0.003752, 0.002737, 0.00192, 0.001354], slope: -0.506 },
    { gamma: 1, relativeDistance: [0.262, 0.2697, 0.2689, 0.263, 0.2723], slope: 0.007 },
    { gamma: 1.75, relativeDistance: [7.98, 13.36, 18.4, 23.9, 31.0], slope: 0.372 },
  ],
} as const;
