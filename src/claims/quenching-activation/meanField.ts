/** C7: under mean-field scaling nothing of this happens. */
import { meta as population } from "../../experiments/quenching-activation/population/meta.ts";
import { claim } from "../claim.ts";
import { between } from "../interval.ts";

const CONVENTIONAL = {
  instead: { scaling: "conventional" },
  why: "Under the conventional scaling one neuron takes over.",
} as const;

export const C7 = claim(population, {
  title: "Mean-field scaling: everybody takes part",
  statement:
    "Under mean-field scaling, from the same start, a tenth to six tenths of the width take part in the end (m = 50, d = 100, infinitely many samples of a single neuron), and no neuron carries more than a fifth.",
  formula: String.raw`f=\frac1m\sum_j a_j\sigma(b_j^\top x):\quad N_{\mathrm{eff}}/m\in[0.1,0.6]`,
  source: { paper: "wu2021", where: "mean-field panel, m = 50, d = 100" },
  provenance: "paper",
  stance: "agrees",
  knew: "paper",
  seeds: [1, 2, 3],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "Three seeds were taken instead of five, so that a check takes less time.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "effective number over width",
      at: { width: 50, inputs: 100, scaling: "mean-field", duration: 250 },
      measures: "sharePerNeuron",
      accept: between(0.1, 0.6),
      origin: "The decoded panel has 23.8 of 50.",
      control: CONVENTIONAL,
    },
    {
      label: "largest coefficient",
      at: { width: 50, inputs: 100, scaling: "mean-field", duration: 250 },
      measures: "largest",
      accept: between(0, 0.2),
      origin: "The decoded panel has 0.087 of a path norm near 1; twice that and a little for other starts.",
      control: CONVENTIONAL,
    },
  ],
});
