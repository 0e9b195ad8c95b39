/** Draws Fig. 4: the exponents as colours over γ and γ′, with boundary, level lines and zeros; and the scale of colours. */
import { dot, line, rect, text } from "@observablehq/plot";
import { inWords } from "../../../plots/numbers.ts";
import { inputExponent, outputExponent } from "../../../theory/exponents.ts";
import {
  type Drawing,
  type ResultOf,
  resultOf,
  type Shown,
  seriesIn,
  type View,
} from "../../drawing/drawing.ts";
import { dotsAt, exponentsOf, MAP_SERIES, type MapSeries, zerosOf } from "../setting/exponents.ts";
import { FRAME } from "./frame.ts";
import { LENSES, type Lens, lensNamed, valuesThrough } from "./lens.ts";
import { type meta, PUBLISHED_ZEROS } from "./meta.ts";

/** Numbers beyond this have the colour of the end of the scale: for exponents as in the paper. */
const CLIPPED_AT = { exponent: 0.5, error: 0.2 };
const LEVELS = [-0.6, -0.4, -0.2, 0.2, 0.4];

function seriesOf(result: ResultOf<typeof meta> | null): MapSeries | null {
  return seriesIn(result, MAP_SERIES);
}

/** Two colours that stay apart for every kind of colour vision, with the ground between them. */
function colourOf(value: number, lens: Lens): string {
  const clip = lens === "error" ? CLIPPED_AT.error : CLIPPED_AT.exponent;
  const share = Math.round(100 * Math.min(1, Math.abs(value) / clip));
  const end = lens === "error" ? "--critical" : value < 0 ? "--linear" : "--condensed";
  return `color-mix(in oklab, var(${end}) ${share}%, var(--map-zero))`;
}

function spacingOf(values: ArrayLike<number>): number {
  const sorted = [...new Set(Array.from(values))].sort((a, b) => a - b);
  return sorted.length < 2 ? 0.1 : (sorted[1] as number) - (sorted[0] as number);
}

/** From edge to edge of the outermost cells. */
function domainOf(values: ArrayLike<number>): [number, number] {
  const half = spacingOf(values) / 2;
  const all = Array.from(values);
  return [Math.min(...all) - half, Math.max(...all) + half];
}

function cellMarks(series: MapSeries, lens: Lens) {
  const [halfX, halfY] = [spacingOf(series.gamma) / 2, spacingOf(series.gammaPrime) / 2];
  const cells = valuesThrough(lens, series).map((value, k) => {
    const [x, y] = [series.gamma[k] as number, series.gammaPrime[k] as number];
    return { value, x1: x - halfX, x2: x + halfX, y1: y - halfY, y2: y + halfY, x, y, k };
  });
  const sides = { x1: "x1", x2: "x2", y1: "y1", y2: "y2" };
  const isMeasured = ({ k }: { k: number }) =>
    dotsAt(series, LENSES[lens].distance, k).length === series.width.length;
  const [known, unknown] = [
    cells.filter(({ value }) => !Number.isNaN(value)),
    cells.filter(({ value }) => Number.isNaN(value)),
  ];
  return [
    rect(unknown, { ...sides, fill: "none", stroke: "var(--line)", strokeWidth: 0.5 }),
    rect(known, { ...sides, fill: ({ value }) => colourOf(value, lens), shapeRendering: "crispEdges" }),
    text(unknown.filter(isMeasured), { x: "x", y: "y", text: () => "×", fill: "var(--muted)", fontSize: 16 }),
  ];
}

/** γ at which the theory has this exponent in each row, within the map; the exponent never falls with γ. */
function levelLine(level: number, lens: Lens, [left, right]: readonly number[], rows: readonly number[]) {
  const { theory } = LENSES[lens];
  return rows.map((y) => {
    let [low, high] = [left as number, right as number];
    if (theory(low, y) > level || theory(high, y) < level) return { x: Number.NaN, y };
    for (let k = 0; k < 40; k++) {
      const middle = (low + high) / 2;
      if (theory(middle, y) < level) low = middle;
      else high = middle;
    }
    return { x: high, y };
  });
}

