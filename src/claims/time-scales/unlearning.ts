/** D11: what comes after the last component, when examples are few and their labels noisy. */
import { meta as unlearning } from "../../experiments/time-scales/unlearning/meta.ts";
import { claim } from "../claim.ts";
import { atLeast, atMost } from "../interval.ts";

const AT = { widths: [32], inputs: 50, examplesPerWeight: 0.3, noise: 0.5, duration: 3 };

const CLEAN = {
  instead: { noise: 0 },
  why: "With clean labels there is nothing to overfit: the test error goes on falling, and neurons keep pointing along the target.",
} as const;

export const D11 = claim(unlearning, {
  title: "Noise makes a network unlearn what it has learnt",
  statement:
    "With all readouts equal at the start, both layers equally fast and three examples for ten weights (m = 32, d = 50, τ = 0.5), the test error, first down, rises by a quarter or more by t = 3m, and the network loses a fifth or more of its alignment with the target. With clean labels it does neither.",
  formula: String.raw`\frac{R(3m)}{\min_{t\le 3m}R(t)}\ge 1.25,\qquad \frac{A(3m)}{\max_{t\le 3m}A(t)}\le 0.8,\qquad A=\frac{\sum_i a_i^2s_i^2}{\sum_i a_i^2}`,
  source: {
    paper: "montanari2025",
    where:
      "abstract: test error is not monotone, and features are unlearnt at large times; setting and numbers are ours",
  },
  provenance: "derived here",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2, 3],
  statistic: "every seed",
  cases: [
    {
      label: "test error at t = 3m over its least",
      at: AT,
      measures: "rise",
      accept: atLeast(1.25),
      origin: "Six other seeds gave 1.49 to 1.97; half of the least rise among them.",
      control: CLEAN,
    },
    {
      label: "alignment at t = 3m over its largest",
      at: AT,
      measures: "kept",
      accept: atMost(0.8),
      origin: "Six other seeds gave 0.60 to 0.65; a fifth lost is about half of what they lost.",
      control: CLEAN,
    },
  ],
});
