/** Draws a run of the reduced flow: the risk as a staircase, what is left of each component, and the neurons. */
import { ruleY, text } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { clipped, strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import { plateauAfter } from "../../../theory/time-scales/predictions.ts";
import { fatesOf } from "../../../theory/time-scales/scenario.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { componentsOf, DEGREES } from "../setting/parameters.ts";
import {
  colourOf,
  componentKeys,
  expectedRules,
  expectedTimes,
  nameOf,
  onTimeAxis,
  predictionInWords,
  SCALES,
  SUBSCRIPTS,
  timeAxis,
  timesInWords,
} from "../setting/views.ts";
import { type meta, shownGroups } from "./meta.ts";

const SIZE = { width: 420, height: 330, marginTop: 34, marginBottom: 36 } as const;
const MOST_ROWS = 40;
const [POSITIVE, NEGATIVE] = ["var(--series-2)", "var(--series-1)"] as const;

type Parameters = Shown<typeof meta>["parameters"];

function fatesIn(parameters: Parameters) {
  const { readouts, atoms } = parameters;
  return fatesOf(componentsOf(parameters), { isSpread: readouts === "spread", groups: atoms });
}

function expectedIn(parameters: Parameters) {
  return expectedTimes(fatesIn(parameters), componentsOf(parameters), parameters);
}

function residualsIn(result: ResultOf<typeof meta> | null, parameters: Parameters) {
  const { time = [], residual = [] } = result?.series ?? {};
  return DEGREES.map((degree) => ({
    degree,
    points: onTimeAxis(
      parameters,
      Array.from(time, (x, look) => ({ x, y: Math.abs(residual[look * DEGREES.length + degree] as number) })),
    ),
  }));
}

const staircase: View<typeof meta> = forOne("risk", "Risk", (shown) => {
  const { parameters, now, reference } = shown;
  const riskOf = (result: ResultOf<typeof meta> | null) =>
    onTimeAxis(parameters, curve(result?.series.time, result?.series.risk));
  const live = riskOf(now ?? reference);
  const { target } = componentsOf(parameters);
  const heights = [-1, ...DEGREES].map((learnt) => plateauAfter(learnt, target));
  const [highest = 1] = heights;
  const expected = expectedIn(parameters);
  const top = 1.12 * Math.max(highest, ...live.map(({ y }) => y));
  return {
    ...SIZE,
    x: timeAxis(parameters.epsilon, parameters.duration),
    y: { label: "↑ risk R", domain: [0, top], ticks: 5 },
    marks: [
      ruleY(heights, { stroke: "var(--line-strong)", strokeDasharray: "2 4" }),
      ...expectedRules(expected),
      // The cubic one a line higher: it may be close to the quadratic one.
      ...[false, true].map((isCubic) =>
        text(
          expected.filter(({ degree }) => (degree === 3) === isCubic),
          {
            x: "time",
            y: top,
            text: ({ degree }: { degree: number }) =>
              degree < 2 ? `t${SUBSCRIPTS[degree]}` : SCALES[degree],
            fill: "var(--ink)",
            dy: isCubic ? -21 : -7,
          },
        ),
      ),
      strokes({ lines: [live], colour: "var(--ink)", width: 2.25 }),
      dots(live.slice(-1), 7, "var(--ink)", 1),
      told(live, ({ x, y }) => `risk at t = ${inWords(x, 2)}: ${inWords(y)}`, 30),
    ],
  };
});

const components: View<typeof meta> = forOne("components", "What is left of each component", (shown) => {
  const { parameters } = shown;
  const lines = residualsIn(resultOf(shown), parameters);
  const all = lines.flatMap(({ points }) => points.map(({ y }) => y));
  return {
    ...SIZE,
    x: timeAxis(parameters.epsilon, parameters.duration),
    y: { label: "↑ residual |ρₖ|", domain: [0, 1.1 * Math.max(1, ...all)], ticks: 5 },
    marks: [
      ...expectedRules(expectedIn(parameters)),
      ruleY([0], { stroke: "var(--line-strong)" }),
      ...lines.map(({ degree, points }) => strokes({ lines: [points], colour: colourOf(degree), width: 2 })),
      ...lines.map(({ degree, points }) =>
        told(
          points,
          ({ x, y }) => `${nameOf(degree)} component at t = ${inWords(x, 2)}: ${inWords(y, 2)} left`,
          15,
        ),
      ),
    ],
  };
});

/** The way of each group that is drawn, |a| over |s|. */
function waysIn(result: ResultOf<typeof meta> | null, parameters: Parameters) {
  const { time = [], readout = [], overlap = [] } = result?.series ?? {};
  const groups = shownGroups(parameters.atoms);
  const least = 0.1 * parameters.epsilon;
  return groups.map((group, column) => ({
    group: group + 1,
    points: Array.from(time, (_, look) => {
      const at = look * groups.length + column;
      return {
        x: Math.max(least, Math.abs(overlap[at] as number)),
        y: Math.abs(readout[at] as number),
        isPositive: (readout[at] as number) > 0,
      };
    }),
  }));
}

/** The least readout in sight: on its way through 0 a group is not drawn. */
const FLOOR = 0.1;

const neurons: View<typeof meta> = forOne("neurons", "Readout and overlap of each group", (shown) => {
  const { parameters } = shown;
  const ways = waysIn(resultOf(shown), parameters);
  const heights = ways.flatMap(({ points }) => points.map(({ y }) => Math.max(FLOOR, y)));
  const ends = ways.flatMap(({ group, points }) =>
    points.slice(-1).map((end) => ({ ...end, group, y: Math.max(FLOOR, end.y) })),
  );
  const across = [0.1 * parameters.epsilon, 1] as const;
  const up = decadesAround(heights, [FLOOR, 10]);
  const together = across.map((s) => ({ x: s, y: s / Math.sqrt(parameters.epsilon) }));
  return {
    ...SIZE,
    x: logAxis("overlap |s| →", across),
    y: logAxis("↑ readout |a|", up),
    marks: [
      strokes({ lines: clipped(together, up), colour: "var(--muted)", width: 1, dashes: [2, 3] }),
      strokes({
        lines: ways.flatMap(({ points }) => clipped(points, up)),
        colour: "var(--muted)",
        width: 1.25,
        opacity: 0.6,
      }),
      ...([true, false] as const).map((isPositive) =>
        dots(
          ends.filter((end) => end.isPositive === isPositive),
          8,
          isPositive ? POSITIVE : NEGATIVE,
          0.9,
        ),
      ),
      told(
        ends,
        ({ group, x, y, isPositive }) =>
          `group ${group}: overlap ${inWords(x, 2)} and readout ${inWords(y, 2)} in size, readout ${isPositive ? "positive" : "negative"}`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [staircase, components, neurons],
  legend: [
    ...componentKeys(DEGREES.length),
    {
      label: "where the risk should rest, when a step should come, and √ε |a| = |s|",
      colour: "var(--muted)",
      mark: "dashes",
    },
    { label: "group with a positive readout", colour: POSITIVE, mark: "dot" },
    { label: "with a negative one", colour: NEGATIVE, mark: "dot" },
  ],
  numbers: ["time0", "time1", "time2", "time3", "risk"],
  beforehand: ([shown]) => (shown ? predictionInWords(fatesIn(shown.parameters)) : ""),
  describe: sentenceOfOne(({ quantities }, { parameters }) => {
    const { time0, time1, time2, time3, risk = Number.NaN } = quantities;
    return `${predictionInWords(fatesIn(parameters))} ${timesInWords([time0, time1, time2, time3])} Risk: ${inWords(risk, 2)}.`;
  }),
  table: tableOfRows(["t", "Risk", ...DEGREES.map((degree) => `ρ${SUBSCRIPTS[degree]}`)], ({ series }) => {
    const { time = [], risk = [], residual = [] } = series;
    const rows = Array.from(time, (t, look) => [
      t,
      risk[look] as number,
      ...DEGREES.map((degree) => residual[look * DEGREES.length + degree] as number),
    ]);
    return thinned(rows, MOST_ROWS).map((row) => row.map((value) => inWords(value)));
  }),
};
