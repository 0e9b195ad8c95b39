/** Draws Fig. 7: every neuron's amplitude against its projection on the vector of equal entries, before and after. */
import { ruleX } from "@observablehq/plot";
import { stepRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Drawing, resultOf } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { colourOf } from "../setting/diagramViews.ts";
import { AMPLITUDE_AXIS, NEURON_KEYS, neuronMarks } from "../setting/views.ts";
import type { meta } from "./meta.ts";

/** From the farthest neuron on one side to as far on the other, in steps, so that the axis seldom moves. */
function domainOf(...projections: readonly (ArrayLike<number> | undefined)[]): [number, number] {
  const sizes = projections.flatMap((each = []) => Array.from(each, Math.abs));
  const farthest = Math.max(0.1, ...sizes);
  return stepRoom([-farthest, farthest], 0.05);
}

export const drawing: Drawing<typeof meta> = {
  views: [
    perCase("scatter", "Where its neurons are", (shown) => {
      const { amplitude, projection, initialAmplitude, initialProjection } = resultOf(shown)?.series ?? {};
      return {
        x: {
          label: "ŵ·p →",
          domain: domainOf(initialProjection, projection, shown.reference?.series.projection),
          ticks: 5,
        },
        y: AMPLITUDE_AXIS,
        marks: [
          ruleX([0], { stroke: "var(--line)" }),
          ...neuronMarks(
            { x: initialProjection, amplitude: initialAmplitude },
            { x: projection, amplitude },
            colourOf(shown),
            (along) => `ŵ·p ${inWords(along, 2)}`,
          ),
        ],
      };
    }),
  ],
  legend: NEURON_KEYS,
  numbers: ["relativeDistance", "initialProjection", "meanProjection"],
  describe: sentencePerCase(({ quantities: { meanProjection = Number.NaN, initialProjection } }) => {
    const times = inWords(meanProjection / (initialProjection ?? Number.NaN));
    return `the neurons’ mean |ŵ·p| is ${times} times that before training.`;
  }),
};
