/** A9: in the linear regime the risk decays exponentially, at the rate of the tangent kernel (paper, Theorem 6(b)). */

import { meta as decay } from "../../experiments/phase-diagram/decay/meta.ts";
import { guaranteedRiskRate, lateRiskRate } from "../../theory/tangentKernel.ts";
import { claim } from "../claim.ts";
import { around, atLeast } from "../interval.ts";
import { SEEDS } from "./terms.ts";

const POINTS = [-1 / 2, -1 / 6, 1 / 6, 1 / 2].map((x) => [x, 1]);
/** Neurons in a half. */
const HALF = 2000;
/** γ = ½, γ′ = 0. */
const NETWORK = { neurons: 2 * HALF, kappa: 1 / Math.sqrt(HALF), kappaPrime: 1 };
const LATE_RATE = Number(lateRiskRate(POINTS, NETWORK).toPrecision(4));
const GUARANTEED_RATE = Number(guaranteedRiskRate(POINTS, NETWORK).toPrecision(4));

export const A9 = claim(decay, {
  title: "In the linear regime the risk decays at the rate of the tangent kernel",
  statement: `At γ = 0.5 and γ′ = 0, with m = 2000 neurons a half, the risk decays in the end at a rate of ${LATE_RATE} in normalised time, as the least eigenvalue of the initial tangent kernel says, and never more slowly, on average since the start, than Theorem 6 guarantees: ${GUARANTEED_RATE}.`,
  formula: String.raw`-\frac{d}{dt}\log R_S \;\to\; \frac{2\cdot 2m\kappa^2}{n}\,\lambda_{\min}\bigl(K^{[a]} + K^{[w]}\bigr), \qquad R_S(t) \le e^{-2\cdot 2m\kappa^2\lambda t/n} R_S(0), \quad \lambda = \min\bigl\{\lambda_{\min}K^{[a]}, \lambda_{\min}K^{[w]}\bigr\}`,
  source: { paper: "luo2021", where: "Theorem 6(b) and Prop. 18" },
  provenance: "paper",
  seeds: SEEDS,
  statistic: "every seed",
  cases: [
    {
      label: "late rate of the risk",
      at: { gamma: 0.5, width: HALF },
      measures: "lateRate",
      accept: around(LATE_RATE, 0.15),
      origin: `The arc-cosine kernels of the four points give ${LATE_RATE} for infinitely many neurons; ±15 % for a finite number of them. The rate is that of a least-squares line through log R over the last third of fifteen e-foldings.`,
      control: {
        instead: { trained: "output" },
        why: "With frozen input weights the kernel is K^[a] alone, whose least eigenvalues are smaller by an order of magnitude.",
      },
    },
    {
      label: "smallest average rate since the start",
      at: { gamma: 0.5, width: HALF },
      measures: "slowestRate",
      accept: atLeast(GUARANTEED_RATE),
      origin:
        "Theorem 6(b) with λ, the smaller of the least eigenvalues of the two arc-cosine kernels of the four points, computed here: a bound, so that there is no upper end.",
      control: {
        instead: { gamma: 1 },
        why: "On the boundary mκ² is smaller by a factor m, and the decay with it: it must fall short of what is guaranteed at γ = 0.5.",
      },
    },
  ],
});
