/** Describes Fig. 4(a) of the paper over many draws: whether a target of low frequency gathers neurons on fewer lines. */
import { experiment } from "../../experiment.ts";
import { DRAWS } from "../setting/draws.ts";
import { FREQUENCY, LAYER, layerSeconds, PAPERS_LAYER, workloadOf } from "../setting/layerParameters.ts";

const { frequency: _, ...others } = LAYER;
const parameters = {
  ...others,
  low: { ...FREQUENCY, label: "First frequency" },
  high: { ...FREQUENCY, label: "Second frequency" },
  draws: DRAWS,
} as const;
const { frequency: high, ...defaults } = PAPERS_LAYER;

export const meta = experiment({
  title: "Lines for a target of low and of high frequency",
  source: { paper: "zhou2022", where: "Fig. 4(a)" },
  parameters,
  defaults: { ...defaults, activation: "x2Tanh", leastNorm: 0.04, low: 2, high, draws: 12 },
  computes: (layer) => ({ on: "engine", workload: workloadOf(layer) }),
  cost: (layer) => (layer.low === layer.high ? 1 : 2) * layer.draws * layerSeconds(layer),
  frameStride: () => 200,
  seedsUsed: ({ draws }) => draws,
  quantities: {
    difference: {
      label: "Median number of lines at the first frequency, less that at the second",
      digits: 3,
    },
    medianLow: { label: "Median number of lines at the first frequency", digits: 3 },
    medianHigh: { label: "Median number of lines at the second frequency", digits: 3 },
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
        "The same networks, once for a target of low frequency as in Fig. 4(a) of the paper and once as in Fig. 2: in how many of them the neurons gather on so many lines. Neurons whose input weights are shorter than 0.04 are left out, as in the paper.",
      cases: [{ label: "Two targets", parameters: {} }],
      controls: ["activation", "low", "high", "draws", "width"],
    },
  ],
});