function theoryMarks(series: MapSeries, lens: Lens) {
  const [bottom, top] = domainOf(series.gammaPrime);
  const across = domainOf(series.gamma);
  const rows = [
    ...new Set([bottom, 0, top, ...Array.from({ length: 37 }, (_, k) => bottom + (k * (top - bottom)) / 36)]),
  ]
    .filter((row) => row >= bottom && row <= top)
    .sort((a, b) => a - b);
  const levels = lens === "error" ? [] : LEVELS;
  const edge = rows.map((y) => ({ x: LENSES[lens].boundary(y), y })).filter(({ x }) => x <= across[1] + 1e-9);
  return [
    ...levels.map((level) =>
      line(levelLine(level, lens, across, rows), {
        x: "x",
        y: "y",
        stroke: "var(--ink)",
        strokeWidth: 0.75,
        strokeDasharray: "2 3",
      }),
    ),
    text(
      levels.flatMap((level) => {
        const [first] = levelLine(level, lens, across, rows).filter(({ x }) => !Number.isNaN(x));
        return first ? [{ ...first, level }] : [];
      }),
      {
        x: "x",
        y: "y",
        text: ({ level }) => inWords(level),
        fill: "var(--ink)",
        dx: 3,
        dy: -7,
        textAnchor: "start",
      },
    ),
    line(edge, { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 2.5 }),
  ];
}

function zeroMarks(series: MapSeries, lens: Lens) {
  if (lens !== "input") return [];
  const [bottom, top] = domainOf(series.gammaPrime);
  const channels = { x: "gamma", y: "gammaPrime" };
  return [
    dot(zerosOf(series, exponentsOf(series, "inputDistance")), {
      ...channels,
      r: 4,
      fill: "var(--ink)",
      stroke: "var(--panel)",
    }),
    dot(
      PUBLISHED_ZEROS.filter(({ gammaPrime }) => gammaPrime > bottom && gammaPrime < top),
      {
        ...channels,
        symbol: "diamond",
        r: 7,
        stroke: "var(--ink)",
        strokeWidth: 1.5,
      },
    ),
  ];
}

const map: View<typeof meta> = {
  id: "map",
  title: "Exponent of the relative distance over γ and γ′",
  per: "figure",
  plot: ([shown], name) => {
    const lens = lensNamed(name);
    const series = seriesOf(shown ? resultOf(shown) : null);
    const axes = {
      x: { label: "γ (smaller start) →", domain: series ? domainOf(series.gamma) : [0.55, 1.45], ticks: 5 },
      y: {
        label: "↑ γ′ (faster output layer)",
        domain: series ? domainOf(series.gammaPrime) : [-0.45, 0.45],
        ticks: 5,
      },
    };
    if (!series) return { ...FRAME, ...axes };
    return {
      ...FRAME,
      ...axes,
      marks: [...cellMarks(series, lens), ...theoryMarks(series, lens), ...zeroMarks(series, lens)],
    };
  },
};

/** The colours by themselves, with their numbers. */
const scale: View<typeof meta> = {
  id: "scale",
  title: "Scale of colours",
  per: "figure",
  plot: (_, name) => {
    const lens = lensNamed(name);
    const [from, to] = lens === "error" ? [0, CLIPPED_AT.error] : [-CLIPPED_AT.exponent, CLIPPED_AT.exponent];
    const step = (to - from) / 20;
    const patches = Array.from({ length: 20 }, (_unused, k) => ({
      x1: from + k * step,
      x2: from + (k + 1) * step,
    }));
    return {
      width: FRAME.width,
      height: 64,
      marginLeft: FRAME.marginLeft,
      marginTop: 4,
      x: { label: `${LENSES[lens].symbol}, clipped →`, domain: [from, to], ticks: 5 },
      y: { axis: null, domain: [0, 1] },
      marks: [
        rect(patches, {
          x1: "x1",
          x2: "x2",
          y1: 0,
          y2: 1,
          fill: ({ x1, x2 }) => colourOf((x1 + x2) / 2, lens),
        }),
      ],
    };
  },
};

