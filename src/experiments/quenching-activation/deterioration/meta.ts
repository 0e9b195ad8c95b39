/** Describes random features over twelve decades of time: they overfit, but slowly. */
import { experiment } from "../../experiment.ts";
import { inputs, samples, width } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";

export const meta = experiment({
  title: "Random features overfit slowly",
  source: { paper: "ma2020slow", where: "Fig. 2, and eq. (10)" },
  parameters: {
    width: width(2, 2000),
    samples: samples(5, 400),
    inputs: inputs(2, 50),
    ...TARGET_PARAMETERS,
    clock: {
      kind: "choice",
      label: "Time",
      options: { paper: "ȧ = −1/mn Φᵀ(Φa − y)", perSample: "ȧ = −1/n Φᵀ(Φa − y)" },
    },
  },
  defaults: { width: 200, samples: 200, inputs: 10, ...ONE_NEURON, clock: "paper" },
  refuses: refusedTarget,
  computes: () => ({ on: "float64" }),
  cost: ({ width, samples }) => {
    const smaller = Math.min(width, samples);
    const eigenvectors = 25 * smaller * smaller * smaller;
    return 1e-9 * (width * samples * (200 + 3 * smaller) + eigenvectors + 200 * width * width);
  },
  frameStride: () => 1,
  quantities: {
    early: { label: "Test error from t = 10⁴ to 10⁶, at most" },
    late: { label: "Test error in the end" },
    deterioration: { label: "The second over the first" },
    logHalfway: { label: "log₁₀ t at which half of the error in the end is reached" },
    bound: { label: "Largest size of f over its bound by √t" },
  },
  series: {
    logTime: { label: "log₁₀ t", shape: ["times"] },
    test: { label: "Test error then, root mean square", shape: ["times"] },
    train: { label: "Training error then, root mean square", shape: ["times"] },
    size: { label: "Size of f then, root mean square", shape: ["times"] },
    bound: { label: "Bound of the size of f then", shape: ["times"] },
  },
  figures: [
    {
      id: "deterioration",
      title: "Overfitting that takes longer than anybody waits",
      caption:
        "Random features learn the target from n points of the unit sphere: as many features as points, a quarter as many, and four times as many. First, the test error against time, then the size of the function that they compute and its bound by √t. Both are root mean squares over the sphere, from the closed form.",
      cases: [
        { label: "m = n", parameters: {} },
        { label: "m = n/4", parameters: { width: 50 } },
        { label: "m = 4n", parameters: { width: 800 } },
      ],
      controls: ["samples", "inputs", "target", "teachers"],
    },
  ],
});
