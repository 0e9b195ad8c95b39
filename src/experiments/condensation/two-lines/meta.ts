/** Describes the leading-order flow for any number of inputs: on which lines neurons with p = 2, or another p, gather. */
import { choice, whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { INPUTS } from "../setting/parameters.ts";

/** Directions rest once the fastest turns by less than this share of the longest gradient. */
export const REST = 1e-5;
/** Where two eigenvalues nearly agree, or a neuron dies, it never rests in a time that anyone would wait for. */
export const MOST_STEPS = 4000;

export const meta = experiment({
  title: "Lines that attract under the leading-order flow",
  source: { paper: "zhou2022", where: "Sec. 5" },
  parameters: {
    order: whole("Multiplicity", [1, 4], { symbol: "p" }),
    inputs: INPUTS,
    neurons: whole("Neurons", [2, 400]),
    outputWeights: choice(
      "Output weights",
      { kept: "keep their signs", free: "follow their own equation" },
      { hint: "The paper’s picture is that directions turn before output weights change." },
    ),
  },
  defaults: { order: 2, inputs: 5, neurons: 200, outputWeights: "kept" },
  computes: () => ({ on: "float64" }),
  cost: ({ neurons, inputs }) => 3e-4 * neurons * (inputs + 5),
  frameStride: () => 5,
  quantities: {
    lines: { label: "Lines, of neurons with |cos| > 0.98" },
    feedingLines: { label: "Lines of those that grow, a F(w) > 0" },
    turning: { label: "Turn of the fastest direction, in units of the longest gradient", digits: 2 },
    leastCosine: { label: "Least |cos| of a neuron to the eigenvector of M for its sign of a", digits: 4 },
    positiveShare: { label: "Share of the neurons with a > 0" },
    topEigenvalue: { label: "Largest eigenvalue of M" },
    bottomEigenvalue: { label: "Smallest eigenvalue of M" },
  },
  series: {
    startTop: {
      label: "Cosine of each direction at the start to the top eigenvector of M",
      shape: ["neurons"],
    },
    startBottom: { label: "and to the bottom one", shape: ["neurons"] },
    top: { label: "Cosine of each direction to the top eigenvector", shape: ["neurons"] },
    bottom: { label: "and to the bottom one", shape: ["neurons"] },
    sign: { label: "Sign of a", shape: ["neurons"] },
  },
  figures: [
    {
      id: "two-lines",
      title: "Two lines in any dimension",
      caption:
        "Directions of many neurons with tiny weights, which move by the leading-order flow on the sample of Fig. 2. Each is drawn by its cosines to the eigenvectors of M = (1/n) Σ y xxᵀ with the largest (top) and the smallest eigenvalue (bottom); no unit vector is outside the circle. With p = 3 these two are merely axes to look along. Run follows the flow and trains no network.",
      cases: [
        { label: "p = 2, as for z tanh z", parameters: {} },
        { label: "p = 3, as for z² tanh z", parameters: { order: 3 } },
      ],
      controls: ["inputs", "neurons", "outputWeights"],
    },
  ],
});
