/** Draws γ over the logarithm of time, a line per case. */
import { inWords } from "../../../plots/numbers.ts";
import type { Drawing } from "../../drawing/drawing.ts";
import { lineDrawing } from "../../drawing/lineDrawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { meta } from "./meta.ts";

export const drawing: Drawing<typeof meta> = {
  ...lineDrawing(meta, {
    title: "Growth",
    across: "time",
    up: "growth",
    isLogarithmic: { across: true },
    numbers: ["growth", "slope", "unsatisfied"],
  }),
  describe: sentencePerCase(
    ({ quantities, series }) =>
      `by the theory γ is ${inWords(quantities.growth)} at t = ${inWords(Array.from(series.time ?? []).at(-1))}.`,
  ),
};
