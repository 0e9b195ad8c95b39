/** The phase diagram as it is drawn: its axes, and the colours of its regimes. */
import { type CellMap, distinct } from "../../../plots/cellMap.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import type { Shown } from "../../drawing/drawing.ts";

/** The axes of a map over the phase diagram, from the places of its points. */
export function diagramAxes(
  gamma: ArrayLike<number>,
  gammaPrime: ArrayLike<number>,
): Pick<CellMap, "x" | "y"> {
  return {
    x: { symbol: "γ", label: "γ (smaller start)", at: distinct(gamma) },
    y: { symbol: "γ′", label: "γ′ (faster output layer)", at: distinct(gammaPrime) },
  };
}

/** The colour of the regime at a point of the diagram. */
export function colourAt(gamma: number, gammaPrime: number): string {
  return `var(--${regimeAt(gamma, gammaPrime)})`;
}

/** The colour of the regime that a case is in. */
export function colourOf({ parameters }: Shown): string {
  return colourAt(Number(parameters.gamma), Number(parameters.gammaPrime));
}
