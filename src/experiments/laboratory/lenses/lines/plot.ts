/** Draws how alike neurons are, where they point beside the predicted lines, and which comes first: lines, or a lower risk. */
import { ruleX, ruleY } from "@observablehq/plot";
import { cloud, dots } from "../../../../plots/cloud.ts";
import { dashedLine } from "../../../../plots/coloured.ts";
import { curve } from "../../../../plots/curve.ts";
import { inWords } from "../../../../plots/numbers.ts";
import { strokes } from "../../../../plots/strokes.ts";
import { told } from "../../../../plots/told.ts";
import { multiplicityOf } from "../../../../theory/condensation/multiplicity.ts";
import { namedLines } from "../../../condensation/setting/namedLines.ts";
import { SIMILARITY_KEYS, similarityPlot } from "../../../condensation/setting/similarityViews.ts";
import { percent, SIGN_COLOUR, unitCircle } from "../../../condensation/setting/views.ts";
import { resultOf, type Shown } from "../../../drawing/drawing.ts";
import { sentencePerCase } from "../../../drawing/sentences.ts";
import { perCase } from "../../../drawing/views.ts";
import { courseAxis, onCourse } from "../../setting/courseViews.ts";
import type { Through } from "../../setting/lens.ts";
import type { LensDrawing } from "../../setting/lensDrawing.ts";
import type { Setup } from "../../setting/setup.ts";
import { workloadOf } from "../../setting/workload.ts";
import { LOOKED_AT, type meta } from "./meta.ts";

type Seen = Through<typeof meta>;

const [TOGETHER, RISK] = ["var(--series-2)", "var(--series-1)"] as const;

const colourOf = (sign: number) => (sign > 0 ? SIGN_COLOUR.positive : SIGN_COLOUR.negative);

/** What the two axes of the plane of directions are. */
function axesOf(setup: Setup): readonly [across: string, up: string] {
  const order = setup.rule === "onePass" ? undefined : multiplicityOf(setup.activation)?.order;
  if (setup.data === "points") return ["w/|(w, b)| →", "↑ b/|(w, b)|"];
  if (workloadOf(setup).inputDimension <= 2) return ["w₁/|w| →", "↑ w₂/|w|"];
  if (order === 2) return ["cos to the top eigenvector of Σ yxxᵀ →", "↑ cos to the bottom one"];
  const line = setup.rule === "adam" && order === 1 ? "the signs of Σ yx" : "Σ yx";
  return [`cos to ${line} →`, "↑ cos to an axis across it"];
}

function neuronsIn(shown: Shown<Seen>) {
  const { directionAcross = [], directionUp = [], signOfOutput = [] } = resultOf(shown)?.series ?? {};
  return curve(directionAcross, directionUp).map((point, k) => ({
    ...point,
    number: k + 1,
    sign: signOfOutput[k] as number,
  }));
}

function raysIn(shown: Shown<Seen>) {
  const { rayAcross, rayUp, rayOutput = [], rayFeeds = [] } = resultOf(shown)?.series ?? {};
  return curve(rayAcross, rayUp).map((point, k) => ({
    ...point,
    sign: rayOutput[k] as number,
    feeds: rayFeeds[k] === 1,
  }));
}

