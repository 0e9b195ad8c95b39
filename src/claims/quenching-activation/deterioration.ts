/** C10: random features overfit, but slowly. */
import { meta as deterioration } from "../../experiments/quenching-activation/deterioration/meta.ts";
import { claim } from "../claim.ts";
import { atLeast, atMost } from "../interval.ts";
import { SEEDS } from "./terms.ts";

const FEW_FEATURES = {
  instead: { width: 50 },
  why: "A quarter as many features as samples do not resonate: nothing deteriorates.",
} as const;

export const C10 = claim(deterioration, {
  title: "The slow deterioration of random features",
  statement:
    "With as many random features as samples (m = n = 200, d = 10, unit sphere) the least squares of smallest norm generalise badly, but training comes near them only after t = 10⁸. From 10⁴ to 10⁶ the test error is small, and the function never grows faster than √t.",
  formula: String.raw`\lVert\hat f_t\rVert\le\lVert f^*\rVert\sqrt{\mathbb E_b\lVert\varphi(\cdot;b)\rVert^2}\,\sqrt t`,
  source: { paper: "ma2020slow", where: "Fig. 2, eq. (10)" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "median",
  cases: [
    {
      label: "test error from t = 10⁴ to 10⁶",
      at: {},
      measures: "early",
      accept: atMost(0.1),
      origin: "Root mean square; the target’s is 0.22. A reference run gave 0.067.",
      control: {
        instead: { samples: 20 },
        why: "Twenty samples do not show the target, whenever one stops.",
      },
    },
    {
      label: "test error of the end over that",
      at: {},
      measures: "deterioration",
      accept: atLeast(3),
      origin: "The paper’s figure shows a rise of several times; a reference run gave nine.",
      control: FEW_FEATURES,
    },
    {
      label: "log₁₀ of the time at which half of it is there",
      at: {},
      measures: "logHalfway",
      accept: atLeast(8),
      origin: "The paper’s figure reaches the end after 10⁹ only.",
      control: FEW_FEATURES,
    },
    {
      label: "size of f over its bound",
      at: {},
      measures: "bound",
      accept: atMost(1.2),
      origin: "1 by the paper’s eq. (10), and a fifth for a sample in the place of the distribution.",
      control: {
        instead: { clock: "perSample" },
        why: "Without the 1/m in front of the gradient, time runs m times as fast, and the bound must be broken.",
      },
    },
  ],
});
