/** Draws how many networks end with one activated neuron, with two, with three, and how well each of them generalises. */
import { logAxis } from "../../../plots/axes.ts";
import { dots } from "../../../plots/cloud.ts";
import { countBars } from "../../../plots/counts.ts";
import { decadesAround, logRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { told } from "../../../plots/told.ts";
import { type Drawing, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { tableOfRows } from "../../drawing/words.ts";
import { ACTIVATED } from "../setting/views.ts";
import type { meta } from "./meta.ts";

function networksIn(shown: Shown<typeof meta>) {
  const { activated = [], effectiveNeurons = [], test = [] } = resultOf(shown)?.series ?? {};
  return Array.from(activated, (count, k) => ({
    number: k + 1,
    activated: count,
    x: effectiveNeurons[k] as number,
    y: test[k] as number,
  }));
}

const winners = (count: number) => (count === 1 ? "one activated neuron" : `${count} activated neurons`);

const counts: View<typeof meta> = forOne("counts", "Networks by their activated neurons", (shown) => {
  const values = networksIn(shown).map(({ activated }) => activated);
  return {
    x: { label: "activated neurons →", domain: [-0.5, Math.max(4, ...values) + 0.5], ticks: 5 },
    y: { label: "↑ networks", domain: [0, shown.parameters.draws], ticks: 4, grid: true },
    marks: countBars([
      {
        values,
        colourOf: () => ACTIVATED,
        wordsOf: (networks, count) => `${winners(count)}: ${networks} of ${values.length} networks`,
      },
    ]),
  };
});

const errors: View<typeof meta> = forOne("errors", "Test error and effective number", (shown) => {
  const networks = networksIn(shown);
  const errorsOf = networks.map(({ y }) => y);
  return {
    x: logAxis("effective number N_eff →", logRoom([1, 4, ...networks.map(({ x }) => x)], 1.2)),
    y: { ...logAxis("↑ test error", decadesAround(errorsOf, [1e-5, 1e-2])), grid: true },
    marks: [
      dots(networks, 8, ACTIVATED, 0.7),
      told(
        networks,
        ({ number, activated, x, y }) =>
          `network ${number}, ${winners(activated)}: N_eff ${inWords(x)}, test error ${inWords(y)}`,
      ),
    ],
  };
});

export const drawing: Drawing<typeof meta> = {
  views: [counts, errors],
  legend: [
    {
      label: "a network; its neurons with a tenth of Σ|a||b| or more are activated",
      colour: ACTIVATED,
      mark: "dot",
    },
  ],
  numbers: ["single", "several", "medianEffective"],
  describe: sentenceOfOne((_, each) => {
    const networks = networksIn(each);
    const single = networks.filter(({ activated }) => activated === 1).length;
    const several = networks.filter(({ activated }) => activated === 2 || activated === 3).length;
    return networks.length === 0
      ? "No network is trained yet."
      : `In ${single} of ${networks.length} networks one neuron is activated, in ${several} two or three.`;
  }),
  done: (shown) => networksDone(shown, "activated", shown[0]?.parameters.draws),
  table: tableOfRows(["Network", "Activated", "N_eff", "Test error"], (_, each) =>
    networksIn(each).map(({ number, activated, x, y }) => [number, activated, inWords(x), inWords(y)]),
  ),
};