export const drawing: LensDrawing<typeof meta> = {
  views: [
    perCase<Seen>("lines-similarity", "Similarity of all pairs of neurons", (shown) => {
      const { similarity = [], ownLine = [] } = resultOf(shown)?.series ?? {};
      return {
        height: 350,
        marginBottom: 34,
        ...similarityPlot(similarity, namedLines(ownLine), Math.min(LOOKED_AT, shown.parameters.width)),
      };
    }),
    perCase<Seen>("lines-directions", "Where neurons point", (shown) => {
      const { startAcross = [], startUp = [] } = resultOf(shown)?.series ?? {};
      const [neurons, rays] = [neuronsIn(shown), raysIn(shown)];
      const [across, up] = axesOf(shown.parameters);
      const axis = { domain: [-1.12, 1.12], ticks: [-1, 0, 1] };
      return {
        height: 350,
        x: { ...axis, label: across },
        y: { ...axis, label: up },
        marks: [
          ruleX([0], { stroke: "var(--line)" }),
          ruleY([0], { stroke: "var(--line)" }),
          unitCircle("var(--line-strong)"),
          ...[1, -1].map((sign) =>
            strokes({
              lines: rays.filter((ray) => ray.sign === sign).map((ray) => [{ x: 0, y: 0 }, ray]),
              colour: colourOf(sign),
              width: 1.75,
              opacity: 0.8,
              dashes: [5, 4],
            }),
          ),
          cloud({ x: startAcross, y: startUp, size: 2.5, colour: "var(--initial)", opacity: 0.5 }),
          ...[1, -1].map((sign) =>
            dots(
              neurons.filter((neuron) => neuron.sign > 0 === sign > 0),
              6.5,
              colourOf(sign),
              0.65,
            ),
          ),
          told(
            rays,
            ({ sign, feeds }) =>
              `a predicted direction: neurons with a ${sign > 0 ? ">" : "<"} 0 turn to it and ${feeds ? "grow" : "shrink"} there`,
          ),
          told(
            neurons,
            ({ number, sign, x, y }) =>
              `neuron ${number}, a ${sign > 0 ? ">" : "≤"} 0: ${inWords(x, 2)} across, ${inWords(y, 2)} up`,
          ),
        ],
      };
    }),
    perCase<Seen>("lines-course", "Lines and risk", (shown) => {
      const { series, quantities } = resultOf(shown) ?? {};
      const { lookTime, alikeThen, lookRisk = [] } = series ?? {};
      const first = lookRisk[0] ?? 0;
      const axis = courseAxis(shown.parameters, series);
      const later = (values: ArrayLike<number> | undefined) => onCourse(axis, curve(lookTime, values));
      const together = later(alikeThen);
      const risk = first > 0 ? later(Array.from(lookRisk, (value) => value / first)) : [];
      // A risk that grows leaves the plot at twice that of the start.
      const within: [number, number] = [0, Math.min(2, Math.max(1, ...risk.map(({ y }) => y)))];
      return {
        x: axis,
        y: { label: "↑ share", domain: within, ticks: 5, grid: true },
        marks: [
          quantities ? dashedLine(axis.domain.map((x) => ({ x, y: quantities.alikeByChance ?? 0 }))) : null,
          strokes({ lines: [risk], colour: RISK, width: 2, within }),
          strokes({ lines: [together], colour: TOGETHER, width: 2 }),
          dots(
            risk.slice(-1).filter(({ y }) => y <= within[1]),
            5,
            RISK,
          ),
          dots(together.slice(-1), 5, TOGETHER),
          told(
            together,
            ({ x, y }) => `t = ${inWords(x, 2)}: ${percent(y)} of the pairs are along one line`,
            30,
          ),
          told(risk, ({ x, y }) => `t = ${inWords(x, 2)}: risk ${inWords(y, 2)} of that at the start`, 30),
        ],
      };
    }),
  ],
  legend: [
    ...SIMILARITY_KEYS,
    { label: "neuron with a > 0", colour: SIGN_COLOUR.positive, mark: "dot" },
    { label: "neuron with a < 0", colour: SIGN_COLOUR.negative, mark: "dot" },
    { label: "neurons at the start", colour: "var(--initial)", mark: "dot" },
    { label: "where neurons with a > 0 are predicted", colour: SIGN_COLOUR.positive, mark: "dashes" },
    { label: "and those with a < 0", colour: SIGN_COLOUR.negative, mark: "dashes" },
    { label: "pairs of neurons along one line", colour: TOGETHER, mark: "line" },
    { label: "the same of random directions", colour: "var(--muted)", mark: "dashes" },
    { label: "risk, over that of the start", colour: RISK, mark: "line" },
  ],
  numbers: ["lines", "alikePairs", "meanSimilarity", "medianCosine"],
  describe: sentencePerCase(({ quantities: { alikePairs, alikeByChance, medianCosine } }) => {
    const together = `${percent(alikePairs)} of the pairs of neurons are along one line; of random directions ${percent(alikeByChance)} would be`;
    return medianCosine === undefined
      ? `${together}.`
      : `${together}. The median |cos| between a neuron and its predicted line is ${inWords(medianCosine, 2)}.`;
  }),
};
