/** Draws how a stage by itself approaches its limit. */
import { lineDrawing } from "../../drawing/lineDrawing.ts";
import { meta } from "./meta.ts";

export const drawing = lineDrawing(meta, {
  title: "Time of a stage over its limit",
  across: "epsilon",
  up: "centre",
  isLogarithmic: { across: true },
  rules: [1],
});
