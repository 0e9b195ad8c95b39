/** Describes what every neuron keeps while its weights are tiny, |w|² − p a², as a run that can distinguish p. */
import { trainingSeconds } from "../../cost.ts";
import { experiment } from "../../experiment.ts";
import { ACTIVATION, DEVIATION } from "../setting/parameters.ts";
import { INPUTS, workloadOf } from "../setting/sines.ts";

const parameters = {
  activation: ACTIVATION,
  order: {
    kind: "whole",
    label: "Multiplicity that is supposed",
    symbol: "p",
    minimum: 1,
    maximum: 5,
    step: 1,
  },
  deviation: DEVIATION,
  inputs: INPUTS,
  width: { kind: "whole", label: "Width", symbol: "m", minimum: 1, maximum: 200, step: 1 },
} as const;

export const meta = experiment({
  title: "What a neuron keeps while its weights are tiny",
  source: { paper: "zhou2022", where: "Sec. 5" },
  parameters,
  defaults: { activation: "tanh", order: 1, deviation: 1e-3, inputs: 5, width: 50 },
  computes: (given) => ({ on: "engine", workload: workloadOf(given) }),
  cost: (given) => trainingSeconds(workloadOf(given), 2000),
  frameStride: () => 1000,
  quantities: {
    drift: { label: "Largest change of |w|² − p a² of a neuron, over the largest |w|²", digits: 3 },
    largest: { label: "Largest |w·x|", digits: 3 },
    growth: { label: "Largest |w|² over that at the start", digits: 3 },
  },
  series: {},
  figures: [],
});
