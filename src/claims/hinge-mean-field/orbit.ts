/** E1, E2, E4 and E10: a trained network beside the one-variable theory. */
import { meta as orbit } from "../../experiments/hinge-mean-field/orbit/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";
import { MORE_SEEDS, SEEDS } from "./terms.ts";

/** Until γ is about 1.5. */
const EARLY = { duration: 16 } as const;
const FEW_EXAMPLES = {
  instead: { samples: 60 },
  why: "The mean of y x over 60 examples in 30 dimensions points elsewhere, by some fifty degrees: nodes follow it, and not the theory.",
} as const;

export const E1 = claim(orbit, {
  title: "Every node on its hyperbola, all by the same γ",
  statement:
    "With M = 200 nodes and N = 6000 examples in d = 30 dimensions, readouts and projections of all nodes are where one common number γ takes them from their starts, to 12 per cent of their distance from 0, when γ is about 1.5.",
  formula: String.raw`a=a_0\cosh\gamma+w^\parallel_0\sinh\gamma,\qquad w^\parallel=w^\parallel_0\cosh\gamma+a_0\sinh\gamma`,
  source: { paper: "pellegrini2020", where: "Fig. 1a, b and its caption; the formula is derived here" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: MORE_SEEDS,
  statistic: "mean",
  revised: [
    {
      on: "2026-11-27",
      why: "Each draw had to be inside, and on fresh seeds one of nine was not (0.134): a draw of 6000 examples may be off by more. The bound stays, and holds the mean over five draws now.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "distance from the hyperbolas, relative",
      at: EARLY,
      measures: "miss",
      accept: atMost(0.12),
      origin:
        "The direction of the mean over N examples is off by √(πd/2N) = 9 %, and nodes see it in their projections; our notes’ own runs gave 6 to 10 %.",
      control: FEW_EXAMPLES,
    },
  ],
});

export const E2 = claim(orbit, {
  title: "A straight line at first",
  statement:
    "As long as no example is satisfied, γ grows in a straight line whose slope is known: β/√(2πd), within five per cent.",
  formula: String.raw`\gamma\simeq\frac{\beta\,t}{\sqrt{2\pi d}}`,
  source: { paper: "pellegrini2020", where: "Fig. 1c and its caption; the slope is derived here" },
  provenance: "paper",
  stance: "agrees",
  knew: "theory",
  seeds: SEEDS,
  statistic: "every seed",
  cases: [
    {
      label: "γ/t early, over its prediction",
      at: EARLY,
      measures: "earlyRatio",
      accept: between(0.95, 1.05),
      origin:
        "Exact for infinitely many examples and small steps: N = 6000 scatter by 1 %, and steps of 0.035 in γ come late by half of that.",
      control: {
        instead: { flipped: 0.1 },
        why: "With a tenth of the labels flipped the pulls cancel in part: the slope is four fifths of it.",
      },
    },
  ],
});

export const E4 = claim(orbit, {
  title: "The theory knows how many examples are unsatisfied",
  statement:
    "The share of examples that are still unsatisfied agrees with that of the theory within 0.08 at all times up to t = 40, when three in four are satisfied (M = 400, N = 4000, d = 20).",
  formula: String.raw`u(t)=\operatorname{erf}\frac{x_s}{\sqrt2},\qquad x_s=\frac{2h\sqrt d}{\alpha\sinh2\gamma(t)}`,
  source: { paper: "pellegrini2020", where: "Sec. 3; the formula is derived here" },
  provenance: "derived here",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "Half the nodes and two thirds of the examples, a third of the work: by the rule in its origin the bound is 0.08 then, where it was 0.06. Its first record came with the change. The history does not say why it was made, nor what was known.",
      knew: "not told",
    },
  ],
  cases: [
    {
      label: "largest miss of the unsatisfied share",
      at: { width: 400, samples: 4000, inputs: 20, duration: 40, step: 0.75 },
      measures: "unsatisfiedMiss",
      accept: atMost(0.08),
      origin:
        "M nodes draw a mean of a² + w∥² that is off by 1/√M = 5 %, and the threshold with it: the share by at most half of that, 0.024; the mean over N examples moves γ by 1.2 %, and the share by 0.016. Twice both together, and 0.012 by which steps come late. The theory is asked for the same examples, so that their share does not scatter.",
      control: {
        instead: { samples: 100 },
        why: "A hundred examples are soon all satisfied, by a network that fits them: the share falls faster.",
      },
    },
  ],
});

/** So many nodes and examples, and so short steps, that each moves γ by 1 to 2 %. */
const OTHER_LAW = { width: 400, duration: 20, step: 0.5, data: "near-and-far" } as const;

export const E10 = claim(orbit, {
  title: "The same ways by another clock",
  statement:
    "Where half of the inputs are near and half are far, nodes go along the same hyperbolas; γ runs slower at first, by the ratio of the means of |x∥|, and follows the equation with the new law of x∥ within five per cent.",
  formula: String.raw`\dot\gamma=\frac{\beta}{2\sqrt d}\,\mathbb E\bigl[|x_\parallel|;\,|x_\parallel|<x_s\bigr]`,
  source: {
    paper: "pellegrini2020",
    where: "Sec. 3 for spherically symmetric data; the formula is derived here",
  },
  provenance: "derived here",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "6000 examples were taken instead of 10,000; the bounds stayed. Its first record came with the change. The history does not say why it was made, nor what was known.",
      knew: "not told",
    },
  ],
  cases: [
    {
      label: "largest relative miss of γ up to t = 20",
      at: OTHER_LAW,
      measures: "growthMiss",
      accept: atMost(0.05),
      origin:
        "400 nodes move γ by 1.5 %, 6000 examples by 1.5 % and steps by 0.7 %, twice the root of squares of both and the last; our notes’ own runs on another law missed by 3 %.",
      control: FEW_EXAMPLES,
    },
    {
      label: "γ/t early, over that of Gaussian inputs",
      at: OTHER_LAW,
      measures: "earlyRatio",
      accept: between(0.78, 0.86),
      origin: "(¼ + √31/4)/2 = 0.821, and five per cent as for Gaussian inputs.",
      control: {
        instead: { data: "gaussian", duration: 8 },
        why: "Gaussian inputs of one size have the slope of the formula itself, 1.",
      },
    },
    {
      label: "distance from the hyperbolas, relative",
      at: OTHER_LAW,
      measures: "miss",
      accept: atMost(0.12),
      origin: "As for Gaussian inputs.",
      control: FEW_EXAMPLES,
    },
  ],
});
