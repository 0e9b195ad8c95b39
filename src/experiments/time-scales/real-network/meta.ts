/** Describes a network that sees each example once, beside the flow that it follows when its steps are small. */
import { real, whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { ALL_ONES, COMPONENT_PARAMETERS, epsilon, refusedComponents } from "../setting/parameters.ts";
import { secondsOf } from "./workload.ts";

/** Large enough for the order of all four components, and no larger. */
export const FOLLOWING = { inputs: 100, width: 200, epsilon: 0.01, rate: 2e-5, duration: 0.3 } as const;

export const meta = experiment({
  title: "A network that sees each example once",
  source: { paper: "berthier2024", where: "§7, stochastic gradient descent against gradient flow" },
  parameters: {
    inputs: whole("Inputs", [2, 400], { symbol: "d" }),
    width: whole("Width", [2, 400], { symbol: "m" }),
    epsilon: epsilon([1e-3, 0.1], 0.05),
    rate: real("Step", [1e-6, 1e-3], {
      symbol: "η",
      step: 0.05,
      isLogarithmic: true,
      hint: "Time that passes with an example.",
    }),
    duration: real("Duration", [0.01, 2], { symbol: "t", step: 0.05, isLogarithmic: true }),
    ...COMPONENT_PARAMETERS,
  },
  defaults: { inputs: 50, width: 60, epsilon: 0.02, rate: 5e-5, duration: 0.3, ...ALL_ONES },
  refuses: refusedComponents,
  computes: () => ({ on: "float64" }),
  cost: secondsOf,
  frameStride: () => 2,
  quantities: {
    gap: { label: "Largest distance of a residual from that of the flow", digits: 2 },
    inOrder: { label: "Components halved one after another", digits: 1 },
    examples: { label: "Examples seen", digits: 6 },
    risk: { label: "Risk of the network", symbol: "R" },
    flowRisk: { label: "Risk of the flow" },
    time0: { label: "Constant component halved at", symbol: "t₀" },
    time1: { label: "Linear component halved at", symbol: "t₁" },
    time2: { label: "Quadratic component halved at", symbol: "t₂" },
    time3: { label: "Cubic component halved at", symbol: "t₃" },
    flowTime0: { label: "t₀ of the flow" },
    flowTime1: { label: "t₁ of the flow" },
    flowTime2: { label: "t₂ of the flow" },
    flowTime3: { label: "t₃ of the flow" },
    limitTime0: { label: "t₀ of the limit" },
    limitTime1: { label: "t₁ of the limit" },
    limitTime2: { label: "t₂ of the limit" },
    limitTime3: { label: "t₃ of the limit" },
  },
  series: {
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    residual: { label: "Residuals of the network then", symbol: "ρₖ", shape: ["looks", "degrees"] },
    flowResidual: { label: "Residuals of the flow then", shape: ["looks", "degrees"] },
    readout: { label: "Readout of each neuron", symbol: "a", shape: ["neurons"] },
    overlap: { label: "Overlap of each neuron", symbol: "s", shape: ["neurons"] },
    flowReadout: { label: "Readout of each neuron of the flow", shape: ["neurons"] },
    flowOverlap: { label: "Overlap of each neuron of the flow", shape: ["neurons"] },
  },
  figures: [
    {
      id: "real-network",
      title: "A real network",
      caption:
        "A network with m neurons and d inputs meets one example after another, each once, and takes a small step on each. Solid lines are what is left of each component; dashed ones, of the same network on gradient flow, which sees all examples at once. Next, when each component is halved, and when in the limit of infinitely many inputs and neurons. Last, readout and overlap of every neuron.",
      cases: [{ label: "", parameters: FOLLOWING }],
      presets: [
        { label: "Small steps", parameters: FOLLOWING },
        { label: "Five times as large", parameters: { ...FOLLOWING, rate: 1e-4 } },
        { label: "Few inputs", parameters: { ...FOLLOWING, inputs: 10 } },
        { label: "Few neurons", parameters: { ...FOLLOWING, width: 20 } },
      ],
      controls: ["rate", "inputs", "width", "epsilon", "duration", "target1", "target2", "target3"],
    },
  ],
});
