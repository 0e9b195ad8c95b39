/** A9: in the linear regime the risk decays exponentially, at the rate of the tangent kernel (paper, Theorem 6(b)). */

import { meta as decay } from "../../experiments/phase-diagram/decay/meta.ts";
import { claim } from "../claim.ts";
import { between } from "../interval.ts";
import { SEEDS } from "./terms.ts";

export const A9 = claim(decay, {
  title: "In the linear regime the risk decays at the rate of the tangent kernel",
  statement:
    "At γ = 0.5 and γ′ = 0, with m = 2000 neurons a half, the risk decays in the end at the rate that the least eigenvalue of the network’s own tangent kernel, as it was at the start, says.",
  formula: String.raw`-\frac{d}{dt}\log R_S \;\to\; 2\,\lambda_{\mathrm{min}}(G_0), \qquad G_0 = \frac{\kappa^2}{n}\sum_k \Bigl(\frac1{\kappa'}\,\sigma_{ki}\sigma_{kj} + \kappa' a_k^2\,\sigma'_{ki}\sigma'_{kj}\, x_i\cdot x_j\Bigr)_{ij}`,
  source: { paper: "luo2021", where: "Theorem 6(b) and Prop. 18" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "The rate was compared with the average kernel, from which that of 4000 neurons is up to 15 % away by itself, after fifteen e-foldings, which are too few where the slowest part begins small: on fresh seeds three of twenty runs were outside. Now it is the network’s own kernel, and twenty-five. A second case, that the rate is never below what Theorem 6 guarantees, is gone: it held with forty times that, and would have held whatever the kernel.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "late rate of the risk over the kernel’s",
      at: { gamma: 0.5, width: 2000 },
      measures: "rateRatio",
      accept: between(0.85, 1.15),
      origin:
        "1 while the kernel stays what it was. Weights move by less than a hundredth of their length here, which can change its least eigenvalue, a hundredth of the largest, by up to 13 %: ±15 %. The rate is that of a least-squares line through log R over the last third of twenty-five e-foldings.",
      control: {
        instead: { trained: "output" },
        why: "With frozen input weights the kernel is K^[a] alone, whose least eigenvalues are smaller by an order of magnitude.",
      },
    },
  ],
});
