/** The map as it is looked at: which exponent is shown, what the theory has to say about it, and where it lies. */
import { type CellMap, type CellValue, cellInWords, cellName } from "../../../plots/cellMap.ts";
import type { ColourScale } from "../../../plots/cellMarks.ts";
import { type Exponent, inputExponent, outputExponent, weightExponent } from "../../../theory/exponents.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import { diagramAxes } from "../setting/diagramViews.ts";
import { exponentOf } from "../setting/exponents.ts";
import { type DistanceName, type MapSeries, pointDots, RESOLVED } from "./series.ts";

/** Where the map lies in its drawing, in the drawing's own units: for what draws it and for what is laid over it. */
export const FRAME = {
  width: 480,
  height: 440,
  marginLeft: 52,
  marginRight: 16,
  marginTop: 22,
  marginBottom: 42,
} as const;

interface View extends ColourScale {
  readonly distance: DistanceName;
  readonly theory: Exponent;
  /** γ at which the theory's exponent vanishes in a row. */
  readonly boundary: (gammaPrime: number) => number;
}

/** Clipped as in the paper; two colours that stay apart for every kind of colour vision. */
const EXPONENTS = { ends: [-0.5, 0.5], colours: ["--linear", "--condensed"] } as const;
const INPUT: View = {
  ...EXPONENTS,
  symbol: "S_w",
  distance: "inputDistance",
  theory: inputExponent,
  boundary,
};

export const LENSES = {
  input: INPUT,
  output: {
    ...EXPONENTS,
    symbol: "S_a",
    distance: "outputDistance",
    theory: outputExponent,
    boundary: (gammaPrime) => boundary(-gammaPrime),
  },
  weight: {
    ...EXPONENTS,
    symbol: "S_θ",
    distance: "weightDistance",
    theory: weightExponent,
    boundary: () => 1,
  },
  error: { ...INPUT, symbol: "|S_w − formula|", ends: [0, 0.2], colours: ["--critical", "--critical"] },
} as const satisfies Record<string, View>;

export type Lens = keyof typeof LENSES;

/** The lens of this name; that of the input weights if there is none. */
export function lensNamed(name: string | undefined): Lens {
  return name !== undefined && Object.hasOwn(LENSES, name) ? (name as Lens) : "input";
}

/** The map through a lens, as cells: null where all widths are run and fewer than two distances are resolved. */
export function cellsThrough(lens: Lens, series: MapSeries): CellMap {
  const { distance, theory } = LENSES[lens];
  const valueAt = (point: number): CellValue => {
    const dots = pointDots(series, distance, point);
    const exponent = exponentOf(dots, RESOLVED[distance]);
    if (Number.isNaN(exponent)) return dots.length < series.width.length ? undefined : null;
    if (lens !== "error") return exponent;
    return Math.abs(exponent - theory(series.gamma[point] as number, series.gammaPrime[point] as number));
  };
  const values = Array.from(series.gamma, (_, point) => valueAt(point));
  return { ...diagramAxes(series.gamma, series.gammaPrime), values };
}

/** What a point says: "γ 0.6, γ′ −0.4: S_w −0.41". */
export function pointInWords(lens: Lens, series: MapSeries, cells: CellMap, point: number): string {
  const run = pointDots(series, LENSES[lens].distance, point).length;
  if (cells.values[point] === undefined && run > 0)
    return `${cellName(cells, point)}: ${run} of ${series.width.length} networks run`;
  return cellInWords(cells, point, LENSES[lens], "not resolved");
}
