/** C1: the closed forms on which everything with infinitely many samples rests. */
import { meta as closedForm } from "../../experiments/quenching-activation/closed-form/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";

export const C1 = claim(closedForm, {
  title: "The risk over all inputs in closed form",
  statement:
    "For Gaussian inputs the risk of a ReLU network on a target of ReLU neurons, and its gradient, are given by the arc-cosine kernel: the risk over a hundred thousand samples agrees within four standard errors for at least nine of ten random networks, and differences of the risk agree with the gradient to eight digits.",
  formula: String.raw`\kappa(b,c)=\mathbb E\,\sigma(b^\top x)\sigma(c^\top x)=\frac{|b||c|}{2\pi}\big(\sin\varphi+(\pi-\varphi)\cos\varphi\big)`,
  source: { paper: "cho2009", where: "eq. (6)" },
  provenance: "background",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-28",
      why: "An interval was wider than what was reckoned for it: 10⁻⁴ for the gradient, where the differences leave about 10⁻¹⁰. It is 10⁻⁸.",
      knew: "own runs",
    },
  ],
  cases: [
    {
      label: "networks of ten that agree",
      at: { samples: 100_000 },
      measures: "agreeing",
      accept: between(9, 10),
      origin:
        "Four standard errors: were errors Gaussian, one network in sixteen thousand would lie outside.",
      control: {
        instead: { law: "cube" },
        why: "Inputs from a cube have the same variance but no rotational symmetry: the closed form does not hold for them.",
      },
    },
    {
      label: "error of the gradient",
      at: { samples: 1000 },
      measures: "gradientError",
      accept: atMost(1e-8),
      origin:
        "Central differences of 10⁻⁵ in float64 leave errors of about 10⁻¹⁰, with a hundredfold margin for weights that are not of size 1; a wrong factor leaves one near 1.",
      control: {
        instead: { difference: 0.5 },
        why: "Differences as large as the weights themselves do not give the gradient.",
      },
    },
  ],
});
