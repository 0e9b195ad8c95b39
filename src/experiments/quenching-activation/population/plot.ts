/**
 * Draws training on infinitely many samples: the risks of a network and of its random-feature twin, the six neurons that
 * rise highest, and where all of them point. Where the slides of the author show the same, what they show is drawn too.
 */
import { dot, line, ruleY } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import {
  type Drawing,
  type Key,
  type ResultOf,
  resultOf,
  type Shown,
  type View,
} from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { isActivated } from "../setting/measures.ts";
import { isStar, rays } from "../setting/plane.ts";
import { PUBLISHED } from "../setting/published.ts";
import {
  ACTIVATED,
  AT_XY,
  CIRCLE,
  carryingIn,
  coefficientAxis,
  NETWORK,
  NETWORK_KEYS,
  NEURON_KEYS,
  neuronDots,
  OTHERS,
  standingInWords,
  TWIN,
} from "../setting/views.ts";
import { LEADING, type meta } from "./meta.ts";

const SIZE = { width: 360, height: 280, marginBottom: 36 } as const;
const MOST_ROWS = 40;

/** Whether the slides show a run with these parameters. */
function isPublished({ parameters }: Shown<typeof meta>): boolean {
  return Object.entries(PUBLISHED.setting).every(
    ([name, value]) => parameters[name as keyof typeof PUBLISHED.setting] === value,
  );
}

/** Logarithmic, from before any neuron has risen far. */
function timeAxis({ parameters }: Shown<typeof meta>) {
  const { duration } = parameters;
  return logAxis("time t →", [Math.min(0.1, duration / 100), duration]);
}

/** The points on the axis of time: the start, t = 0, is not. */
function onAxis(shown: Shown<typeof meta>, points: readonly Point[]): readonly Point[] {
  const [from, to] = timeAxis(shown).domain;
  return points.filter(({ x }) => x >= from && x <= to);
}

/** Of the points that the slides show those that are drawn. */
function publishedIn(shown: Shown<typeof meta>, points: readonly Point[]): readonly Point[] {
  return isPublished(shown) ? onAxis(shown, points) : [];
}

function publishedDots(points: readonly Point[]) {
  return dot(points, {
    ...AT_XY,
    r: 2.5,
    stroke: "var(--ink)",
    strokeWidth: 1,
  });
}

const risks: View<typeof meta> = perCase("risks", "Risk", (shown) => {
  const { time, risk, twinRisk } = resultOf(shown)?.series ?? {};
  const [network = [], twin = []] = [risk, twinRisk].map((heights) => onAxis(shown, curve(time, heights)));
  const published = publishedIn(shown, [...PUBLISHED.risk, ...PUBLISHED.twinRisk]);
  const heights = [...network, ...twin, ...published].map(({ y }) => y);
  const wordsFor =
    (name: string) =>
    ({ x, y }: Point) =>
      `risk of the ${name} at t = ${inWords(x)}: ${inWords(y, 2)}`;
  return {
    ...SIZE,
    x: timeAxis(shown),
    y: { ...logAxis("↑ risk E (f − f*)²", decadesAround(heights, [1e-3, 1])), grid: true },
    marks: [
      publishedDots(published),
      strokes({ lines: [twin], colour: TWIN, width: 2 }),
      strokes({ lines: [network], colour: NETWORK, width: 2 }),
      told(network, wordsFor("network"), 30),
      told(twin, wordsFor("twin"), 30),
    ],
  };
});

/** The curves of the neurons that rise highest, and whether they are activated now. */
function leadingIn(shown: Shown<typeof meta>) {
  const result = resultOf(shown);
  const { time = [], leading = [] } = result?.series ?? {};
  const { pathNorm = 0 } = result?.quantities ?? {};
  return Array.from({ length: time.length > 0 ? leading.length / time.length : 0 }, (_, k) => {
    const all = Array.from(time, (x, look) => ({ x, y: leading[look * LEADING + k] as number }));
    return {
      rank: k + 1,
      points: onAxis(shown, all),
      isActivated: isActivated(all.at(-1)?.y ?? 0, pathNorm),
    };
  });
}

