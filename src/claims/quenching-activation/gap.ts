/** C8: how fast wide networks become random features. */
import { meta as gap } from "../../experiments/quenching-activation/gap/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";

const NO_TWIN = {
  instead: { scaling: "mean-field" },
  why: "Under mean-field scaling the network leaves its twin at every width: the gap does not close.",
} as const;

export const C8 = claim(gap, {
  title: "The gap to random features closes with the width",
  statement:
    "After the same time (t = 10, n = 40, d = 10) the largest difference between network and random features over the unit sphere falls with the width at least like m to the power −1/2, as the theorem bounds it; from a = 0 it falls about like m⁻².",
  formula: String.raw`\sup_{x\in S^{d-1}}|f_{\mathrm{NN}}-f_{\mathrm{RF}}|\lesssim\frac{1}{\lambda_n\sqrt m}`,
  source: { paper: "e2020survey", where: "Theorem 40" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2, 3],
  statistic: "every seed",
  cases: [
    {
      label: "exponent, by the theorem",
      at: {},
      measures: "slope",
      accept: atMost(-0.5),
      origin: "The theorem’s bound falls like m^(−1/2).",
      control: NO_TWIN,
    },
    {
      label: "exponent from a = 0",
      at: {},
      measures: "slope",
      accept: between(-2.7, -1.7),
      origin:
        "A neuron moves by ∫|a||r|, of the order 1/m², and m of them add up with weights of order 1/m: −2, within 0.3 on one side and 0.7 on the other, as a reference run gave −2.2.",
      control: NO_TWIN,
    },
  ],
});
