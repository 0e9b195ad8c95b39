/** Describes the lens of initial condensation: on which lines through the origin the input weights of neurons gather. */
import { lens } from "../../setting/lens.ts";
import { unmet } from "./assumptions.ts";

/** Neurons that are looked at: about as many as the paper's layer has, in which three near each other count as a line. */
export const LOOKED_AT = 60;

export const meta = lens({
  place: 2,
  label: "The lines",
  source: { paper: "zhou2022", where: "Fig. 2, Theorem 1" },
  sees: "On which lines through the origin the input weights of neurons gather, whether that comes before the risk falls, and where lines are predicted.",
  quantities: {
    lines: { label: "Lines of at least three neurons", digits: 2 },
    largestLine: { label: "Share of the neurons on the largest line" },
    shareOnLines: { label: "Share of the neurons on some line" },
    meanSimilarity: { label: "Mean |cos| over pairs of neurons" },
    alikePairs: { label: "Share of pairs of neurons along one line" },
    alikeByChance: { label: "The same of random directions", digits: 2 },
    medianCosine: { label: "Median |cos| to the predicted line of a neuron" },
    signLikeness: { label: "Median |cos| to the nearest vector of entries ±1" },
  },
  series: {
    similarity: {
      label: "Cosine between the input weights of neurons, line by line",
      shape: ["neurons", "neurons"],
    },
    ownLine: { label: "Which line each is on, from 0; −1 for none", shape: ["neurons"], isRanked: true },
    directionAcross: { label: "Direction of each along the first axis", shape: ["neurons"], isRanked: true },
    directionUp: { label: "The same along the second axis", shape: ["neurons"], isRanked: true },
    signOfOutput: { label: "Sign of the output weight of each", shape: ["neurons"], isRanked: true },
    startAcross: { label: "Directions at the start along the first axis", shape: ["neurons"] },
    startUp: { label: "The same along the second axis", shape: ["neurons"] },
    rayAcross: { label: "Predicted directions along the first axis", shape: ["directions"] },
    rayUp: { label: "The same along the second axis", shape: ["directions"] },
    rayOutput: { label: "Sign of the output weights that turn to each", shape: ["directions"] },
    rayFeeds: { label: "1 where neurons grow, 0 where they shrink", shape: ["directions"] },
    alikeThen: { label: "Share of such pairs at the looks", shape: ["looks"] },
  },
  assumes: unmet,
});
