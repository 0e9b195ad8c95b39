/** A3: of the three scales of a network only κ and κ′ matter (paper, eqs 7–13 and Fig. 3(d)). */
import { meta as rescaling } from "../../experiments/phase-diagram/rescaling/meta.ts";
import { claim } from "../claim.ts";
import { atMost } from "../interval.ts";
import { SEEDS } from "./terms.ts";

/** Of the distance: what float64 can do to it at worst. */
const EXACT = atMost(3e-11);
const ORIGIN =
  "Exact in real numbers; what is left is rounding. If each of 1200 float64 steps rounded every weight by 1.1e-16 of itself, and always the same way, the weights would be off by 1.3e-13 of their length, and the distance, which is 0.016 of that length where it is least, by 8e-12 of itself. So much in each of two networks, and less than both for sums over 400 neurons: 3e-11. Roundings that do not conspire leave far less.";

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
  revised: [
    {
      on: "2026-11-28",
      why: "The bound was a millionth, by which three networks would have passed of which one takes steps that are wrong by a ten-millionth. It is now what rounding can do at worst, by the numbers of steps and of neurons.",
      knew: "fresh seeds",
    },
  ],
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
