/**
 * What is drawn of a map of cells: a colour for the value of each, an outline where nothing is run yet, a cross where a run
 * has shown that there is no value; boundaries and level lines over it, and the scale of colours beside it.
 */
import { line, type Markish, type PlotOptions, text } from "@observablehq/plot";
import { type CellAxis, type CellMap, domainOf, edgesOf, middleOf } from "./cellMap.ts";
import { elementOf, type MovingMark, movingMark, type Scales } from "./moving.ts";
import { inWords } from "./numbers.ts";

/** What colours say: the ground at the middle, and from there to one colour below it and to another above. */
export interface ColourScale {
  /** What is coloured: "S_w". */
  readonly symbol: string;
  /** From here to there; what is beyond has the colour of the end. */
  readonly ends: readonly [number, number];
  /** Names of colours in styles/tokens.css. */
  readonly colours: readonly [string, string];
  /** 0, if missing. */
  readonly middle?: number;
}

/** Clipped at the ends; colours in between stay apart for every kind of colour vision if those of the ends do. */
export function colourOn({ ends, colours, middle = 0 }: ColourScale, value: number): string {
  const side = value < middle ? 0 : 1;
  const share = (value - middle) / (ends[side] - middle);
  const percent = Math.round(100 * Math.min(1, Math.max(0, share)));
  return `color-mix(in oklab, var(${colours[side]}) ${percent}%, var(--map-zero))`;
}

/** Pixels from the middle of a cross to where it ends. */
const CROSS = 4;

/** The cells. A mark that moves: a map fills in while its runs go on. */
export function cells({ x, y, values }: CellMap, scale: ColourScale): MovingMark {
  const [across, up] = [edgesOf(x), edgesOf(y)];
  const boxes = (scales: Scales) => {
    const [left, bottom] = [
      across.map((at) => Math.round(scales.x(at))),
      up.map((at) => Math.round(scales.y(at))),
    ];
    return values.map((value, k) => {
      const [column, row] = [k % x.at.length, Math.floor(k / x.at.length)];
      const [from, top] = [left[column] as number, bottom[row + 1] as number];
      return {
        value,
        from,
        top,
        width: (left[column + 1] as number) - from,
        height: (bottom[row] as number) - top,
      };
    });
  };
  return movingMark({
    svg(scales, document) {
      const group = elementOf(document, "g", { "shape-rendering": "crispEdges" });
      let [outlines, crosses] = ["", ""];
      for (const { value, from, top, width, height } of boxes(scales)) {
        if (value === undefined) outlines += `M${from},${top}h${width}v${height}h${-width}z`;
        else if (value === null) {
          const [i, j] = [from + width / 2, top + height / 2];
          crosses += `M${i - CROSS},${j - CROSS}l${2 * CROSS},${2 * CROSS}m0,${-2 * CROSS}l${-2 * CROSS},${2 * CROSS}`;
        } else {
          const place = { x: from, y: top, width, height, fill: colourOn(scale, value) };
          group.append(elementOf(document, "rect", place));
        }
      }
      const plain = { fill: "none", stroke: "var(--line)", "stroke-width": 1 };
      if (outlines) group.append(elementOf(document, "path", { ...plain, d: outlines }));
      if (crosses)
        group.append(
          elementOf(document, "path", { ...plain, d: crosses, stroke: "var(--muted)", "stroke-width": 1.5 }),
        );
      return group;
    },
    paint(context, scales, inkOf) {
      context.globalAlpha = 1;
      for (const { value, from, top, width, height } of boxes(scales)) {
        if (value === undefined) {
          Object.assign(context, { strokeStyle: inkOf("var(--line)"), lineWidth: 1 });
          context.strokeRect(from, top, width, height);
        } else if (value === null) {
          const [i, j] = [from + width / 2, top + height / 2];
          Object.assign(context, { strokeStyle: inkOf("var(--muted)"), lineWidth: 1.5 });
          context.beginPath();
          for (const turn of [1, -1]) {
            context.moveTo(i - CROSS, j - turn * CROSS);
            context.lineTo(i + CROSS, j + turn * CROSS);
          }
          context.stroke();
        } else {
          context.fillStyle = inkOf(colourOn(scale, value));
          context.fillRect(from, top, width, height);
        }
      }
    },
  });
}

