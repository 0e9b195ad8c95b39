/** Describes the test of the closed forms on random networks: against samples, and against differences. */
import { real, whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { inputs } from "../setting/network.ts";

/** Random networks of a run. */
export const NETWORKS = 10;

export const meta = experiment({
  title: "The closed form of the risk against sampling",
  source: { paper: "cho2009", where: "arc-cosine kernel of order 1" },
  parameters: {
    samples: whole("Samples", [1000, 1_000_000], { symbol: "n", step: 1000 }),
    inputs: inputs(2, 50),
    law: {
      kind: "choice",
      label: "Inputs are drawn from",
      options: { gaussian: "N(0, I)", cube: "a cube of the same variance" },
    },
    difference: real("Difference of a weight", [1e-8, 1], { step: 0.5, isLogarithmic: true }),
  },
  defaults: { samples: 200_000, inputs: 10, law: "gaussian", difference: 1e-5 },
  computes: () => ({ on: "float64" }),
  cost: ({ samples, inputs }) => 0.2 + 1e-9 * samples * (80 * inputs + NETWORKS * (60 + 10 * inputs)),
  frameStride: () => 1,
  quantities: {
    agreeing: { label: "Networks of ten whose sampled risk is within four standard errors", digits: 2 },
    gradientError: { label: "Largest relative error of the gradient against differences", digits: 2 },
  },
  series: {
    closed: { label: "Risk by the closed form, network by network", shape: ["networks"] },
    sampled: { label: "Risk over the samples", shape: ["networks"] },
    error: { label: "Its standard error", shape: ["networks"] },
  },
});
