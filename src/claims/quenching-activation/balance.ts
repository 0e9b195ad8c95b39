/** C9: what gradient flow conserves. */
import { meta as balance } from "../../experiments/quenching-activation/balance/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";
import { SEEDS } from "./terms.ts";

const FASTER = {
  instead: { outputLayer: "faster" },
  why: "If the output weights learn a tenth faster, a² − |b|² is not what the flow conserves.",
} as const;

export const C9 = claim(balance, {
  title: "Every neuron keeps a² − |b|²",
  statement:
    "Over a whole training by gradient descent, a² − |b|² of no neuron changes by more than a hundredth at Δt = 0.05, and the change is proportional to the step: the flow conserves it.",
  formula: String.raw`\frac{d}{dt}\big(a_j^2-|b_j|^2\big)=0`,
  source: { paper: "ma2020", where: "gradient flow of a ReLU network" },
  provenance: "background",
  stance: "beyond",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  cases: [
    {
      label: "largest change at Δt = 0.05",
      at: {},
      measures: "drift",
      accept: atMost(0.01),
      origin:
        "A reference run gave 0.0005 to 0.0027 in four seeds; a hundredth is a hundredth of its size, 1.",
      control: FASTER,
    },
    {
      label: "exponent against the step",
      at: {},
      measures: "exponent",
      accept: between(0.8, 1.2),
      origin: "1, since a step of gradient descent errs by its square; ±0.2 for steps of finite size.",
      control: FASTER,
    },
  ],
});
