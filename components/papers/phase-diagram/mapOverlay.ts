/** The points of a map as a grid that lies over its picture: for pointers, for the keyboard and for screen readers. */
import { html, type TemplateResult } from "lit";
import { FRAME } from "../../../src/experiments/phase-diagram/map/frame.ts";
import { LENSES, type Lens, valuesThrough } from "../../../src/experiments/phase-diagram/map/lens.ts";
import type { MapSeries } from "../../../src/experiments/phase-diagram/setting/exponents.ts";
import { inWords } from "../../../src/plots/numbers.ts";

/** Where the grid lies over the picture, whatever its size on the screen. */
const PLACE = (() => {
  const { width, height, marginLeft, marginRight, marginTop, marginBottom } = FRAME;
  const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return [
    `left:${share(marginLeft, width)}`,
    `top:${share(marginTop, height)}`,
    `width:${share(width - marginLeft - marginRight, width)}`,
    `height:${share(height - marginTop - marginBottom, height)}`,
  ].join(";");
})();

/** By how much a key moves: columns to the right, rows upwards. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  Home: [-1000, 0],
  End: [1000, 0],
  PageUp: [0, 1000],
  PageDown: [0, -1000],
};

/** A cell per point, one of them in the tab order; arrow keys go from point to point. */
export function overlayTemplate(
  series: MapSeries,
  lens: Lens,
  selected: number,
  choose: (point: number, focus: boolean) => void,
): TemplateResult {
  const columns = new Set(Array.from(series.gamma)).size;
  const rows = series.gamma.length / columns;
  const values = valuesThrough(lens, series);
  const limit = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const onKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const column = limit((selected % columns) + move[0], columns - 1);
    const row = limit(Math.floor(selected / columns) + move[1], rows - 1);
    choose(row * columns + column, true);
  };
  const cell = (point: number) => {
    const value = values[point] as number;
    const what = Number.isNaN(value) ? "not known" : inWords(value, 2);
    const label = `γ ${inWords(series.gamma[point])}, γ′ ${inWords(series.gammaPrime[point])}: ${LENSES[lens].symbol} ${what}`;
    return html`<div
      role="gridcell"
      data-point=${point}
      tabindex=${point === selected ? 0 : -1}
      aria-selected=${point === selected ? "true" : "false"}
      aria-label=${label}
      title=${label}
      @click=${() => choose(point, true)}
    ></div>`;
  };
  const row = (k: number) =>
    html`<div role="row">${Array.from({ length: columns }, (_, column) => cell(k * columns + column))}</div>`;
  return html`<div
    class="map-grid"
    role="grid"
    aria-label="Points of the map: arrow keys go from one to the next"
    style=${PLACE}
    @keydown=${onKey}
  >
    ${Array.from({ length: rows }, (_, k) => row(rows - 1 - k))}
  </div>`;
}
