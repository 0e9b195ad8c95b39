/** Draws Fig. 2: the learned function against the four points, and every neuron's amplitude against its orientation. */
import { curve } from "../../../plots/curve.ts";
import type { Drawing } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { quantityInWords } from "../../drawing/words.ts";
import { learned, NEURON_KEYS, neurons } from "../setting/views.ts";
import { meta } from "./meta.ts";

const POINTS = [-1 / 2, -1 / 6, 1 / 6, 1 / 2].map((x) => ({ x, y: x * x }));

const movements = sentencePerCase<typeof meta>(
  (result) =>
    `the input weights have moved by ${quantityInWords(meta, result, "relativeDistance")} times their initial length.`,
);

export const drawing: Drawing<typeof meta> = {
  views: [
    learned(
      { reach: 0.6, within: [-0.12, 0.36] },
      () => POINTS,
      ({ now, reference }) => (now ? curve(reference?.series.x, reference?.series.learned) : []),
    ),
    neurons,
  ],
  legend: [
    { label: "the four points of y = x²", colour: "var(--ink)", mark: "ring" },
    ...NEURON_KEYS,
    { label: "reference result beneath a live run", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["relativeDistance", "effectiveOrientations", "condensedShare", "outputAtZero"],
  /** Of many cases, of the first and the last. */
  describe: (shown) => movements(shown.length > 3 ? [...shown.slice(0, 1), ...shown.slice(-1)] : shown),
};
