/** A6: over how many orientations the trained neurons are spread (paper, Fig. 2 and 6). */
import { meta as regimes } from "../../experiments/phase-diagram/regimes/meta.ts";
import { claim } from "../claim.ts";
import { atLeast, atMost, between } from "../interval.ts";
import { otherRegime, SEEDS } from "./terms.ts";

export const A6 = claim(regimes, {
  title: "Neurons condense on two orientations, in the condensed regime only",
  statement:
    "With m = 1000 neurons a half, the amplitude of the trained neurons is spread over almost as many orientations as at the start at γ = 0.5, over about half of them at γ = 1, and at γ = 1.75 nearly all of it sits at the two orientations whose kinks lie on the inner data points x = ±1/6.",
  formula: String.raw`N_\mathrm{eff} = \exp\Bigl(-\sum_b p_b \log p_b\Bigr), \qquad p_b = \frac{\sum_{k \in b} |a_k|\,\lVert w_k\rVert}{\sum_k |a_k|\,\lVert w_k\rVert}`,
  source: { paper: "luo2021", where: "Fig. 2 (d)–(f), and Fig. 6" },
  provenance: "paper",
  stance: "agrees",
  knew: "paper",
  seeds: SEEDS,
  statistic: "every seed",
  cases: [
    {
      label: "effective orientations at γ = 0.5",
      at: { gamma: 0.5 },
      measures: "effectiveOrientations",
      accept: atLeast(35),
      origin:
        "The paper's figure shows the final neurons where the initial ones were, and those fill about 45 of 72 bins; 35 leaves room for a fifth less.",
      control: otherRegime(1.75, "condensed regime"),
    },
    {
      label: "effective orientations at γ = 1",
      at: { gamma: 1 },
      measures: "effectiveOrientations",
      accept: between(15, 30),
      origin:
        "A third to two thirds of the initial 45 bins: between the other two regimes, as the figure shows.",
      control: otherRegime(0.5, "linear regime"),
    },
    {
      label: "effective orientations at γ = 1.75",
      at: { gamma: 1.75 },
      measures: "effectiveOrientations",
      accept: atMost(4),
      origin: "Two orientations carry the function and a faint third its constant: fewer than 4 bins.",
      control: otherRegime(1, "critical regime"),
    },
    {
      label: "share of amplitude at the two orientations, γ = 1.75",
      at: { gamma: 1.75 },
      measures: "condensedShare",
      accept: atLeast(0.9),
      origin:
        "A linear spline through the points needs kinks at x = ±1/6 only; one tenth is left for the faint third cluster.",
      control: otherRegime(0.5, "linear regime"),
    },
  ],
});
