/** E3: the one-variable theory by itself, at the settings of the paper's Fig. 1. */
import { meta as growth } from "../../experiments/hinge-mean-field/growth/meta.ts";
import { claim } from "../claim.ts";
import { between } from "../interval.ts";
import { SEEDS } from "./terms.ts";

export const E3 = claim(growth, {
  title: "In the end a quarter of a logarithm",
  statement:
    "At the settings of the paper’s Fig. 1 (d = 100, β = 2.5, α = h = 1) the growth γ by the equation derived here rises by a quarter for each e-fold of time at t = 20,000, within 0.001, with the constant of its late formula, within 0.001; and at t = 2000 the scatter of M = 400 nodes leaves an error of about 0.01, as the caption says.",
  formula: String.raw`\gamma\simeq\tfrac14\log t+\tfrac14\log\frac{32\beta h^2\sqrt d}{\sqrt{2\pi}\,\alpha^2}`,
  source: {
    paper: "pellegrini2020",
    where: "Fig. 1c and the caption of Fig. 1; the constant is derived here",
  },
  provenance: "paper",
  stance: "agrees",
  knew: "paper",
  seeds: SEEDS,
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "Three seeds were taken instead of one, since a claim needs several.",
      knew: "own runs",
    },
    {
      on: "2026-11-28",
      why: "Two intervals were wider than what was reckoned for them: 0.005 for the slope and for the miss of the late formula, which leave out 0.0005 and 0.001. Both are 0.001.",
      knew: "own runs",
    },
  ],
  cases: [
    {
      label: "dγ/d log t at t = 20,000",
      at: {},
      measures: "slope",
      accept: between(0.249, 0.251),
      origin:
        "The quarter of the caption’s log(t)/4; what is left out falls like 1/√t, and is 0.2 % there: twice that is allowed.",
      control: {
        instead: { flipped: 0.02 },
        why: "With two per cent of the labels flipped γ stops at a value, and does not grow like a logarithm.",
      },
    },
    {
      label: "γ less its late formula at t = 20,000",
      at: {},
      measures: "lateMiss",
      accept: between(-0.001, 0.001),
      origin: "Derived here, with corrections of the order of xₛ² and e^(−4γ): below 0.001 there.",
      control: {
        instead: { duration: 200 },
        why: "At t = 200 a seventh of the examples are unsatisfied, and the late formula does not hold yet.",
      },
    },
    {
      label: "error that 400 nodes leave at t = 2000",
      at: { duration: 2000 },
      measures: "scatterError",
      accept: between(0.005, 0.015),
      origin: "The caption’s “about 0.01”, to one digit.",
      control: {
        instead: { width: 40 },
        why: "Ten times fewer nodes scatter three times as much.",
      },
    },
  ],
});
