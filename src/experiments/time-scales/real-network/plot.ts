/** Draws what is left of each component of a network that sees each example once, and of its flow; and the neurons of both. */
import { ruleY } from "@observablehq/plot";
import { dots } from "../../../plots/cloud.ts";
import { curve } from "../../../plots/curve.ts";
import { stepRoom } from "../../../plots/domains.ts";
import { labels } from "../../../plots/labels.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Point, strokes } from "../../../plots/strokes.ts";
import { thinned, told } from "../../../plots/told.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { DEGREES } from "../setting/parameters.ts";
import { colourOf, componentKeys, nameOf, SUBSCRIPTS, timeAxis, timesInWords } from "../setting/views.ts";
import type { meta } from "./meta.ts";
import { examplesOf } from "./workload.ts";

const SIZE = { width: 420, height: 320, marginBottom: 36 } as const;
const MOST_ROWS = 40;
/** Residuals beyond are not drawn: a network whose steps are too large strays far. */
const FARTHEST = 4;

type Series = "residual" | "flowResidual";

/** ρₖ over time, from where the axis begins. */
function linesIn({ parameters }: Shown<typeof meta>, result: ResultOf<typeof meta> | null, name: Series) {
  const { time = [], [name]: values = [] } = result?.series ?? {};
  const [from] = timeAxis(parameters.epsilon, parameters.duration).domain;
  return DEGREES.map((degree) => ({
    degree,
    points: Array.from(time, (x, look) => ({
      x,
      y: values[look * DEGREES.length + degree] as number,
    })).filter(({ x }) => x >= from),
  }));
}

const components: View<typeof meta> = forOne("components", "What is left of each component", (shown) => {
  const result = resultOf(shown);
  const { parameters } = shown;
  const own = linesIn(shown, result, "residual");
  const flow = linesIn(shown, result, "flowResidual");
  const heights = [...own, ...flow].flatMap(({ points }) => points.map(({ y }) => y));
  const within = stepRoom(
    [0, 1, ...heights].map((y) => Math.max(-FARTHEST, Math.min(FARTHEST, y))),
    0.25,
  );
  return {
    ...SIZE,
    x: timeAxis(parameters.epsilon, parameters.duration),
    y: { label: "↑ ρₖ", domain: within, ticks: 6, grid: true },
    marks: [
      ruleY([0], { stroke: "var(--line-strong)" }),
      ...flow.map(({ degree, points }) =>
        strokes({ lines: [points], colour: colourOf(degree), width: 1.5, dashes: [5, 4], within }),
      ),
      ...own.map(({ degree, points }) =>
        strokes({ lines: [points], colour: colourOf(degree), width: 2, within }),
      ),
      ...own.map(({ degree, points }) =>
        told(
          points,
          ({ x, y }) =>
            `${nameOf(degree)} component of the network at t = ${inWords(x, 2)}: ${inWords(y, 2)} left`,
          12,
        ),
      ),
      ...flow.map(({ degree, points }) =>
        told(
          points,
          ({ x, y }) =>
            `${nameOf(degree)} component of the flow at t = ${inWords(x, 2)}: ${inWords(y, 2)} left`,
          12,
        ),
      ),
    ],
  };
});

const WHOSE = [
  { of: "network", mark: "●" },
  { of: "flow", mark: "○" },
  { of: "limit", mark: "◇" },
] as const;

/** When each component is halved by the network, by its flow and by the limit; one below the other. */
function halvingsIn(result: ResultOf<typeof meta> | null) {
  const { time0, time1, time2, time3, ...others } = result?.quantities ?? {};
  const { flowTime0, flowTime1, flowTime2, flowTime3 } = others;
  const { limitTime0, limitTime1, limitTime2, limitTime3 } = others;
  const times = [
    [time0, time1, time2, time3],
    [flowTime0, flowTime1, flowTime2, flowTime3],
    [limitTime0, limitTime1, limitTime2, limitTime3],
  ];
  return WHOSE.flatMap(({ of, mark }, row) =>
    DEGREES.flatMap((degree) => {
      const x = times[row]?.[degree];
      return x === undefined
        ? []
        : [{ x, y: degree + 0.2 * (row - 1), words: mark, colour: colourOf(degree), degree, of }];
    }),
  );
}

