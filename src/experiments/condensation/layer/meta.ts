/** Describes Fig. 2 of the paper: the neurons of one layer while it is trained from a tiny start. */
import { experiment } from "../../experiment.ts";
import { LAYER } from "../setting/layerParameters.ts";
import { RELATIVE_RISK } from "../setting/parameters.ts";

/** Epochs between two frames, and between two points of the curve of the risk. */
export const strideOf = ({ steps }: { readonly steps: number }) => Math.ceil(steps / 50);

export const meta = experiment({
  title: "The neurons of one layer while they are trained from a tiny start",
  source: { paper: "zhou2022", where: "Fig. 2" },
  ...LAYER,
  frameStride: strideOf,
  quantities: {
    lines: { label: "Lines of at least three neurons with |cos| > 0.9", digits: 2 },
    largestLine: { label: "Share of the neurons on the largest line" },
    rarerSign: { label: "Share of all neurons that point the rarer way along the largest line" },
    shareOnLines: { label: "Share of the neurons on some line" },
    meanSimilarity: { label: "Mean |cos| over pairs of neurons" },
    signLikeness: { label: "Median |cos| to the nearest vector of entries ±1" },
    medianCosine: {
      label: "Median |cos| to the extreme eigenvector of M that belongs to the sign of a (p = 2)",
    },
    normRatio: { label: "Longest over shortest input weights" },
    largestNeuron: { label: "Largest neuron’s share of Σ|a||w|" },
    relativeRisk: RELATIVE_RISK,
    neurons: { label: "Neurons that are not left out" },
  },
  series: {
    direction: {
      label: "Direction of each neuron’s input weights, in the order of the lines",
      shape: ["neurons", "inputs"],
      isRanked: true,
    },
    line: { label: "Which line each is on, from 0; −1 for none", shape: ["neurons"], isRanked: true },
    cosine: { label: "Cosine of each to its line, 0 for none", shape: ["neurons"], isRanked: true },
    norm: { label: "Length of each neuron’s input weights", shape: ["neurons"], isRanked: true },
    epoch: { label: "Epochs of the looks at the risk", shape: ["looks"] },
    risk: { label: "Risk then, over that of f = 0", shape: ["looks"] },
  },
  figures: [
    {
      id: "layer",
      title: "Neurons line up",
      caption:
        "First, the cosine between the directions of every pair of neurons, line by line; a line is named if a tenth of the neurons or more are on it. Next, every direction as a zigzag through its six coordinates, the input weights and the bias; thin rules mark ±1/√6, where all six are alike in size. Last, the risk after each epoch, a step that sees all points.",
      promise:
        "Fifty neurons point in as many directions. Press Run and watch which comes first: that they line up, or that the risk falls.",
      controls: ["activation", "deviation", "frequency", "optimiser", "rate", "steps", "width", "leastNorm"],
      keepsFrames: true,
    },
  ],
});
