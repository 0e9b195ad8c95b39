/** Describes Case 1 of the paper's theory as a run: neurons that are linear near 0 turn to one line, and when. */
import { trainingSeconds } from "../../cost.ts";
import { choice, real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { ACTIVATION, DEVIATION, descentOn, INPUTS, RELATIVE_RISK, width } from "../setting/parameters.ts";

export const meta = experiment({
  title: "Neurons that turn to one line, and where they are predicted to be",
  source: { paper: "zhou2022", where: "Sec. 5, Case 1" },
  parameters: {
    activation: ACTIVATION,
    // From larger weights on, steps that suit the growth along g are too long for the rest.
    deviation: { ...DEVIATION, maximum: 0.1 },
    inputs: INPUTS,
    width: width(5, 200),
    duration: real("Duration", [0.5, 15], {
      symbol: "κt",
      step: 0.25,
      hint: "In units of 1/κ, in which what grows does so by e.",
    }),
    predictedFrom: choice("Predicted from", {
      both: "both layers at the start",
      input: "the input weights alone",
    }),
  },
  defaults: {
    activation: "tanh",
    deviation: 1e-5,
    inputs: 5,
    width: 50,
    duration: 7.5,
    predictedFrom: "both",
  },
  computes: (given) => ({ on: "engine", workload: descentOn(given) }),
  cost: (given) => trainingSeconds(descentOn(given), 500 * given.duration),
  frameStride: () => 25,
  quantities: {
    time: { label: "Time", symbol: "κt" },
    cosineError: { label: "Largest difference between predicted and measured cosine", digits: 2 },
    lowCosine: { label: "|cos| to the line that 95 % of the neurons exceed" },
    predictedSigns: { label: "Share of the neurons on the predicted side", digits: 4 },
    turned: { label: "Share of the neurons that have changed sides" },
    relativeRisk: { ...RELATIVE_RISK, digits: 4 },
  },
  series: {
    time: { label: "Times of the looks that are kept", symbol: "κt", shape: ["looks"] },
    cosine: { label: "Cosine of each neuron’s input weights to g", shape: ["looks", "neurons"] },
    timeNow: { label: "Time now", symbol: "κt", shape: ["now"] },
    cosineNow: { label: "Cosine of each neuron now", shape: ["neurons"] },
    output: { label: "Output weight of each neuron at the start, over ε", shape: ["neurons"] },
    along: { label: "Its input weights along g at the start, over ε", shape: ["neurons"] },
    across: { label: "Length of the rest of them, over ε", shape: ["neurons"] },
  },
  figures: [
    {
      id: "one-line",
      title: "One line, solved",
      caption:
        "Gradient descent from a tiny start. First, the cosine between each neuron’s input weights and g = (1/n) Σ yx, measured (dots) and by the closed form (lines), against time in units of 1/κ. Then the same neurons at the start, each by its output weight a and its input weights w∥ along g: above the diagonal a + w∥ = 0 it is to end on the side of g, below on the other. The closed form is that of an activation with p = 1 and σ(0) = 0.",
      controls: ["activation", "deviation", "inputs", "width", "duration"],
    },
  ],
});
