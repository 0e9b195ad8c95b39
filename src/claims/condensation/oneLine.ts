/** B1: with multiplicity 1 the neurons of a tiny network condense on one line, pointing both ways (paper, Fig. 2(a)). */
import { meta as layer } from "../../experiments/condensation/layer/meta.ts";
import { claim } from "../claim.ts";
import { atLeast } from "../interval.ts";

const LARGE_START = {
  instead: { deviation: 0.5 },
  why: "From weights a hundred times as large, a hundred steps of Adam hardly turn a neuron: directions stay random.",
};

export const B1 = claim(layer, {
  title: "A tanh layer condenses on one line",
  statement:
    "After 100 epochs of Adam from weights of 0.005, the neurons of the 5-50-1 tanh network lie on one line through the origin: the mean of |cos| over all pairs of neurons is at least 0.9, and at least a tenth of the neurons points each way along the line. On average over twelve draws of sample and start.",
  formula: String.raw`p = 1:\qquad \overline{|D(u_j, u_k)|}_{j<k} \ge 0.9`,
  source: { paper: "zhou2022", where: "Fig. 2(a)" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  statistic: "mean",
  revised: [
    {
      on: "2026-11-27",
      why: "From a large start, the control of the second case until then, the largest line has too few neurons to reach its bound either way; ReLU neurons could.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "mean |D| over pairs of neurons",
      at: { activation: "tanh" },
      measures: "meanSimilarity",
      accept: atLeast(0.9),
      origin:
        "The published heat map shows ±1 everywhere, without numbers; 0.9 is the |cos| above which two neurons count as one line on this page. Random directions in six dimensions have 0.34. Planned with five draws, whose mean is inside by less than its standard error, so that they decide nothing; twelve were then taken.",
      control: LARGE_START,
    },
    {
      label: "share of neurons that point the rarer way along the largest line",
      at: { activation: "tanh" },
      measures: "rarerSign",
      accept: atLeast(0.1),
      origin:
        "The published heat map has two blocks, one for each way along the line; a tenth of the neurons is the least that would be seen as a block.",
      control: {
        instead: { activation: "relu" },
        why: "ReLU neurons gather on a line too, half of them or so, but nearly all point one way along it.",
      },
    },
  ],
});
