/** Draws which examples are satisfied, the growth of nodes, and the nodes on their hyperbolas. */
import { ruleY } from "@observablehq/plot";
import { log } from "../../../../math/elementary.ts";
import { dots } from "../../../../plots/cloud.ts";
import { curve } from "../../../../plots/curve.ts";
import { roundedAround } from "../../../../plots/domains.ts";
import { inWords } from "../../../../plots/numbers.ts";
import { type Point, strokes } from "../../../../plots/strokes.ts";
import { told } from "../../../../plots/told.ts";
import { moved, type Nodes } from "../../../../theory/hinge-mean-field/orbit.ts";
import { type ResultOf, resultOf, type Shown } from "../../../drawing/drawing.ts";
import { sentencePerCase } from "../../../drawing/sentences.ts";
import { perCase } from "../../../drawing/views.ts";
import { NEGATIVE, nodesIn, nodesPlane, POSITIVE } from "../../../hinge-mean-field/setting/nodesViews.ts";
import { MARGIN } from "../../../hinge-mean-field/setting/parameters.ts";
import { NETWORK, THEORY, UNSEEN } from "../../../hinge-mean-field/setting/views.ts";
import { courseAxis, onCourse } from "../../setting/courseViews.ts";
import type { Through } from "../../setting/lens.ts";
import type { LensDrawing } from "../../setting/lensDrawing.ts";
import { type Data, isClassified } from "../../setting/setup.ts";
import type { meta } from "./meta.ts";

type Seen = Through<typeof meta>;

/** Data whose labels x∥ decides. */
const DECIDED: readonly Data[] = ["gaussian", "sphere"];

/** Distance from the hyperbolas. */
const MISS = "var(--series-3)";
const PREDICTED = { colour: "var(--muted)", dashes: [5, 4], width: 1.5 } as const;

const seriesOf = (shown: Shown<Seen>): ResultOf<Seen>["series"] => resultOf(shown)?.series ?? {};

/** The power of ten that is nearest to the size of weights, on a logarithmic scale. */
function unitOf({ readouts, along }: Nodes): number {
  const all = [...readouts, ...along];
  const square = all.reduce((sum, each) => sum + each * each, 0) / Math.max(1, all.length);
  return square > 0 ? Number(`1e${Math.round(log(square) / (2 * Math.LN10))}`) : 1;
}

