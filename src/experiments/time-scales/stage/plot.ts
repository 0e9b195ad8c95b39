/** Draws how a stage by itself approaches its limit. */
import { lineDrawing } from "../../drawing/lineDrawing.ts";
import { meta } from "./meta.ts";

export const drawing = lineDrawing(meta, {
  title: "Time of a stage over its limit",
  across: "epsilon",
  up: "centre",
  isLogarithmic: { across: true },
  // Where ε is largest, at the right: at the other end all lines meet.
  named: "first",
  rules: [1],
});
