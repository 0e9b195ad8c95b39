/** Describes Fig. 2 of the paper: the neurons of one layer while it is trained from a tiny start. */
import { experiment } from "../../experiment.ts";
import { LAYER, layerSeconds, PAPERS_LAYER, workloadOf } from "../setting/layerParameters.ts";

export const meta = experiment({
  title: "The neurons of one layer while they are trained from a tiny start",
  source: { paper: "zhou2022", where: "Fig. 2" },
  parameters: LAYER,
  defaults: PAPERS_LAYER,
  computes: (layer) => ({ on: "engine", workload: workloadOf(layer) }),
  cost: layerSeconds,
  frameStride: ({ steps }) => Math.ceil(steps / 50),
  quantities: {
    lines: { label: "Lines of at least three neurons with |cos| > 0.9", digits: 2 },
    largestLine: { label: "Share of the neurons on the largest line", digits: 3 },
    rarerSign: { label: "Share of all neurons that point the rarer way along the largest line", digits: 3 },
    shareOnLines: { label: "Share of the neurons on some line", digits: 3 },
    meanSimilarity: { label: "Mean of |D| over pairs of neurons", digits: 3 },
    signLikeness: { label: "Median |cos| to the nearest vector of entries ±1", digits: 3 },
    medianCosine: {
      label: "Median |cos| to the extreme eigenvector of M that belongs to the sign of a (p = 2)",
      digits: 3,
    },
    normRatio: { label: "Longest over shortest input weights", digits: 3 },
    largestNeuron: { label: "Largest neuron’s share of Σ|a||w|", digits: 3 },
    relativeRisk: { label: "Risk relative to that of f = 0", symbol: "R/R(0)", digits: 3 },
    neurons: { label: "Neurons that are not left out", digits: 3 },
  },
  series: {
    direction: {
      label: "Direction of each neuron’s input weights, in the order of the lines",
      shape: ["neurons", "inputs"],
    },
    line: { label: "Which line each is on, from 0; −1 for none", shape: ["neurons"] },
    cosine: { label: "Cosine of each to its line, 0 for none", shape: ["neurons"] },
    norm: { label: "Length of each neuron’s input weights", shape: ["neurons"] },
  },
  figures: [
    {
      id: "layer",
      title: "Neurons line up",
      caption:
        "A network with five inputs and 50 neurons learns a sum of five sines from 80 points. Left: the similarity cos(u, v) of every pair of neurons, line by line. Right: the direction of every neuron, drawn as a zigzag through its six coordinates, the weights of the five inputs and the bias. Thin lines mark ±1/√6.",
      cases: [{ label: "Your layer", parameters: {} }],
      controls: ["activation", "deviation", "frequency", "optimiser", "rate", "steps", "width", "leastNorm"],
      keepsFrames: true,
    },
  ],
});
