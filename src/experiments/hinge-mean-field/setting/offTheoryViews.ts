/** Views of trainings on data that the theory does not ask for: nodes off their hyperbolas, and how the training goes. */
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { moved } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Key } from "../../drawing/drawing.ts";
import { NEGATIVE, nodesIn, nodesPlane, POSITIVE, SIZE } from "./nodesViews.ts";
import { NETWORK, THEORY, UNSEEN } from "./views.ts";

type Series = { readonly [name in string]?: ArrayLike<number> };
interface Given {
  readonly quantities: { readonly growth?: number };
  readonly series: Series;
}

/** Nodes in the plane of readout and w∥, on the hyperbolas that one γ would take them along: up to the γ that fits them best. */
export function nodesPlot(result: Given | null) {
  const { start, now } = nodesIn(result?.series);
  const end = result?.quantities.growth ?? 0;
  return nodesPlane(start, now, end, [moved(start, end), now]);
}

const LINES = [
  { name: "unsatisfiedThen", words: "unsatisfied examples", colour: NETWORK, dashes: [] },
  { name: "wrongThen", words: "wrong in the sample", colour: UNSEEN, dashes: [] },
  { name: "missThen", words: "nodes off their hyperbolas", colour: THEORY, dashes: [5, 3] },
] as const;

/** How far the training is, and how far it is from the theory, step by step. */
export function coursePlot(result: Given | null, steps: number) {
  const lines = LINES.map(({ name, ...line }) => ({
    ...line,
    points: curve(result?.series.step, result?.series[name]),
  }));
  const within = [0, 1.05] as const;
  return {
    ...SIZE,
    x: { label: "step →", domain: [0, steps], ticks: 5 },
    y: { label: "↑ share; distance over size", domain: within, grid: true, ticks: 5 },
    marks: [
      ...lines.map(({ points, colour, dashes }) =>
        strokes({ lines: [points], colour, width: 2, dashes, within }),
      ),
      ...lines.map(({ points, words }) =>
        told(points, ({ x, y }) => `${words} at step ${inWords(x)}: ${inWords(y, 2)}`, 15),
      ),
    ],
  };
}

export const NODE_KEYS: readonly Key[] = [
  { label: "node with a positive readout at the start", colour: POSITIVE, mark: "dot" },
  { label: "with a negative one", colour: NEGATIVE, mark: "dot" },
  { label: "where one γ for all would take them", colour: THEORY, mark: "line" },
];

export const COURSE_KEYS: readonly Key[] = LINES.map(({ words, colour, dashes }) => ({
  label: words,
  colour,
  mark: dashes.length > 0 ? "dashes" : "line",
}));

/** How far the training is, as the end of a sentence. */
export function courseInWords(
  {
    step,
    quantities,
  }: { readonly step: number; readonly quantities: Readonly<Record<string, number | undefined>> },
  examples: number,
): string {
  const { miss, unsatisfied, wrong } = quantities;
  if (step === 0) return "No node has moved yet.";
  const count = Math.round((wrong ?? 0) * examples);
  return `After ${inWords(step)} steps the nodes are off the hyperbolas of the best common γ by ${inWords(100 * (miss ?? Number.NaN), 2)} % of their distance from 0; ${inWords(100 * (unsatisfied ?? Number.NaN), 2)} % of the examples are unsatisfied, and ${count} of ${examples} on the wrong side.`;
}

/** The table of such a training, look by look. */
export function courseRows({ series }: { readonly series: Series }): string[][] {
  const { step = [], missThen = [], unsatisfiedThen = [], wrongThen = [] } = series;
  return Array.from(step, (at, k) =>
    [at, missThen[k], unsatisfiedThen[k], wrongThen[k]].map((value) => inWords(value)),
  ).filter((_, k) => k % 3 === 0 || k === step.length - 1);
}

export const COURSE_COLUMNS = ["Step", "Off the hyperbolas", "Unsatisfied", "Training error"] as const;
