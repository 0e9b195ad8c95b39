/** Describes Fig. 4(a) of the paper over many draws: whether a target of low frequency gathers neurons on fewer lines. */

import { DRAWS } from "../../draws.ts";
import { experiment } from "../../experiment.ts";
import { FREQUENCY, LAYER } from "../setting/layerParameters.ts";

const { frequency: _, ...parameters } = LAYER.parameters;
const { frequency: high, ...defaults } = LAYER.defaults;

export const meta = experiment({
  title: "Lines for a target of low and of high frequency",
  source: { paper: "zhou2022", where: "Fig. 4(a)" },
  parameters: {
    ...parameters,
    low: { ...FREQUENCY, label: "First frequency" },
    high: { ...FREQUENCY, label: "Second frequency" },
    draws: DRAWS,
  },
  defaults: { ...defaults, activation: "x2Tanh", leastNorm: 0.04, low: 2, high, draws: 12 },
  computes: LAYER.computes,
  cost: (layer) => (layer.low === layer.high ? 1 : 2) * layer.draws * LAYER.cost(layer),
  frameStride: () => 200,
  seedsUsed: ({ draws }) => draws,
  quantities: {
    difference: { label: "Median number of lines, first frequency less second" },
    medianLow: { label: "Median number of lines, first frequency" },
    medianHigh: { label: "Median number of lines, second frequency" },
  },
  series: {
    low: { label: "Lines of each network at the first frequency", shape: ["networks"] },
    high: { label: "Lines of each network at the second frequency", shape: ["networks"] },
  },
  figures: [
    {
      id: "low-frequency",
      title: "Lines for a slow and a fast target",
      caption:
        "The same networks, once for a target of low frequency as in Fig. 4(a) of the paper and once as in Fig. 2: how many of them gather their neurons on so many lines. Neurons whose input weights are shorter than 0.04 are left out, as in the paper.",
      controls: ["activation", "low", "high", "draws", "width"],
    },
  ],
});
