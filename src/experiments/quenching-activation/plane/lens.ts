/** The plane as it is looked at: which number of a cell is shown, in which colours, and where the map lies. */
import { log } from "../../../math/elementary.ts";
import type { CellMap, CellValue } from "../../../plots/cellMap.ts";
import { cellName } from "../../../plots/cellMap.ts";
import type { ColourScale } from "../../../plots/cellMarks.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Result, seriesIn } from "../../drawing/drawing.ts";

/** Where a map lies in its drawing, in the drawing's own units: for what draws it and for what is laid over it. */
export const FRAME = {
  width: 440,
  height: 290,
  marginLeft: 52,
  marginRight: 16,
  marginTop: 22,
  marginBottom: 42,
} as const;

interface View extends ColourScale {
  readonly series: "test" | "pathNorm" | "share";
  /** From a number of the series to the one that is coloured. */
  readonly shown: (value: number) => number;
}

const COLOURS = ["--series-1", "--series-2"] as const;
export const LENSES = {
  test: {
    symbol: "log₁₀ test error",
    series: "test",
    shown: (value) => log(value) / Math.LN10,
    ends: [-7, -1],
    middle: -4,
    colours: COLOURS,
  },
  pathNorm: {
    symbol: "path norm",
    series: "pathNorm",
    shown: (value) => value,
    ends: [1, 9],
    middle: 1,
    colours: COLOURS,
  },
  share: {
    symbol: "N_eff/m",
    series: "share",
    shown: (value) => value,
    ends: [0, 0.8],
    colours: COLOURS,
  },
} as const satisfies Record<string, View>;

export type Lens = keyof typeof LENSES;

/** The lens of this name; that of the test error if there is none. */
export function lensNamed(name: string | undefined): Lens {
  return name !== undefined && Object.hasOwn(LENSES, name) ? (name as Lens) : "test";
}

export function planeIn(result: Result | null) {
  return seriesIn(result, ["width", "sampleSize", "time", "train", "test", "pathNorm", "share"]);
}

export type PlaneSeries = NonNullable<ReturnType<typeof planeIn>>;

/** The axes of a plane. */
export interface Axes {
  readonly width: ArrayLike<number>;
  readonly sampleSize: ArrayLike<number>;
}

function axesOf({ width, sampleSize }: Axes): Pick<CellMap, "x" | "y"> {
  return {
    x: { symbol: "m", label: "width m", isLogarithmic: true, at: Array.from(width) },
    y: { symbol: "n", label: "samples n", isLogarithmic: true, at: Array.from(sampleSize) },
  };
}

/** A plane of which nothing is run yet. */
export function emptyPlane(axes: Axes): CellMap {
  const count = axes.width.length * axes.sampleSize.length;
  return { ...axesOf(axes), values: new Array<CellValue>(count).fill(undefined) };
}

/** The plane through a lens, as cells. */
export function cellsThrough(lens: Lens, plane: PlaneSeries): CellMap {
  const { series, shown } = LENSES[lens];
  const values = Array.from(plane[series], (value) => (Number.isFinite(value) ? shown(value) : undefined));
  return { ...axesOf(plane), values };
}

/** What a cell says: "m 45, n 80: test error 0.018, path norm 3.1, N_eff/m 0.32". */
export function cellTold(plane: PlaneSeries, cell: number): string {
  const name = cellName(axesOf(plane), cell);
  if (!Number.isFinite(plane.test[cell])) return `${name}: not run yet`;
  const [test, norm, share] = [plane.test[cell], plane.pathNorm[cell], plane.share[cell]];
  return `${name}: test error ${inWords(test, 2)}, path norm ${inWords(norm, 2)}, N_eff/m ${inWords(share, 2)}`;
}
