/** Draws Fig. 6: the neurons of every cell in its place on the diagram, a colour per width, and the boundary. */
import { line, rect } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import { type Drawing, resultOf, type Shown, seriesIn, type View } from "../../drawing/drawing.ts";
import { type Cells, DRAWN } from "./cells.ts";
import type { meta } from "./meta.ts";

/** Of the smallest width, the next, and the one after it. */
const COLOURS = ["var(--width-1)", "var(--width-2)", "var(--width-3)"];
/** Share of a cell that its neurons fill. */
const FILLED = 0.88;

function cellsOf(shown: Shown<typeof meta> | undefined): Cells | null {
  return seriesIn(shown ? resultOf(shown) : null, [
    "gamma",
    "gammaPrime",
    "width",
    "effectiveOrientations",
    "amplitude",
    "orientation",
  ]);
}

/** Distance of neighbouring points. */
function spacingOf({ parameters }: Shown<typeof meta>): number {
  return Number(parameters.spacing);
}

/** Places of all drawn neurons of one width: orientation and amplitude, scaled into their cell. */
function neuronsOfWidth(cells: Cells, width: number, spacing: number): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (let point = 0; point < cells.gamma.length; point++) {
    const from = (point * cells.width.length + width) * DRAWN;
    const places = Array.from({ length: DRAWN }, (_, k) => from + k);
    const largest = Math.max(...places.map((at) => cells.amplitude[at] as number));
    if (!(largest > 0)) continue;
    for (const at of places) {
      if (cells.amplitude[at] === 0) continue;
      const turn = (cells.orientation[at] as number) / (2 * Math.PI);
      const height = (cells.amplitude[at] as number) / largest - 1 / 2;
      x.push((cells.gamma[point] as number) + FILLED * spacing * turn);
      y.push((cells.gammaPrime[point] as number) + FILLED * spacing * height);
    }
  }
  return { x, y };
}

function edgesOf(values: ArrayLike<number>, spacing: number): [number, number] {
  return [Math.min(...Array.from(values)) - spacing / 2, Math.max(...Array.from(values)) + spacing / 2];
}

const grid: View<typeof meta> = {
  id: "grid",
  title: "Neurons over γ and γ′",
  per: "figure",
  plot: ([shown]) => {
    const cells = cellsOf(shown);
    const frame = { width: 720, height: 620, marginLeft: 52, marginBottom: 42 };
    const labels = { x: "γ (smaller start) →", y: "↑ γ′ (faster output layer)" };
    if (!shown || !cells)
      return {
        ...frame,
        x: { label: labels.x, domain: [0.65, 1.35] },
        y: { label: labels.y, domain: [-0.35, 0.35] },
      };
    const spacing = spacingOf(shown);
    const across = edgesOf(cells.gamma, spacing);
    const up = edgesOf(cells.gammaPrime, spacing);
    const frames = Array.from(cells.gamma, (x, k) => ({ x, y: cells.gammaPrime[k] as number }));
    const edge = [up[0], 0, up[1]].map((y) => ({ x: boundary(y), y }));
    return {
      ...frame,
      x: { label: labels.x, domain: across, ticks: [...new Set(Array.from(cells.gamma))] },
      y: { label: labels.y, domain: up, ticks: [...new Set(Array.from(cells.gammaPrime))] },
      marks: [
        rect(frames, {
          x1: ({ x }) => x - spacing / 2,
          x2: ({ x }) => x + spacing / 2,
          y1: ({ y }) => y - spacing / 2,
          y2: ({ y }) => y + spacing / 2,
          stroke: "var(--line)",
          fill: "none",
        }),
        ...Array.from(cells.width, (_, k) =>
          cloud({
            ...neuronsOfWidth(cells, k, spacing),
            size: 2.6,
            colour: COLOURS[k] as string,
            opacity: 0.65,
          }),
        ),
        line(
          edge.filter(({ x }) => x <= across[1]),
          { x: "x", y: "y", stroke: "var(--ink)", strokeWidth: 2.5 },
        ),
      ],
    };
  },
};

function countOf(cells: Cells): { known: number; all: number } {
  const counts = Array.from(cells.effectiveOrientations);
  return { known: counts.filter(Number.isFinite).length, all: counts.length };
}

const describe: Drawing<typeof meta>["describe"] = ([shown]) => {
  const cells = cellsOf(shown);
  if (!shown || !cells) return "Nothing measured yet.";
  const { known, all } = countOf(cells);
  if (known < all) return `${known} of ${all} networks are trained.`;
  const widths = Array.from(cells.width, (width) => width.toLocaleString("en"));
  const { linearRatio, condensedRatio } = resultOf(shown)?.quantities ?? {};
  if (linearRatio === undefined || condensedRatio === undefined)
    return `${all} networks, at m = ${widths.join(", ")}.`;
  return (
    `${all} networks. From m = ${widths[0]} to m = ${widths.at(-1)} the effective number of orientations is multiplied by ` +
    `${inWords(linearRatio)} on average left of the boundary, and by ${inWords(condensedRatio)} right of it.`
  );
};

const done: Drawing<typeof meta>["done"] = ([shown]) => {
  const cells = shown?.now ? cellsOf(shown) : null;
  if (!cells) return "";
  const { known, all } = countOf(cells);
  return `${known} of ${all} networks`;
};

const table: NonNullable<Drawing<typeof meta>["table"]> = ([shown]) => {
  const cells = cellsOf(shown);
  const widths = Array.from(cells?.width ?? []);
  const columns = ["γ′", "γ", ...widths.map((width) => `Orientations at m = ${width.toLocaleString("en")}`)];
  if (!cells) return { columns, rows: [] };
  const rows = Array.from(cells.gamma, (gamma, point) => [
    inWords(cells.gammaPrime[point]),
    inWords(gamma),
    ...widths.map((_, k) => inWords(cells.effectiveOrientations[point * widths.length + k])),
  ]);
  return { columns, rows };
};

const legend: Drawing<typeof meta>["legend"] = [
  { label: "neurons at the smallest width", colour: COLOURS[0] as string, mark: "dot" },
  { label: "at the next", colour: COLOURS[1] as string, mark: "dot" },
  { label: "and, if there is one, the next", colour: COLOURS[2] as string, mark: "dot" },
  { label: "boundary in the limit", colour: "var(--ink)", mark: "line" },
];

export const drawing: Drawing<typeof meta> = { views: [grid], legend, describe, done, table };
