/** The cells of a map as a grid that lies over its picture: for pointers, for the keyboard and for screen readers. */
import { html, type TemplateResult } from "lit";
import { type CellMap, edgesOf } from "../../src/plots/cellMap.ts";

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

/** What a picture leaves free around its map, in its own units. */
export interface Margins {
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
}

export interface CellGrid {
  /** The picture beneath, of whatever size, and what the grid is put into, which may be wider. */
  readonly picture: SVGSVGElement;
  readonly holder: Element;
  readonly margins: Margins;
  readonly map: Pick<CellMap, "x" | "y">;
  /** What a cell is and says: "γ 0.6, γ′ −0.4: S_w −0.41". */
  readonly wordsOf: (cell: number) => string;
  readonly selected: number;
  readonly choose: (cell: number, focus: boolean) => void;
}

/** One element per cell, one of them in the tab order; arrow keys go from cell to cell. */
export function cellGridTemplate(grid: CellGrid): TemplateResult {
  const { map, wordsOf, selected, choose } = grid;
  const [columns, rows] = [map.x.at.length, map.y.at.length];
  const limit = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const onKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const column = limit((selected % columns) + move[0], columns - 1);
    const row = limit(Math.floor(selected / columns) + move[1], rows - 1);
    choose(row * columns + column, true);
  };
  const cell = (place: number) => {
    const words = wordsOf(place);
    return html`<div
      role="gridcell"
      data-point=${place}
      tabindex=${place === selected ? 0 : -1}
      aria-selected=${place === selected ? "true" : "false"}
      aria-label=${words}
      title=${words}
      @click=${() => choose(place, true)}
    ></div>`;
  };
  const row = (k: number) =>
    html`<div role="row" .style=${`grid-template-columns:${tracksOf(map.x)}`}>${Array.from({ length: columns }, (_, column) => cell(k * columns + column))}</div>`;
  return html`<div
    class="map-grid"
    role="grid"
    aria-label="Cells of the map: arrow keys go from one to the next"
    .style=${`${placeOver(grid)};grid-template-rows:${tracksOf(map.y, true)}`}
    @keydown=${onKey}
  >
    ${Array.from({ length: rows }, (_, k) => row(rows - 1 - k))}
  </div>`;
}

/** Where the grid lies in its holder: over the map, wherever the picture stands and however large it is shown. */
function placeOver({ picture, holder, margins }: CellGrid): string {
  const { marginLeft, marginRight, marginTop, marginBottom } = margins;
  const { width, height } = picture.viewBox.baseVal;
  const [shown, around] = [picture.getBoundingClientRect(), holder.getBoundingClientRect()];
  const [across, down] = [shown.width / width, shown.height / height];
  return [
    `left:${shown.left - around.left + marginLeft * across}px`,
    `top:${shown.top - around.top + marginTop * down}px`,
    `width:${(width - marginLeft - marginRight) * across}px`,
    `height:${(height - marginTop - marginBottom) * down}px`,
  ].join(";");
}

/** The widths of an axis' cells, or from the last to the first their heights, as tracks of a grid. */
function tracksOf(axis: CellMap["x"], isReversed = false): string {
  const edges = edgesOf(axis).map((edge) => (axis.isLogarithmic ? Math.log(edge) : edge));
  const sizes = edges.slice(1).map((edge, k) => edge - (edges[k] as number));
  const shares = isReversed ? sizes.toReversed() : sizes;
  const all = shares.reduce((sum, size) => sum + size, 0);
  return shares.map((size) => `minmax(0,${((shares.length * size) / all).toFixed(4)}fr)`).join(" ");
}