/** The colours by themselves, with their numbers: a plot to stand beneath a map. */
export function colourBar(scale: ColourScale, frame: Pick<PlotOptions, "width" | "marginLeft">): PlotOptions {
  const [from, to] = scale.ends;
  const patches = Array.from({ length: 20 }, (_, k) => from + ((k + 1 / 2) * (to - from)) / 20);
  const axis = { symbol: "", label: "" };
  const beyond = (value: number) =>
    value === to ? "≥ " : value === from && from < (scale.middle ?? 0) ? "≤ " : "";
  return {
    ...frame,
    height: 64,
    marginTop: 4,
    marginRight: 26,
    x: {
      label: `${scale.symbol} →`,
      domain: scale.ends,
      ticks: [0, 1, 2, 3, 4].map((k) => from + (k * (to - from)) / 4),
      tickFormat: (value: number) => `${beyond(value)}${inWords(value)}`,
    },
    y: { axis: null, domain: [0, 1] },
    marks: [cells({ x: { ...axis, at: patches }, y: { ...axis, at: [1 / 2] }, values: patches }, scale)],
  };
}

/** Rows that are near enough for a line: edges and middles of cells, and half-way between these. */
function rowsOf(axis: CellAxis): number[] {
  const knots = [...edgesOf(axis), ...axis.at].sort((one, other) => one - other);
  const between = knots.slice(1).map((to, k) => middleOf(knots[k] as number, to, axis.isLogarithmic));
  return [...knots, ...between].sort((one, other) => one - other);
}

/** A boundary as a function of y, as far as it is on the map; `dashes` as in SVG, for a second one. */
export function boundaryLine(
  { x, y }: Pick<CellMap, "x" | "y">,
  boundary: (y: number) => number,
  dashes?: string,
): Markish {
  const [left, right] = domainOf(x);
  const slack = 1e-9 * (right - left);
  const isOn = (at: number) => at >= left - slack && at <= right + slack;
  return line(
    rowsOf(y).map((row) => ({ x: isOn(boundary(row)) ? boundary(row) : Number.NaN, y: row })),
    { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 2.5, ...(dashes && { strokeDasharray: dashes }) },
  );
}

/** A number at every place of a map. */
export type Formula = (x: number, y: number) => number;

/** Where a formula that never falls with x has these values, with the numbers at the lower ends of the lines. */
export function levelLines(
  { x, y }: Pick<CellMap, "x" | "y">,
  formula: Formula,
  levels: readonly number[],
): Markish[] {
  const [left, right] = domainOf(x);
  const rows = rowsOf(y);
  const crossing = (level: number, row: number): number => {
    let [low, high] = [left, right];
    if (formula(low, row) > level || formula(high, row) < level) return Number.NaN;
    for (let k = 0; k < 40; k++) {
      const middle = middleOf(low, high, x.isLogarithmic);
      if (formula(middle, row) < level) low = middle;
      else high = middle;
    }
    return high;
  };
  const labels = levels.flatMap((level) => {
    const row = rows.find((at) => formula(left, at) <= level && formula(right, at) >= level);
    return row === undefined ? [] : [{ level, x: crossing(level, row), y: row }];
  });
  const nearlyRight = x.isLogarithmic ? right * (left / right) ** 0.08 : right + 0.08 * (left - right);
  const isRight = (label: { readonly x: number }) => label.x > nearlyRight;
  const words = {
    x: "x",
    y: "y",
    text: ({ level }: { level: number }) => inWords(level),
    fill: "var(--ink)",
    stroke: "var(--panel)",
    strokeWidth: 3,
    dy: -7,
  };
  return [
    // The places are looked for only when Plot draws them.
    ...levels.map((level) =>
      line(rows, {
        x: (row: number) => crossing(level, row),
        y: (row: number) => row,
        stroke: "var(--ink)",
        strokeWidth: 0.75,
        strokeDasharray: "2 3",
      }),
    ),
    text(
      labels.filter((label) => !isRight(label)),
      { ...words, dx: 3, textAnchor: "start" },
    ),
    text(labels.filter(isRight), { ...words, dx: -3, textAnchor: "end" }),
  ];
}
