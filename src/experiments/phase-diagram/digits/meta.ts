/** Describes a row of Fig. 5 of the paper: the exponents of the relative distance on real digits, against γ. */
import { total } from "../../cost.ts";
import { wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { POINT } from "../setting/coordinates.ts";
import { gridOf, type Rectangle } from "../setting/grid.ts";
import { RELATIVE_DISTANCE } from "../setting/measured.ts";
import { AS_USUAL, digitSeconds, digitWorkload, PIXELS, ROWS, STOP } from "../setting/mnist/parameters.ts";

const GAMMAS = { ...POINT.gamma, minimum: 0.7, maximum: 1.3, step: 0.1 };

/** The γ of a row, 0.1 apart. */
export function columnsOf(row: Pick<Rectangle, "gammaFrom" | "gammaTo">): readonly number[] {
  return gridOf({ ...row, gammaPrimeFrom: 0, gammaPrimeTo: 0, spacing: "0.1" }).gammas;
}

export const meta = experiment({
  title: "The exponents on real digits",
  source: { paper: "luo2021", where: "Fig. 5" },
  parameters: {
    gammaPrime: ROWS,
    gammaFrom: { ...GAMMAS, label: "Left end of the row" },
    gammaTo: { ...GAMMAS, label: "Right end of the row" },
    widths: wholes("Widths", [50, 250_000], {
      symbol: "m",
      atMost: 5,
      hint: "Seven networks each. One of 10,000 neurons takes about ten seconds, one of 250,000 about five minutes.",
    }),
    pixels: PIXELS,
    stop: STOP,
  },
  defaults: { gammaPrime: 0, gammaFrom: 0.7, gammaTo: 1.3, widths: [250, 1000, 4000], ...AS_USUAL },
  computes: ({ widths }) => ({ on: "engine", workload: digitWorkload(Math.max(...widths)) }),
  cost: ({ widths, ...row }) => columnsOf(row).length * total(widths.map(digitSeconds)),
  frameStride: () => 500,
  quantities: {
    relativeDistance: RELATIVE_DISTANCE,
    zero: { label: "γ where S_w crosses zero in the row", digits: 4 },
    publishedError: { label: "Mean distance of S_w from the paper’s values", digits: 2 },
    meanError: { label: "Mean distance of S_w from the formula", digits: 2 },
  },
  series: {
    gamma: { label: "γ of each column", symbol: "γ", shape: ["columns"] },
    width: { label: "Widths m", symbol: "m", shape: ["widths"] },
    relativeDistance: {
      label: "Relative distance of the input weights",
      symbol: "RD",
      shape: ["columns", "widths"],
    },
  },
  figures: [
    {
      id: "digits",
      title: "Forty-five digits",
      caption:
        "Exponents of the relative distance of the input weights on 45 images of MNIST, against γ, in one row of the diagram; and the distances themselves against the number m of neurons, both axes logarithmic.",
      controls: ["gammaPrime", "widths", "pixels", "stop"],
    },
  ],
});

/** What the paper plots in a row: exponents in one row alone, the place of their zero in all that it has. */
export function publishedIn(gammaPrime: number) {
  const zero = PUBLISHED.zeros.find((row) => Math.abs(row.gammaPrime - gammaPrime) < 1e-9);
  return { exponents: gammaPrime === 0 ? PUBLISHED.exponents : [], zero: zero?.gamma };
}

/** S_w at a point, as far as the paper plots it. */
export function publishedExponent(gamma: number, gammaPrime: number): number | undefined {
  return publishedIn(gammaPrime).exponents.find((each) => each.gamma === gamma)?.exponent;
}

/** Read off the vector graphics of the published Fig. 5: its colours at γ′ = 0, and its stars, the zeros of each row. */
export const PUBLISHED = {
  exponents: [
    { gamma: 0.7, exponent: -0.32 },
    { gamma: 0.8, exponent: -0.2 },
    { gamma: 0.9, exponent: -0.08 },
    { gamma: 1, exponent: 0 },
    { gamma: 1.1, exponent: 0.06 },
    { gamma: 1.2, exponent: 0.11 },
    { gamma: 1.3, exponent: 0.16 },
  ],
  zeros: [
    { gammaPrime: 0.3, gamma: 1.274 },
    { gammaPrime: 0.2, gamma: 1.214 },
    { gammaPrime: 0.1, gamma: 1.137 },
    { gammaPrime: 0, gamma: 1.048 },
    { gammaPrime: -0.1, gamma: 1.006 },
    { gammaPrime: -0.2, gamma: 0.998 },
    { gammaPrime: -0.3, gamma: 0.992 },
  ],
} as const;