const leading: View<typeof meta> = perCase("leading", "The six neurons that rise highest", (shown) => {
  const curves = leadingIn(shown);
  const published = publishedIn(shown, PUBLISHED.leading.flat());
  const heights = [...curves.flatMap(({ points }) => points), ...published].map(({ y }) => y);
  const linesOf = (which: boolean) =>
    curves.filter((each) => each.isActivated === which).map(({ points }) => points);
  return {
    ...SIZE,
    x: timeAxis(shown),
    y: coefficientAxis(shown.parameters, heights),
    marks: [
      ruleY([0], { stroke: "var(--line-strong)" }),
      publishedDots(published),
      strokes({ lines: linesOf(false), colour: OTHERS, width: 1.75 }),
      strokes({ lines: linesOf(true), colour: ACTIVATED, width: 2.25 }),
      ...curves.map(({ rank, points }) =>
        told(points, ({ x, y }) => `neuron ${rank} of the six at t = ${inWords(x)}: ${inWords(y, 2)}`, 10),
      ),
    ],
  };
});

function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { coefficient, across = [], up = [], nearness = [] } = result?.series ?? {};
  return carryingIn(coefficient).map((neuron, j) => ({
    ...neuron,
    x: across[j] as number,
    y: up[j] as number,
    nearness: nearness[j] as number,
  }));
}

const directions: View<typeof meta> = perCase("directions", "Where the neurons point", (shown) => {
  const { parameters } = shown;
  const neurons = neuronsIn(resultOf(shown));
  const isCircle = parameters.target === "circle";
  const axis = { domain: [-1.15, 1.15], ticks: [] };
  return {
    width: 360,
    aspectRatio: 1,
    // Plot reckons with margins of its own, which are ten more across than down: so must these be.
    marginTop: 18,
    marginRight: 24,
    marginBottom: 20,
    marginLeft: 24,
    x: { ...axis, label: isStar(parameters) ? null : "first input →" },
    y: { ...axis, label: isStar(parameters) ? null : "↑ second input" },
    marks: [
      line(CIRCLE, {
        ...AT_XY,
        stroke: isCircle ? "var(--ink)" : "var(--line-strong)",
        strokeWidth: isCircle ? 2.5 : 1,
      }),
      strokes({
        lines: rays(parameters).map(([x, y]) => curve([0, x], [0, y])),
        colour: "var(--ink)",
        width: 2.5,
      }),
      ...neuronDots(neurons),
      told(
        neurons.toSorted((one, other) => one.x - other.x),
        ({ number, coefficient, nearness }) =>
          `neuron ${number}: a|b| ${inWords(coefficient, 2)}, cosine to the target ${inWords(nearness, 2)}`,
      ),
    ],
  };
});

const IN_SLIDES: Key = { label: "drawn in the slides", colour: "var(--ink)", mark: "ring" };

export const drawing: Drawing<typeof meta> = {
  views: [risks, leading, directions],
  legend: [...NETWORK_KEYS, ...NEURON_KEYS, { label: "target", colour: "var(--ink)", mark: "line" }],
  moreKeys: (shown) => (shown.some(isPublished) ? [IN_SLIDES] : []),
  numbers: ["risk", "twinRisk", "activated", "largest", "activationTime", "predictedTime"],
  describe: sentencePerCase(({ quantities }) =>
    standingInWords(quantities, {
      name: "risk",
      ofNetwork: quantities.risk,
      ofTwin: quantities.twinRisk,
    }),
  ),
  table: tableOfRows(["t", "Risk of the network", "Risk of the twin"], (result) => {
    const { time = [], risk = [], twinRisk = [] } = result.series;
    const looks = Array.from(time, (t, k) => [t, risk[k] as number, twinRisk[k] as number]);
    return thinned(looks, MOST_ROWS).map((look) => look.map((value) => inWords(value)));
  }),
};
