/** Draws the times of the steps against ε, and how many neurons carry the quadratic component. */
import { logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { labels } from "../../../plots/labels.ts";
import { inWords } from "../../../plots/numbers.ts";
import { clipped, type Point, strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { expectedTime } from "../../../theory/time-scales/predictions.ts";
import { fatesOf } from "../../../theory/time-scales/scenario.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { componentsOf, DEGREES, epsilonAt } from "../setting/parameters.ts";
import { colourOf, componentKeys, nameOf, SUBSCRIPTS } from "../setting/views.ts";
import type { meta } from "./meta.ts";

const SIZE = { width: 420, height: 280, marginRight: 28, marginBottom: 36 } as const;
const NAMES = ["time0", "time1", "time2", "time3"] as const;
const SLOPES = ["slope0", "slope1", "slope2", "slope3"] as const;

const EXPECTED = ["1", "½ and a logarithm", "¼", "1/6"] as const;

type Parameters = Shown<typeof meta>["parameters"];

function timesIn(result: ResultOf<typeof meta> | null) {
  return DEGREES.map((degree) => ({
    degree,
    points: curve(result?.series.epsilon, result?.series[NAMES[degree]]).filter(({ y }) =>
      Number.isFinite(y),
    ),
  }));
}

/** With room on the left for the names of the lines. */
function epsilonAxis({ decades }: Parameters) {
  const all = decades.map(epsilonAt);
  return logAxis("ε →", [Math.min(...all) / 30, Math.max(...all) * 3]);
}

/** The formulas of the first two, and a line of the expected slope through the last point of each of the others. */
function expectedIn(parameters: Parameters, times: ReturnType<typeof timesIn>): readonly Point[][] {
  const components = componentsOf(parameters);
  const { readouts, atoms } = parameters;
  const fates = fatesOf(components, { isSpread: readouts === "spread", groups: atoms });
  return times.map(({ degree, points }) => {
    const end = points.at(-1);
    if (!end || fates[degree] !== "in turn") return [];
    const timeAt = (epsilon: number) => expectedTime(degree, epsilon, components);
    // Of degrees above 1 the scale alone is known.
    const factor = degree < 2 ? 1 : end.y / timeAt(end.x);
    const lineAt = (epsilon: number) => factor * timeAt(epsilon);
    return parameters.decades.map((decade) => ({ x: epsilonAt(decade), y: lineAt(epsilonAt(decade)) }));
  });
}

const times: View<typeof meta> = perCase("times", "When each component is halved", (shown) => {
  const { parameters } = shown;
  const found = timesIn(resultOf(shown));
  const heights = found.flatMap(({ points }) => points.map(({ y }) => y));
  const up = decadesAround(heights, [1e-4, 1]);
  return {
    ...SIZE,
    x: epsilonAxis(parameters),
    y: { ...logAxis("↑ time t", up), grid: true },
    marks: [
      ...expectedIn(parameters, found).flatMap((points) =>
        clipped(points, up).map((line) => dashedLine(line)),
      ),
      ...found.map(({ degree, points }) =>
        strokes({ lines: [points], colour: colourOf(degree), width: 1.5 }),
      ),
      ...found.map(({ degree, points }) => dots(points, 7, colourOf(degree), 1)),
      labels({
        anchor: "end",
        labels: found.flatMap(({ degree, points }) =>
          points.slice(-1).map((end) => ({
            ...end,
            words: `t${SUBSCRIPTS[degree]}\u2002`,
            colour: colourOf(degree),
          })),
        ),
      }),
      ...found.map(({ degree, points }) =>
        told(
          points,
          ({ x, y }) => `${nameOf(degree)} component halved at ${inWords(y)} for ε = ${inWords(x, 1)}`,
        ),
      ),
    ],
  };
});

const participation: View<typeof meta> = perCase(
  "participation",
  "Share of neurons that carry the quadratic component",
  (shown) => {
    const { epsilon, participation: shares } = resultOf(shown)?.series ?? {};
    const points = curve(epsilon, shares).filter(({ y }) => y > 0);
    const heights = points.map(({ y }) => y);
    return {
      ...SIZE,
      x: epsilonAxis(shown.parameters),
      y: { ...logAxis("↑ share", decadesAround(heights, [1e-3, 1])), grid: true },
      marks: [
        strokes({ lines: [points], colour: colourOf(2), width: 1.5 }),
        dots(points, 7, colourOf(2), 1),
        told(points, ({ x, y }) => `share for ε = ${inWords(x, 1)}: ${inWords(y, 2)}`),
      ],
    };
  },
);

export const drawing: Drawing<typeof meta> = {
  views: [times, participation],
  legend: [
    ...componentKeys(DEGREES.length),
    { label: "formula, or line of the expected slope", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["slope1", "slope2", "slope3", "separation"],
  describe: sentencePerCase(({ quantities }) => {
    const slopes = DEGREES.flatMap((degree) => {
      const slope = quantities[SLOPES[degree]];
      return slope === undefined
        ? []
        : [`${inWords(slope, 3)} for t${SUBSCRIPTS[degree]} (${EXPECTED[degree]})`];
    });
    return slopes.length > 0
      ? `exponents fitted over these ε, and in brackets what is expected of few groups as ε → 0: ${slopes.join(", ")}.`
      : "no exponent is known before two values of ε are run.";
  }),
  done: ([shown]) =>
    shown?.now
      ? `${shown.now.series.epsilon?.length ?? 0} of ${shown.parameters.decades.length} values of ε`
      : "",
  table: tableOfRows(["ε", ...DEGREES.map((degree) => `t${SUBSCRIPTS[degree]}`), "Share"], ({ series }) =>
    Array.from(series.epsilon ?? [], (epsilon, k) => [
      inWords(epsilon, 1),
      ...NAMES.map((name) => inWords(series[name]?.[k])),
      inWords(series.participation?.[k], 2),
    ]),
  ),
};
