/** Describes Fig. 2 of the paper over many draws: on how many lines the neurons gather, network by network. */

import { DRAWS } from "../../draws.ts";
import { experiment } from "../../experiment.ts";
import { BY_GRADIENT_DESCENT, LAYER } from "../setting/layerParameters.ts";

export const meta = experiment({
  title: "On how many lines the neurons gather, over many draws",
  source: { paper: "zhou2022", where: "Fig. 2" },
  parameters: { ...LAYER.parameters, draws: DRAWS },
  defaults: { ...LAYER.defaults, activation: "xTanh", draws: 12 },
  computes: LAYER.computes,
  cost: (layer) => layer.draws * LAYER.cost(layer),
  frameStride: () => 200,
  seedsUsed: ({ draws }) => draws,
  quantities: {
    medianLines: { label: "Median number of lines" },
    exceeding: { label: "Networks with more than p lines" },
    medianLargestNeuron: { label: "Median share of the largest neuron in Σ|a||w|" },
  },
  series: {
    lines: { label: "Lines of each network", shape: ["networks"] },
    shareOnLines: { label: "Share of its neurons on some line", shape: ["networks"] },
    largestNeuron: { label: "Its largest neuron’s share of Σ|a||w|", shape: ["networks"] },
  },
  figures: [
    {
      id: "line-counts",
      title: "How many lines, draw by draw",
      caption:
        "The same network from other random samples and starts. Top: how many networks gather their neurons on so many lines; the paper expects p lines at most. A line has three neurons or more. Bottom: how much of the layer takes part, as the share of its neurons on some line, and the share of its largest neuron in Σ|a||w|. Adam as in the paper; gradient descent from the same weights, until the risk has lost 2 %.",
      cases: [
        { label: "Adam, 100 steps", parameters: {} },
        { label: "Gradient descent", parameters: BY_GRADIENT_DESCENT },
      ],
      controls: ["activation", "deviation", "frequency", "draws", "width"],
    },
  ],
});
