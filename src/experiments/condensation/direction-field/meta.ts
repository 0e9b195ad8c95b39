/** Describes Fig. 6 of the paper: the neurons of a network with one input, and the field that turns them. */
import { trainingSeconds } from "../../cost.ts";
import { choice, points } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import type { ValuesOf } from "../../parameters.ts";
import {
  COMPARED,
  INTERVAL,
  ONE_INPUT,
  PAPERS_ONE_INPUT,
  SAMPLED,
  workloadOf,
} from "../setting/oneInputParameters.ts";
import { RELATIVE_RISK } from "../setting/parameters.ts";

const parameters = {
  ...ONE_INPUT,
  target: choice("Target", { points: "your points", ...SAMPLED }),
  points: points({ x: INTERVAL, y: { minimum: -1.5, maximum: 1.5 }, reach: 0.1, atMost: 12 }),
  compared: COMPARED,
} as const;

function workloadFor({ target, points, ...network }: ValuesOf<typeof parameters>) {
  return workloadOf(network, target === "points" ? points.length / 2 : undefined);
}

export const meta = experiment({
  title: "What turns the neurons of a network with one input",
  source: { paper: "zhou2022", where: "Fig. 6" },
  parameters,
  defaults: {
    ...PAPERS_ONE_INPUT,
    target: "equidistant",
    // The paper's target in the middle of each tenth of the interval: few enough to be dragged.
    points: [
      -0.88, -0.06, -0.62, -0.68, -0.38, -1.28, -0.12, -0.68, 0.12, 0.68, 0.38, 1.28, 0.62, 0.68, 0.88, 0.06,
      1.12, 0, 1.38, -0.38,
    ],
    compared: 0,
  },
  computes: (given) => ({ on: "engine", workload: workloadFor(given) }),
  cost: (given) => trainingSeconds(workloadFor(given), given.steps) + 0.01,
  frameStride: () => 4,
  quantities: {
    relativeRisk: RELATIVE_RISK,
    lines: { label: "Lines of three neurons or more" },
    topShare: { label: "Share of the neurons on the p fullest lines" },
    smallestLine: { label: "Neurons on the emptiest of the p fullest lines" },
    criticalLines: { label: "Critical lines at the start" },
    angleToCritical: { label: "Largest angle from the p fullest lines to a critical line", unit: "°" },
  },
  series: {
    weight: { label: "Input weight of each neuron", symbol: "w", shape: ["neurons"] },
    bias: { label: "Its bias", symbol: "b", shape: ["neurons"] },
    initialWeight: { label: "Input weight of each neuron at the start", shape: ["neurons"] },
    initialBias: { label: "Its bias at the start", shape: ["neurons"] },
    outputWeight: { label: "Its output weight", symbol: "a", shape: ["neurons"] },
    x: { label: "Abscissae of the points", shape: ["points"] },
    y: { label: "Their targets", shape: ["points"] },
    residual: { label: "f(x) − y at the points", symbol: "e", shape: ["points"] },
  },
  figures: [
    {
      id: "direction-field",
      title: "What turns the neurons",
      caption:
        "Drag the points: what they do to tiny neurons follows at once. Arrows: how a neuron with a > 0 turns at each direction of (w, b); with a < 0 it turns the other way. Rays: the critical lines, at most p of them. Dots: neurons that train on these points, which are fewer than the paper’s forty. Lengths are relative to the longest.",
      cases: [
        { label: "tanh z, p = 1", parameters: { activation: "tanh", target: "points" } },
        { label: "z tanh z, p = 2", parameters: { activation: "xTanh", target: "points" } },
        { label: "z² tanh z, p = 3", parameters: { activation: "x2Tanh", target: "points" } },
      ],
      controls: ["points", "deviation", "width", "optimiser", "rate", "steps"],
      lens: choice("Field of", { start: "the start, e = −y", now: "now, e = f − y" }),
    },
  ],
});
