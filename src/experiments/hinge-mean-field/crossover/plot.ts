/** Draws what it takes to satisfy half of the examples, against α. */
import { ruleX } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { curve } from "../../../plots/curve.ts";
import { decadesAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { crossoverScale, growthAtHalf, movementAt } from "../../../theory/hinge-mean-field/limits.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { growingOf } from "../setting/parameters.ts";
import { NETWORK, THEORY, THEORY_KEY } from "../setting/views.ts";
import type { meta } from "./meta.ts";
import { scaleAt, settingAt } from "./setting.ts";

type Parameters = Shown<typeof meta>["parameters"];

const halfGrowthAt = (parameters: Parameters, halfDecade: number) =>
  growthAtHalf(growingOf(settingAt(parameters, halfDecade)));

/** A view of one of the series, with the line of the theory for it. */
function against(
  id: "growth" | "movement",
  { title, label, expectedAt }: { title: string; label: string; expectedAt: (growth: number) => number },
): View<typeof meta> {
  return forOne(id, title, (shown) => {
    const { parameters } = shown;
    const { series } = resultOf(shown) ?? {};
    const points = curve(series?.scale, series?.[id]).filter(({ y }) => Number.isFinite(y));
    const expected = Array.from({ length: 50 }, (_, k) => -2.4 + (k / 49) * 7.8).map((halfDecade) => ({
      x: scaleAt(halfDecade),
      y: expectedAt(halfGrowthAt(parameters, halfDecade)),
    }));
    const heights = [...expected, ...points].map(({ y }) => y);
    return {
      width: 420,
      height: 340,
      marginBottom: 36,
      x: logAxis("scale α →", [0.06, 500]),
      y: { ...logAxis(label, decadesAround(heights, [0.01, 1])), grid: true },
      marks: [
        ruleX([crossoverScale(growingOf(settingAt(parameters, 0)))], {
          stroke: "var(--muted)",
          strokeDasharray: "3 3",
        }),
        strokes({ lines: [expected], colour: THEORY, width: 1.5 }),
        dots(points, 9, NETWORK, 0.9),
        told(points, ({ x, y }) => `α = ${inWords(x, 2)}: ${inWords(y)}`),
      ],
    };
  });
}

export const drawing: Drawing<typeof meta> = {
  views: [
    against("growth", {
      title: "γ when half of the examples are satisfied",
      label: "↑ γ at half",
      expectedAt: (growth) => growth,
    }),
    against("movement", {
      title: "How far readouts have moved then",
      label: "↑ ‖Δa‖/‖a₀‖",
      expectedAt: movementAt,
    }),
  ],
  legend: [
    { label: "network", colour: NETWORK, mark: "dot" },
    THEORY_KEY,
    { label: "α = h√d", colour: "var(--muted)", mark: "dashes" },
  ],
  numbers: ["worst", "firstMovement", "lastMovement"],
  describe: sentenceOfOne(({ quantities }) =>
    quantities.worst === undefined
      ? "Not all networks are trained yet."
      : `By the time that half of the examples are satisfied, readouts have moved by ${inWords(quantities.firstMovement, 2)} times their size at the smallest α, and by ${inWords(quantities.lastMovement, 2)} at the largest. The γ that this takes is that of the theory within ${inWords(100 * quantities.worst, 2)} %.`,
  ),
  done: (shown) => networksDone(shown, "growth", shown[0]?.parameters.halfDecades.length),
  table: tableOfRows(["α", "γ at half", "By the theory", "‖Δa‖/‖a₀‖"], ({ series }, { parameters }) =>
    Array.from(series.scale ?? [], (scale, k) => [
      inWords(scale, 2),
      inWords(series.growth?.[k]),
      inWords(halfGrowthAt(parameters, parameters.halfDecades[k] ?? 0)),
      inWords(series.movement?.[k]),
    ]),
  ),
};
