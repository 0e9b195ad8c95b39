/** Draws the gap between networks and random features against the width. */
import { lineDrawing } from "../../drawing/lineDrawing.ts";
import { meta } from "./meta.ts";

export const drawing = lineDrawing(meta, {
  title: "Gap to random features against width",
  across: "width",
  up: "gap",
  isLogarithmic: { across: true, up: true },
});
