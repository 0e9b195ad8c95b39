/** Where a point of the diagram is, in words that begin a sentence. */
import { regimeAt } from "../../../src/theory/phaseDiagram.ts";

const SIDES = {
  linear: "On the linear side",
  critical: "On the line between",
  condensed: "On the condensed side",
} as const;

export function sideOf(gamma: number, gammaPrime: number): string {
  return SIDES[regimeAt(gamma, gammaPrime)];
}
