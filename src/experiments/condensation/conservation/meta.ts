/** Describes what every neuron keeps while its weights are tiny, |w|² − p a², as a run that can distinguish p. */
import { trainingSeconds } from "../../cost.ts";
import { whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { ACTIVATION, DEVIATION, descentOn, INPUTS, width } from "../setting/parameters.ts";

export const meta = experiment({
  title: "What a neuron keeps while its weights are tiny",
  source: { paper: "zhou2022", where: "Sec. 5" },
  parameters: {
    activation: ACTIVATION,
    order: whole("Multiplicity that is supposed", [1, 5], { symbol: "p" }),
    deviation: DEVIATION,
    inputs: INPUTS,
    width: width(1, 200),
  },
  defaults: { activation: "tanh", order: 1, deviation: 1e-3, inputs: 5, width: 50 },
  computes: (given) => ({ on: "engine", workload: descentOn(given) }),
  cost: (given) => trainingSeconds(descentOn(given), 2000),
  frameStride: () => 1000,
  quantities: {
    drift: { label: "Largest change of |w|² − p a² of a neuron, over the largest |w|²" },
    largest: { label: "Largest |w·x|" },
    growth: { label: "Largest |w|² over that at the start" },
  },
  series: {},
});