/** How many points have all their widths, and how many there are. */
function doneIn(series: MapSeries): { done: number; all: number } {
  const all = series.gamma.length;
  const done = Array.from(series.gamma, (_, k) => k).filter(
    (k) => dotsAt(series, "weightDistance", k).length === series.width.length,
  ).length;
  return { done, all };
}

const describe: Drawing<typeof meta>["describe"] = ([shown]) => {
  const result = shown ? resultOf(shown) : null;
  const series = seriesOf(result);
  if (!result || !series) return "Nothing measured yet.";
  const { done, all } = doneIn(series);
  const widths = Array.from(series.width, (width) => width.toLocaleString("en")).join(", ");
  if (done < all) return `${done} of ${all} points have been measured at all widths (m = ${widths}).`;
  const { wrongSigns = 0, meanError, largestError, unresolved = 0 } = result.quantities;
  const zeros = zerosOf(series, exponentsOf(series, "inputDistance"))
    .reverse()
    .map(({ gamma, gammaPrime }) => `${inWords(gamma)} at γ′ = ${inWords(gammaPrime)}`);
  return [
    `${all} points, at m = ${widths}.`,
    `Farther than 0.15 from the boundary, S_w has the wrong sign at ${wrongSigns === 0 ? "no point" : `${wrongSigns} of them`}.`,
    zeros.length > 0 ? `It crosses zero at γ = ${zeros.join(", ")}.` : "",
    meanError === undefined
      ? ""
      : `It differs from the formula by ${inWords(meanError, 2)} on average and by ${inWords(largestError, 2)} at most.`,
    unresolved > 0
      ? `At ${unresolved} points the output weights move less than float32 resolves, and S_a is not known.`
      : "",
  ]
    .filter(Boolean)
    .join(" ");
};

const done: Drawing<typeof meta>["done"] = ([shown]) => {
  const series = seriesOf(shown?.now ?? null);
  if (!series) return "";
  const distances = Array.from(series.weightDistance);
  return `${distances.filter(Number.isFinite).length} of ${distances.length} networks`;
};

const table: NonNullable<Drawing<typeof meta>["table"]> = ([shown]: readonly Shown<typeof meta>[]) => {
  const series = seriesOf(shown ? resultOf(shown) : null);
  const columns = ["γ′", "γ", "S_w", "Formula", "S_a", "Formula", "S_θ"];
  if (!series) return { columns, rows: [] };
  const [inputs, outputs, weights] = (["input", "output", "weight"] as const).map((lens) =>
    valuesThrough(lens, series),
  );
  const rows = Array.from(series.gamma, (gamma, k) => {
    const gammaPrime = series.gammaPrime[k] as number;
    return [
      inWords(gammaPrime),
      inWords(gamma),
      inWords(inputs?.[k]),
      inWords(inputExponent(gamma, gammaPrime)),
      inWords(outputs?.[k]),
      inWords(outputExponent(gamma, gammaPrime)),
      inWords(weights?.[k]),
    ];
  });
  return { columns, rows };
};

const legend: Drawing<typeof meta>["legend"] = [
  { label: "linear: weights settle down", colour: "var(--linear)", mark: "dot" },
  { label: "condensed: weights grow", colour: "var(--condensed)", mark: "dot" },
  { label: "boundary in the limit", colour: "var(--ink)", mark: "line" },
  { label: "level lines of the formula", colour: "var(--ink)", mark: "dashes" },
  { label: "zero of S_w in a row, measured", colour: "var(--ink)", mark: "dot" },
  { label: "the same, starred in the paper", colour: "var(--ink)", mark: "diamond" },
];

export const drawing: Drawing<typeof meta> = { views: [map, scale], legend, describe, done, table };
