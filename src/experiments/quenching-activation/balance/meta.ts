/** Describes how far gradient descent drifts from what gradient flow conserves, aⱼ² − |bⱼ|², against its step. */
import { wholePower } from "../../../math/elementary.ts";
import { total } from "../../cost.ts";
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { inputs, SCALING, samples, width } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";
import { RATE, secondsUntil, workloadOf } from "../setting/workload.ts";

/** Rate of a run after so many halvings. */
export const rateAfter = (rate: number, halvings: number) => rate / wholePower(2, halvings);

export const meta = experiment({
  title: "Drift of a² − |b|² against the step",
  source: { paper: "ma2020", where: "follows from the homogeneity of ReLU; derived here" },
  parameters: {
    width: width(1, 400),
    samples: samples(5, 400),
    inputs: inputs(2, 100),
    ...TARGET_PARAMETERS,
    scaling: SCALING,
    duration: real("Duration", [1, 1000], { symbol: "t", step: 0.1, isLogarithmic: true }),
    rate: RATE,
    outputLayer: {
      kind: "choice",
      label: "The output weights learn",
      options: { same: "as fast as the input weights", faster: "a tenth faster" },
    },
    halvings: { kind: "wholes", label: "Halvings of the step", minimum: 0, maximum: 4, atMost: 5 },
  },
  defaults: {
    width: 30,
    samples: 200,
    inputs: 19,
    ...ONE_NEURON,
    scaling: "conventional",
    duration: 100,
    rate: 1,
    outputLayer: "same",
    halvings: [0, 1, 2],
  },
  refuses: refusedTarget,
  computes: (given) => ({ on: "engine", workload: workloadOf(given) }),
  cost: (given) =>
    total(
      given.halvings.map((halving) =>
        secondsUntil({ ...given, rate: rateAfter(given.rate, halving) }, given.duration),
      ),
    ),
  frameStride: () => 2000,
  quantities: {
    drift: { label: "Largest |a² − |b|² + 1| at the first step" },
    exponent: { label: "Exponent of the drift against the step" },
  },
  series: {
    step: { label: "Steps Δt at which something is known", shape: ["halvings"] },
    drift: { label: "Largest |a² − |b|² + 1| there", shape: ["halvings"] },
  },
});
