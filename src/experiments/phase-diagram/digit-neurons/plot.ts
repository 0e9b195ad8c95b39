/** Draws Fig. 7: every neuron's amplitude against its projection on the vector of equal entries, before and after. */
import { ruleX } from "@observablehq/plot";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";
import { colourOf, NEURON_KEYS, neuronClouds } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** From the farthest neuron on one side to as far on the other. */
function domainOf(...projections: readonly ArrayLike<number>[]): [number, number] {
  const farthest = Math.max(0.1, ...projections.flatMap((each) => Array.from(each, Math.abs)));
  return [-1.1 * farthest, 1.1 * farthest];
}

const scatter: View<typeof meta> = {
  id: "scatter",
  title: "Where its neurons are",
  per: "case",
  plot: ([shown]) => {
    const {
      amplitude = [],
      projection = [],
      initialAmplitude = [],
      initialProjection = [],
    } = resultOf(shown as Shown<typeof meta>)?.series ?? {};
    return {
      x: { label: "ŵ·p →", domain: domainOf(initialProjection, projection), ticks: 5 },
      y: { label: "↑ amplitude (largest = 1)", domain: [0, 1.05], ticks: 3 },
      marks: [
        ruleX([0], { stroke: "var(--line)" }),
        ...neuronClouds(
          { x: initialProjection, amplitude: initialAmplitude },
          { x: projection, amplitude },
          colourOf(shown as Shown<typeof meta>),
        ),
      ],
    };
  },
};

const describe: Drawing<typeof meta>["describe"] = (shown) =>
  shown
    .map((each) => {
      const result = resultOf(each);
      if (!result) return `${each.label}: not run yet.`;
      const { relativeDistance, meanProjection, initialProjection } = result.quantities;
      return `${each.label}: after ${result.step.toLocaleString("en")} steps the input weights have moved by ${inWords(relativeDistance, 3, RESOLVED_DISTANCE)} of their initial length, and the mean of |ŵ·p|, weighted by amplitude, is ${inWords(meanProjection)}, from ${inWords(initialProjection)} at the start.`;
    })
    .join(" ");

const table: NonNullable<Drawing<typeof meta>["table"]> = (shown) => ({
  columns: ["Case", "Steps", "R/R(0)", "Relative distance", "Mean |ŵ·p| before", "after"],
  rows: shown.map((each) => {
    const result = resultOf(each);
    const { relativeRisk, relativeDistance, meanProjection, initialProjection } = result?.quantities ?? {};
    return [
      each.label,
      result?.step ?? "—",
      inWords(relativeRisk),
      inWords(relativeDistance, 3, RESOLVED_DISTANCE),
      inWords(initialProjection),
      inWords(meanProjection),
    ];
  }),
});

export const drawing: Drawing<typeof meta> = { views: [scatter], legend: NEURON_KEYS, describe, table };
