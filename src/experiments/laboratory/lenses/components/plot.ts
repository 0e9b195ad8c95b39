/** Draws what is left of each component over time, the stairs of their risk, and which way neurons point. */
import { ruleX, ruleY } from "@observablehq/plot";
import { dots } from "../../../../plots/cloud.ts";
import { curve } from "../../../../plots/curve.ts";
import { roundedAround } from "../../../../plots/domains.ts";
import { inWords } from "../../../../plots/numbers.ts";
import { type Point, strokes } from "../../../../plots/strokes.ts";
import { told } from "../../../../plots/told.ts";
import { plateauAfter } from "../../../../theory/time-scales/predictions.ts";
import { type ResultOf, resultOf, type Shown } from "../../../drawing/drawing.ts";
import { sentencePerCase } from "../../../drawing/sentences.ts";
import { perCase } from "../../../drawing/views.ts";
import { enumerated } from "../../../drawing/words.ts";
import { DEGREES } from "../../../time-scales/setting/parameters.ts";
import { colourOf, componentKeys, nameOf } from "../../../time-scales/setting/views.ts";
import { courseAxis, onCourse } from "../../setting/courseViews.ts";
import type { Through } from "../../setting/lens.ts";
import type { LensDrawing } from "../../setting/lensDrawing.ts";
import type { meta } from "./meta.ts";

type Seen = Through<typeof meta>;

/** What of a residual is drawn, in units of the largest component: with the hinge loss they grow. */
const FARTHEST = 3;
const LIMIT = { colour: "var(--muted)", dashes: [5, 4], width: 1.5 } as const;

/** What is left of each component at each of some times, shape [times, degrees]. */
function linesOf(
  times: ArrayLike<number> = [],
  residual: ArrayLike<number> = [],
  degrees: number = DEGREES.length,
): Point[][] {
  return Array.from({ length: degrees }, (_, degree) =>
    Array.from(times, (x, look) => ({ x, y: residual[look * degrees + degree] as number })),
  );
}

/** ½ Σ ρₖ² of such lines. */
function riskOf(lines: readonly (readonly Point[])[]): Point[] {
  return (lines[0] ?? []).map(({ x }, look) => ({
    x,
    y: lines.reduce((sum, line) => sum + ((line[look]?.y ?? 0) * (line[look]?.y ?? 0)) / 2, 0),
  }));
}

/** All that is drawn over time. */
function courseOf(shown: Shown<Seen>) {
  const series: ResultOf<Seen>["series"] = resultOf(shown)?.series ?? {};
  const { lookTime, residualThen, targetComponent = [], limitAt, limitResidual } = series;
  const axis = courseAxis(shown.parameters, series);
  return {
    axis,
    target: targetComponent,
    own: linesOf(lookTime, residualThen, targetComponent.length),
    limit: linesOf(limitAt, limitResidual),
  };
}

/** Levels of the risk, each after the last degree that is learnt before it. */
function plateausOf(target: ArrayLike<number>) {
  return Array.from(target, (coefficient, degree) => ({ degree, isLearnt: coefficient !== 0 }))
    .filter(({ isLearnt }) => isLearnt)
    .map(({ degree }) => ({ degree, y: plateauAfter(degree, target) }))
    .filter(({ y }) => y > 0);
}

/** When the components are halved in a result, those that are. */
function halvedIn(result: ResultOf<Seen> | null) {
  const { halved0, halved1, halved2, halved3 } = result?.quantities ?? {};
  return [halved0, halved1, halved2, halved3].flatMap((time, degree) =>
    time === undefined ? [] : [{ degree, time }],
  );
}

