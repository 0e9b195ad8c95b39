/** Draws γ over the logarithm of time, a line per case. */
import { lineDrawing } from "../../drawing/lineDrawing.ts";
import { meta } from "./meta.ts";

export const drawing = lineDrawing(meta, {
  title: "Growth",
  across: "time",
  up: "growth",
  isLogarithmic: { across: true },
  numbers: ["growth", "slope", "unsatisfied"],
});
