/** Draws what each neuron carries beside its random-feature twin, and how both do over time. */
import { dots } from "../../../../plots/cloud.ts";
import { curve } from "../../../../plots/curve.ts";
import { roundedAround } from "../../../../plots/domains.ts";
import { inWords } from "../../../../plots/numbers.ts";
import { strokes } from "../../../../plots/strokes.ts";
import { told } from "../../../../plots/told.ts";
import { resultOf, type Shown } from "../../../drawing/drawing.ts";
import { sentencePerCase } from "../../../drawing/sentences.ts";
import { perCase } from "../../../drawing/views.ts";
import { barMarks } from "../../../quenching-activation/setting/barViews.ts";
import {
  activatedInWords,
  NETWORK,
  NETWORK_KEYS,
  NEURON_KEYS,
  TWIN,
} from "../../../quenching-activation/setting/views.ts";
import { courseAxis, decadesAxis, inDecades } from "../../setting/courseViews.ts";
import type { Through } from "../../setting/lens.ts";
import type { LensDrawing } from "../../setting/lensDrawing.ts";
import { workloadOf } from "../../setting/workload.ts";
import type { meta } from "./meta.ts";

type Seen = Through<typeof meta>;

function barsIn(shown: Shown<Seen>) {
  const { carrier = [], coefficient = [], twinCoefficient, isActivated = [] } = resultOf(shown)?.series ?? {};
  return Array.from(carrier, (number, k) => ({
    place: k + 1,
    number,
    coefficient: coefficient[k] as number,
    isActivated: isActivated[k] === 1,
    twin: twinCoefficient?.[k],
  }));
}

/** The risks over time of network and twin, on the sample and on examples that are not seen. */
function risksIn(shown: Shown<Seen>) {
  const series = resultOf(shown)?.series;
  const axis = courseAxis(shown.parameters, series);
  const lines = [
    { words: "risk of the network on the sample", values: series?.lookRisk, colour: NETWORK, dashes: [4, 3] },
    {
      words: "risk of the network on examples that are not seen",
      values: series?.lookTestRisk,
      colour: NETWORK,
      dashes: [],
    },
    { words: "risk of the twin on the sample", values: series?.twinRiskThen, colour: TWIN, dashes: [4, 3] },
    {
      words: "risk of the twin on examples that are not seen",
      values: series?.twinTestThen,
      colour: TWIN,
      dashes: [],
    },
  ];
  const isAlone = !series?.lookTestRisk;
  const drawn = lines.map(({ values, dashes, ...line }) => ({
    ...line,
    // What is the only one of its kind needs no dashes.
    dashes: isAlone ? [] : dashes,
    points: inDecades(axis, curve(series?.lookTime, values)),
  }));
  return { axis, lines: drawn };
}

export const drawing: LensDrawing<typeof meta> = {
  views: [
    perCase<Seen>("activation-bars", "What each neuron carries", (shown) => {
      const bars = barsIn(shown);
      const { width } = workloadOf(shown.parameters);
      const isPart = bars.length > 0 && bars.length < width;
      const count = bars.length || Math.min(60, width);
      return {
        x: {
          label: isPart ? `the ${bars.length} neurons that carry most →` : "neuron →",
          domain: [0.25, count + 0.75],
          ticks: 6,
          tickFormat: "d",
        },
        y: {
          label: "↑ κ a|b|",
          domain: roundedAround(bars.flatMap(({ coefficient, twin = 0 }) => [coefficient, twin])),
          ticks: 6,
          tickFormat: (value: number) => inWords(value, 2),
        },
        marks: barMarks(bars, count),
      };
    }),
    perCase<Seen>("activation-risks", "Beside its twin", (shown) => {
      const { axis, lines } = risksIn(shown);
      return {
        x: axis,
        y: decadesAxis(
          "R",
          lines.flatMap(({ points }) => points),
        ),
        marks: [
          ...lines.map(({ points, colour, dashes }) =>
            strokes({ lines: [points], colour, width: 2, dashes }),
          ),
          ...lines.map(({ points, colour }) => dots(points.slice(-1), 5, colour)),
          ...lines.map(({ points, words }) =>
            told(points, ({ x, y }) => `t = ${inWords(x, 2)}: ${words} ${inWords(y, 2)}`, 15),
          ),
        ],
      };
    }),
  ],
  legend: [
    ...NEURON_KEYS,
    ...NETWORK_KEYS,
    { label: "on the sample alone", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["effectiveNeurons", "activated", "pathNorm", "twinTestRisk"],
  describe: sentencePerCase(({ quantities: { activated, risk, twinRisk } }) => {
    const who = activated === undefined ? "no neuron carries anything yet" : activatedInWords(activated);
    const beside = twinRisk === undefined ? "" : `, that of the random-feature twin ${inWords(twinRisk, 2)}`;
    return `${who}; the risk on the sample is ${inWords(risk, 2)}${beside}.`;
  }),
};