export const drawing: LensDrawing<typeof meta> = {
  views: [
    perCase<Seen>("components-residuals", "What is left of each component", (shown) => {
      const { axis, target, own, limit } = courseOf(shown);
      const reach = FARTHEST * Math.max(...Array.from(target, Math.abs), 1e-9);
      const drawn = own.map((line) => onCourse(axis, line));
      const heights = [...Array.from(target), ...drawn.flat().map(({ y }) => y)].filter(Number.isFinite);
      const within = roundedAround(heights.map((y) => Math.max(-reach, Math.min(reach, y))));
      return {
        x: axis,
        y: { label: "↑ ρₖ", domain: within, ticks: 6, grid: true },
        marks: [
          ruleY([0], { stroke: "var(--line-strong)" }),
          ...limit.map((line, degree) =>
            strokes({ ...LIMIT, lines: [onCourse(axis, line)], colour: colourOf(degree), within }),
          ),
          ...drawn.map((line, degree) =>
            strokes({ lines: [line], colour: colourOf(degree), width: 2, within }),
          ),
          ...drawn.map((line, degree) =>
            told(
              line.filter(({ y }) => y >= within[0] && y <= within[1]),
              ({ x, y }) => `${nameOf(degree)} component at t = ${inWords(x, 2)}: ${inWords(y, 2)} left`,
              15,
            ),
          ),
        ],
      };
    }),
    perCase<Seen>("components-stairs", "The risk of these components", (shown) => {
      const { axis, target, own, limit } = courseOf(shown);
      const [line, ofLimit] = [riskOf(own), riskOf(limit)].map((all) => onCourse(axis, all)) as [
        Point[],
        Point[],
      ];
      const plateaus = plateausOf(target);
      const top = plateauAfter(-1, target);
      const within = roundedAround([top > 0 ? 1.1 * top : 1]);
      return {
        x: axis,
        y: { label: "↑ ½ Σ ρₖ²", domain: within, ticks: 5, grid: true },
        marks: [
          ...plateaus.map(({ degree, y }) =>
            ruleY([y], { stroke: colourOf(degree), strokeDasharray: "2 3", strokeWidth: 1.25 }),
          ),
          strokes({ ...LIMIT, lines: [ofLimit], within }),
          strokes({ lines: [line], colour: "var(--ink)", width: 2, within }),
          told(
            line.filter(({ y }) => y <= within[1]),
            ({ x, y }) => `t = ${inWords(x, 2)}: risk of these components ${inWords(y, 2)}`,
            40,
          ),
        ],
      };
    }),
    perCase<Seen>("components-neurons", "Which way neurons point", (shown) => {
      const { neuronOverlap, neuronReadout } = resultOf(shown)?.series ?? {};
      const neurons = curve(neuronOverlap, neuronReadout);
      return {
        x: { label: "cosine of the angle to the direction, s →", domain: [-1, 1], ticks: 5 },
        y: {
          label: "↑ output weight a",
          domain: roundedAround(neurons.length > 0 ? neurons.flatMap(({ y }) => [y, -y]) : [-1, 1]),
          ticks: 6,
        },
        marks: [
          ruleX([0], { stroke: "var(--line)" }),
          ruleY([0], { stroke: "var(--line-strong)" }),
          dots(neurons, 5, "var(--series-2)", 0.6),
          told(
            neurons.toSorted((one, other) => one.x - other.x),
            ({ x, y }) => `a neuron with cosine ${inWords(x, 2)} and output weight ${inWords(y, 2)}`,
            40,
          ),
        ],
      };
    }),
  ],
  legend: [
    ...componentKeys(DEGREES.length),
    { label: "the limit of many inputs and neurons", colour: "var(--ink)", mark: "dashes" },
    { label: "risk with all components up to this one learnt", colour: "var(--series-1)", mark: "dashes" },
    { label: "neuron", colour: "var(--series-2)", mark: "dot" },
  ],
  numbers: ["halved0", "halved1", "halved2", "halved3", "halvingFactor"],
  describe: sentencePerCase((result) => {
    const halved = halvedIn(result);
    const last = halved.toSorted((one, other) => one.time - other.time).at(-1);
    if (!last) return "no component is halved yet.";
    const names = enumerated(halved.map(({ degree }) => nameOf(degree)));
    const { halvingFactor } = result.quantities;
    const beside =
      halvingFactor === undefined
        ? ""
        : `; times are within a factor of ${inWords(halvingFactor, 2)} of the limit`;
    // Before the first look after the start nothing more is known.
    const first = result.series.lookTime?.[1] ?? 0;
    const when = last.time < first ? `before t = ${inWords(first, 2)}` : `at t = ${inWords(last.time, 2)}`;
    return halved.length === 1
      ? `the ${names} component is halved, ${when}${beside}.`
      : `halved are the ${names} components, the ${nameOf(last.degree)} one last, ${when}${beside}.`;
  }),
};
