/** Describes Fig. 4 of the paper: the exponents of the relative distance over a grid of the phase diagram. */
import { total, trainingSeconds } from "../../cost.ts";
import { choice, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { EDGES, edgesAt } from "../setting/coordinates.ts";
import { gridOf } from "../setting/grid.ts";
import { GRID_SERIES, RELATIVE_DISTANCE } from "../setting/measured.ts";
import { TYPICAL_STEPS, workloadOf } from "../setting/workload.ts";

/** What the map can show of the same runs. */
const LENS = choice("Colours show", {
  input: "input weights, S_w",
  output: "output weights, S_a",
  weight: "all weights, S_θ",
  error: "S_w against the formula",
});

function distanceOf(weights: string, symbol: string) {
  return { label: `Relative distance of ${weights}`, symbol, shape: ["points", "widths"] };
}

/** Every input comes twice, see apart.ts. */
const workloadApart = (half: number) => ({ ...workloadOf(half), inputDimension: 4 });

export const meta = experiment({
  title: "The exponents over the phase diagram",
  source: { paper: "luo2021", where: "Fig. 4" },
  parameters: {
    ...EDGES,
    spacing: choice("Points", {
      "0.2": "5 × 5, 0.2 apart",
      "0.1": "9 × 9, 0.1 apart, as the paper",
      "0.05": "17 × 17, 0.05 apart",
    }),
    widths: wholes("Widths of a half", [10, 40_000], { symbol: "m", atMost: 6 }),
    theory: choice("Compared with", {
      diagram: "the phase diagram and the formula",
      mirrored: "both with γ′ of the other sign",
      vertical: "a boundary at γ = 1 everywhere",
    }),
  },
  defaults: {
    ...edgesAt([0.6, 1.4], [-0.4, 0.4]),
    spacing: "0.1",
    widths: [1000, 5000, 10_000, 20_000, 40_000],
    theory: "diagram",
  },
  computes: ({ widths }) => ({ on: "engine", workload: workloadApart(Math.max(...widths)) }),
  cost: ({ widths, ...rectangle }) =>
    gridOf(rectangle).points.length *
    total(widths.map((width) => trainingSeconds(workloadApart(width), TYPICAL_STEPS))),
  frameStride: () => 5000,
  quantities: {
    inputDistance: { ...RELATIVE_DISTANCE, floor: 0 },
    outputDistance: { ...RELATIVE_DISTANCE, label: "Distance moved by the output weights", floor: 0 },
    weightDistance: { ...RELATIVE_DISTANCE, label: "Distance moved by all weights", floor: 0 },
    meanError: { label: "Mean distance of S_w from the formula", digits: 2 },
    largestError: { label: "Largest distance of S_w from the formula", digits: 2 },
    wrongSigns: {
      label: "Points with the wrong sign of S_w, farther than 0.15 from the boundary",
      digits: 2,
    },
    unresolved: { label: "Points at which float32 does not resolve S_a", digits: 2 },
    zero: { label: "γ where S_w crosses zero in the row", digits: 4 },
    meanExchangeError: { label: "Mean difference of S_a(γ, γ′) from S_w(γ, −γ′)", digits: 2 },
    largestExchangeError: { label: "Largest difference of S_a(γ, γ′) from S_w(γ, −γ′)", digits: 2 },
  },
  series: {
    ...GRID_SERIES,
    inputDistance: distanceOf("the input weights", "RD(θ_w)"),
    outputDistance: distanceOf("the output weights", "RD(θ_a)"),
    weightDistance: distanceOf("all weights", "RD(θ)"),
  },
  figures: [
    {
      id: "map",
      title: "The phase diagram, measured",
      caption:
        "Exponents of the relative distance against the width, over γ (horizontal) and γ′ (vertical). Colours are clipped at ±0.5 as in the paper’s Fig. 4; the thick line is the boundary of the limit, thin lines are level lines of the formula derived on this page.",
      controls: ["spacing", "widths"],
      lens: LENS,
      explorer: "phase-map",
    },
  ],
});

/** Stars of the published Fig. 4, read off its vector graphics: where the interpolated S_w vanishes in a row. */
export const PUBLISHED_ZEROS = [
  { gammaPrime: 0.4, gamma: 1.389 },
  { gammaPrime: 0.3, gamma: 1.334 },
  { gammaPrime: 0.1, gamma: 1.134 },
  { gammaPrime: -0.1, gamma: 1.0 },
  { gammaPrime: -0.3, gamma: 0.997 },
  { gammaPrime: -0.4, gamma: 0.999 },
] as const;