export const drawing: LensDrawing<typeof meta> = {
  views: [
    perCase<Seen>("satisfaction-shares", "Not satisfied yet", (shown) => {
      const series = seriesOf(shown);
      const { lookTime, unsatisfiedThen, wrongThen, predictedAt, predictedUnsatisfied } = series;
      const axis = courseAxis(shown.parameters, series);
      const [unsatisfied, wrong, predicted] = [
        curve(lookTime, unsatisfiedThen),
        curve(lookTime, wrongThen),
        curve(predictedAt, predictedUnsatisfied),
      ].map((line) => onCourse(axis, line)) as [Point[], Point[], Point[]];
      return {
        x: axis,
        y: { label: "↑ share of the examples", domain: [0, 1], ticks: 5, grid: true },
        marks: [
          strokes({ ...PREDICTED, lines: [predicted] }),
          strokes({ lines: [wrong], colour: UNSEEN, width: 2 }),
          strokes({ lines: [unsatisfied], colour: NETWORK, width: 2 }),
          told(
            unsatisfied,
            ({ x, y }) => `unsatisfied examples at t = ${inWords(x, 2)}: ${inWords(y, 2)}`,
            30,
          ),
          told(wrong, ({ x, y }) => `on the wrong side at t = ${inWords(x, 2)}: ${inWords(y, 2)}`, 30),
        ],
      };
    }),
    perCase<Seen>("satisfaction-examples", "Which examples are satisfied", (shown) => {
      const { exampleDistance, exampleMargin } = seriesOf(shown);
      const examples = curve(exampleDistance, exampleMargin);
      const { data } = shown.parameters;
      const hasClasses = isClassified(data);
      const satisfiedAt = resultOf(shown)?.quantities.satisfiedAt ?? MARGIN;
      const within = roundedAround([1.25 * satisfiedAt, ...examples.map(({ y }) => y)]);
      return {
        x: {
          label: DECIDED.includes(data) ? "distance from the boundary |x∥| →" : "|x∥| of the example →",
          domain: [0, roundedAround([1, ...examples.map(({ x }) => x)])[1]],
          ticks: 5,
        },
        y: { label: hasClasses ? "↑ y f(x)" : "↑ |f(x) − y|", domain: within, ticks: 5, grid: true },
        marks: [
          ruleY([0], { stroke: "var(--line-strong)" }),
          ruleY(examples.length > 0 ? [satisfiedAt] : [], { stroke: THEORY, strokeDasharray: "3 3" }),
          dots(examples, 4, NETWORK, 0.5),
          told(
            examples.toSorted((one, other) => one.x - other.x),
            ({ x, y }) =>
              hasClasses
                ? `an example at |x∥| = ${inWords(x, 2)}: y f = ${inWords(y, 2)}, ${y < satisfiedAt ? "not satisfied" : "satisfied"}`
                : `an example at |x∥| = ${inWords(x, 2)}: f is off by ${inWords(y, 2)}, ${y > satisfiedAt ? "not satisfied" : "satisfied"}`,
            40,
          ),
        ],
      };
    }),
    perCase<Seen>("satisfaction-growth", "The growth γ of all nodes", (shown) => {
      const series = seriesOf(shown);
      const { lookTime, growthThen, hyperbolaMissThen, predictedAt, predictedGrowth } = series;
      const axis = courseAxis(shown.parameters, series);
      const [growth, miss, predicted] = [
        curve(lookTime, growthThen),
        curve(lookTime, hyperbolaMissThen),
        curve(predictedAt, predictedGrowth),
      ].map((line) => onCourse(axis, line)) as [Point[], Point[], Point[]];
      const within = roundedAround(
        [0.1, ...[...growth, ...miss, ...predicted].map(({ y }) => y)].filter(Number.isFinite),
      );
      return {
        x: axis,
        y: { label: "↑ γ; distance over size", domain: within, ticks: 5, grid: true },
        marks: [
          ruleY([0], { stroke: "var(--line-strong)" }),
          strokes({ ...PREDICTED, lines: [predicted] }),
          strokes({ lines: [miss], colour: MISS, width: 2 }),
          strokes({ lines: [growth], colour: NETWORK, width: 2 }),
          told(growth, ({ x, y }) => `γ at t = ${inWords(x, 2)}: ${inWords(y, 3)}`, 30),
          told(
            miss,
            ({ x, y }) => `nodes off their hyperbolas at t = ${inWords(x, 2)}: ${inWords(y, 2)}`,
            30,
          ),
        ],
      };
    }),
    perCase<Seen>("satisfaction-nodes", "Nodes on their hyperbolas", (shown) => {
      const { start, now } = nodesIn(seriesOf(shown));
      const end = resultOf(shown)?.quantities.growth ?? 0;
      // As large as the plots beside it.
      const {
        width: _,
        height: __,
        marginBottom: ___,
        ...plane
      } = nodesPlane(start, now, end, [moved(start, end), now], unitOf(start));
      return plane;
    }),
  ],
  legend: [
    { label: "unsatisfied examples; γ", colour: NETWORK, mark: "line" },
    { label: "examples on the wrong side", colour: UNSEEN, mark: "line" },
    { label: "nodes off their hyperbolas", colour: MISS, mark: "line" },
    { label: "the theory of infinitely many nodes and examples", colour: "var(--muted)", mark: "dashes" },
    { label: "where examples begin to be satisfied", colour: THEORY, mark: "dashes" },
    { label: "example", colour: NETWORK, mark: "dot" },
    { label: "node with a positive output weight at the start", colour: POSITIVE, mark: "dot" },
    { label: "with a negative one", colour: NEGATIVE, mark: "dot" },
  ],
  numbers: ["unsatisfied", "growth", "hyperbolaMiss", "growthMiss"],
  describe: sentencePerCase(({ step, quantities }) => {
    const { unsatisfied, growth, hyperbolaMiss, growthMiss } = quantities;
    const beside =
      growthMiss === undefined
        ? ""
        : ` At its worst, γ was ${inWords(100 * growthMiss, 2)} % off that of the theory.`;
    if (step === 0) return "no node has moved yet.";
    const satisfied =
      unsatisfied === undefined
        ? []
        : [`${inWords(100 * (1 - unsatisfied), 3)} % of the examples are satisfied`];
    const off =
      hyperbolaMiss === undefined
        ? ""
        : `, and nodes are off their hyperbolas by ${inWords(100 * hyperbolaMiss, 2)} % of their distance from 0`;
    return `${[...satisfied, `the growth γ of all nodes is ${inWords(growth)}${off}`].join("; ")}.${beside}`;
  }),
};
