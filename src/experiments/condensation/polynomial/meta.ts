/** Describes Fig. 5 of the paper: what a network with one input computes early on, beside a polynomial of degree p. */
import { trainingSeconds } from "../../cost.ts";
import { choice } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { COMPARED, ONE_INPUT, PAPERS_ONE_INPUT, SAMPLED, workloadOf } from "../setting/oneInputParameters.ts";
import { RELATIVE_RISK } from "../setting/parameters.ts";

/** The epoch of Fig. 6. */
export const EARLY = 200;

export const meta = experiment({
  title: "What a network with one input computes early on",
  source: { paper: "zhou2022", where: "Fig. 5" },
  parameters: {
    ...ONE_INPUT,
    target: choice("Target", SAMPLED),
    compared: COMPARED,
  },
  defaults: { ...PAPERS_ONE_INPUT, target: "equidistant", compared: 0 },
  computes: (given) => ({ on: "engine", workload: workloadOf(given) }),
  cost: (given) => trainingSeconds(workloadOf(given), given.steps) + 0.05,
  frameStride: () => 10,
  quantities: {
    relativeRisk: RELATIVE_RISK,
    degree: { label: "Degree p of the polynomial", digits: 1 },
    // Seven digits are what float32 has, so that what is nearly 1 is not rounded up to it.
    rSquared: { label: "R² of the best polynomial of degree p", digits: 7 },
    rSquaredBelow: { label: "R² of the best polynomial of degree p − 1", digits: 7 },
    gain: { label: "What degree p adds to the R² of degree p − 1" },
    earlyRSquared: { label: "R² of the best polynomial of degree p at epoch 200", digits: 7 },
  },
  series: {
    epoch: { label: "Epochs of the looks", shape: ["looks"] },
    leftOver: { label: "1 − R² of degree p then", shape: ["looks"] },
    leftOverBelow: { label: "1 − R² of degree p − 1 then", shape: ["looks"] },
    x: { label: "Abscissae at which the output is drawn", shape: ["x"] },
    learned: { label: "Output there", symbol: "f(x)", shape: ["x"] },
    fitted: { label: "Nearest polynomial of degree p", shape: ["x"] },
    earlyLearned: { label: "Output at epoch 200, or at the last look before", shape: ["x"] },
    earlyFitted: { label: "Nearest polynomial of degree p then", shape: ["x"] },
  },
  figures: [
    {
      id: "polynomial",
      title: "What the network computes meanwhile",
      caption:
        "Four networks learn sin 3x + ½ sin 6x from 40 points (not shown: the output is still far from them). Top: their output, and dashed the polynomial of degree p that is nearest to it (for ReLU, which has no p, degree 1). Bottom: the share of the output that degree p leaves over (thin: degree p − 1), epoch by epoch. The paper’s Fig. 5 shows epoch 1000 and its Fig. 6 epoch 200.",
      cases: [
        { label: "tanh z, p = 1", parameters: { activation: "tanh", steps: 1000 } },
        { label: "z tanh z, p = 2", parameters: { activation: "xTanh", steps: 1000 } },
        { label: "z² tanh z, p = 3", parameters: { activation: "x2Tanh", steps: 1000 } },
        { label: "ReLU, compared with p = 1", parameters: { activation: "relu", steps: 1000 } },
      ],
      controls: ["target", "deviation", "width", "optimiser", "rate", "steps"],
      lens: choice("Output at", { early: "epoch 200", end: "the last epoch" }),
    },
  ],
});
