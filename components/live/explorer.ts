/** Puts what goes through a figure point by point in its place. */
import { type MapFigure, PhaseMap } from "./phase-map.ts";

/** The explorer of a figure, which it is given once and keeps. */
export function explorerOf(figure: MapFigure): PhaseMap {
  const place = figure.placeOf("explorer");
  const present = place.querySelector<PhaseMap>("phase-map");
  if (present) return present;
  const explorer = new PhaseMap();
  explorer.figure = figure;
  place.replaceChildren(explorer);
  return explorer;
}