const halvings: View<typeof meta> = forOne("halvings", "When each component is halved", (shown) => {
  const { epsilon, duration } = shown.parameters;
  const times = halvingsIn(resultOf(shown));
  return {
    ...SIZE,
    marginLeft: 74,
    x: timeAxis(epsilon, duration),
    y: { label: null, domain: [DEGREES.length - 0.5, -0.5], ticks: DEGREES, tickFormat: nameOf, grid: true },
    marks: [
      labels({ labels: times, anchor: "middle" }),
      told(
        times,
        ({ of, degree, x }) => `the ${of} halves the ${nameOf(degree)} component at t = ${inWords(x, 2)}`,
      ),
    ],
  };
});

const OF_NETWORK = "var(--series-2)";
const OF_FLOW = "var(--muted)";

function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { readout, overlap, flowReadout, flowOverlap } = result?.series ?? {};
  return { own: curve(overlap, readout), flow: curve(flowOverlap, flowReadout) };
}

const neurons: View<typeof meta> = forOne("neurons", "Readout and overlap of each neuron", (shown) => {
  const { own, flow } = neuronsIn(resultOf(shown));
  const heights = [...own, ...flow].map(({ y }) => y);
  return {
    ...SIZE,
    x: { label: "overlap s →", domain: [-1, 1], ticks: 5 },
    y: { label: "↑ readout a", domain: stepRoom([-2, 2, ...heights], 1), ticks: 6 },
    marks: [
      ruleY([0], { stroke: "var(--line-strong)" }),
      dots(flow, 6, OF_FLOW, 0.7),
      dots(own, 6, OF_NETWORK, 0.8),
      told(
        own.toSorted((one: Point, other: Point) => one.x - other.x),
        ({ x, y }) => `a neuron with overlap ${inWords(x, 2)} and readout ${inWords(y, 2)}`,
        40,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [components, halvings, neurons],
  legend: [
    ...componentKeys(DEGREES.length),
    { label: "its flow", colour: "var(--ink)", mark: "dashes" },
    { label: "halved by the network", colour: "var(--ink)", mark: "dot" },
    { label: "by its flow", colour: "var(--ink)", mark: "ring" },
    { label: "in the limit", colour: "var(--ink)", mark: "diamond" },
    { label: "neuron of the network", colour: OF_NETWORK, mark: "dot" },
    { label: "neuron of the flow", colour: OF_FLOW, mark: "dot" },
  ],
  numbers: ["gap", "risk", "flowRisk"],
  describe: sentenceOfOne(({ quantities }) => {
    const { time0, time1, time2, time3, examples = 0, gap } = quantities;
    if (examples === 0) return "The start: no example is seen yet.";
    return `After ${examples.toLocaleString("en")} examples the residuals of network and flow were at most ${inWords(gap, 2)} apart. ${timesInWords([time0, time1, time2, time3])}`;
  }),
  done: ([shown]) => {
    const { examples } = shown?.now?.quantities ?? {};
    if (!shown || examples === undefined) return "";
    return `${examples.toLocaleString("en")} of ${examplesOf(shown.parameters).toLocaleString("en")} examples`;
  },
  table: tableOfRows(
    ["t", ...DEGREES.flatMap((degree) => [`ρ${SUBSCRIPTS[degree]}`, `ρ${SUBSCRIPTS[degree]} of the flow`])],
    ({ series }) => {
      const { time = [], residual = [], flowResidual = [] } = series;
      const rows = Array.from(time, (t, look) => [
        t,
        ...DEGREES.flatMap((degree) => {
          const at = look * DEGREES.length + degree;
          return [residual[at] as number, flowResidual[at] as number];
        }),
      ]);
      return thinned(rows, MOST_ROWS).map((row) => row.map((value) => inWords(value)));
    },
  ),
};
