/** Describes a row of Fig. 5 of the paper: the exponents of the relative distance on real digits, against γ. */
import type { ExperimentMeta } from "../../experiment.ts";
import { digitWorkload, PIXELS, ROWS, STOP } from "../mnist/parameters.ts";

const parameters = {
  gammaPrime: ROWS,
  widths: {
    kind: "wholes",
    label: "Widths",
    symbol: "m",
    minimum: 50,
    maximum: 250_000,
    atMost: 5,
    hint: "Seven networks each. One of 10,000 neurons takes about ten seconds, one of 250,000 about five minutes.",
  },
  pixels: PIXELS,
  stop: STOP,
} as const;

export const meta: ExperimentMeta<typeof parameters> = {
  id: "phase-diagram/digits",
  title: "The exponents on real digits",
  source: { paper: "luo2021", where: "Fig. 5" },
  parameters,
  defaults: { gammaPrime: 0, widths: [250, 1000, 4000], pixels: "unit", stop: "usual" },
  cost: 30,
  workload: ({ widths }) => digitWorkload(Math.max(...widths)),
  frameStride: 500,
  reproducibility: "bitwise",
  quantities: {
    zero: { label: "Where S_w crosses zero in the row", symbol: "γ", digits: 4 },
    meanError: { label: "Mean distance of S_w from the formula", digits: 2 },
    publishedError: { label: "Mean distance of S_w from the paper’s values", digits: 2 },
  },
  figures: [
    {
      id: "digits",
      title: "Forty-five digits",
      caption:
        "Exponents of the relative distance of the input weights on 45 images of MNIST, against γ, in one row of the diagram; and the distances themselves against the number m of neurons, both axes logarithmic.",
      cases: [{ label: "", parameters: {} }],
      controls: ["gammaPrime", "widths", "pixels", "stop"],
    },
  ],
};

/** Read off the vector graphics of the published Fig. 5: its colours at γ′ = 0, and its stars, the zeros of each row. */
export const PUBLISHED = {
  exponents: [-0.32, -0.2, -0.08, 0, 0.06, 0.11, 0.16],
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
