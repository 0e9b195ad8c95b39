/** A3: of the three scales of a network only κ and κ′ matter (paper, eqs 7–13 and Fig. 3(d)). */
import { meta as rescaling } from "../../experiments/phase-diagram/rescaling/meta.ts";
import { claim } from "../claim.ts";
import { atMost } from "../interval.ts";
import { SEEDS } from "./terms.ts";

const EXACT = atMost(1e-6);
const ORIGIN =
  "Exact in real numbers. Float64 rounds each of some thousand steps to 1e-16, and a millionth leaves room for nine digits of error to build up; the notes for this page saw 1e-14.";

const EXCHANGED = {
  instead: { comparison: "exchanged" },
  why: "With β₁ and β₂ exchanged in one of the three, its κ is the same and its κ′ another: it must part from the others.",
} as const;

export const A3 = claim(rescaling, {
  title: "Of three scales, two matter",
  statement:
    "Three networks with the same random draw, the same κ and κ′, and β₂ = 1, m^−1/2 and 1/m, trained by gradient descent on their original parameters with steps in proportion to β₁β₂, have the same relative distance after every step.",
  formula: String.raw`\mathrm{RD}_{(\alpha,\beta_1,\beta_2)}(k\,\beta_1\beta_2\,\Delta\bar t\,) \;\text{ depends on }\; \kappa = \frac{\beta_1\beta_2}{\alpha},\; \kappa' = \frac{\beta_1}{\beta_2} \;\text{ only}`,
  source: { paper: "luo2021", where: "eqs 7–13 and 26, Fig. 3 (d)" },
  provenance: "paper",
  stance: "agrees",
  knew: "theory",
  seeds: SEEDS,
  statistic: "every seed",
  cases: [
    {
      label: "gap between distances at γ = 0.5, γ′ = 0",
      at: { gamma: 0.5, gammaPrime: 0 },
      measures: "distanceGap",
      accept: EXACT,
      origin: ORIGIN,
      control: {
        instead: { comparison: "same step" },
        why: "With one and the same Δt for all, the three are at different times in units of β₁β₂, and so at different places.",
      },
    },
    {
      label: "gap between distances at γ = 1.25, γ′ = 0.3",
      at: { gamma: 1.25, gammaPrime: 0.3 },
      measures: "distanceGap",
      accept: EXACT,
      origin: ORIGIN,
      control: EXCHANGED,
    },
    {
      label: "gap between distances at γ = 1.75, γ′ = −0.2",
      at: { gamma: 1.75, gammaPrime: -0.2 },
      measures: "distanceGap",
      accept: EXACT,
      origin: ORIGIN,
      control: EXCHANGED,
    },
  ],
});
