/** B3: how many lines there are in the plane (paper, Case 2; that their number has the parity of p is our own). */
import { meta as rootCount } from "../../experiments/condensation/root-count/meta.ts";
import { claim } from "../claim.ts";
import { between, exactly } from "../interval.ts";

const nextPolynomial = (words: string) => ({ instead: { polynomial: "next" }, why: words }) as const;

export const B3 = claim(rootCount, {
  title: "With one input there are p critical lines, or fewer by an even number",
  statement:
    "For 200 random residuals on 40 points, at each p from 1 to 5, the polynomial of the paper has p real roots or an even number fewer, and they are the angles at which a scan of the circle sees F′(θ) change its sign.",
  formula: String.raw`\sum_i(\hat u x_{i1}+x_{i2})^{p-1}e_i x_{i1} = \hat u\sum_i(\hat u x_{i1}+x_{i2})^{p-1}e_i x_{i2} \;\text{ has }\; p,\, p-2,\, \ldots \;\text{ real roots}`,
  source: { paper: "zhou2022", where: "Sec. 5, Case 2" },
  provenance: "derived here",
  stance: "beyond",
  knew: "theory",
  seeds: [1, 2, 3],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "The control of the second case had another number of lines and so repeated the first; it now has the lines of other residuals.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "miscounts among a thousand forms, p = 1, …, 5",
      at: {},
      measures: "miscounted",
      accept: exactly(0),
      origin:
        "A theorem: F′(θ) is a form of degree p in (cos θ, sin θ), so that it has p real roots at most, and complex ones come in pairs. A root at infinity counts.",
      control: nextPolynomial("A polynomial of degree p + 1 has the wrong parity every time."),
    },
    {
      label: "largest angle between a root and a sign change, degrees",
      at: {},
      measures: "largestGap",
      accept: between(0, 0.1),
      origin: "Both are the zeros of F′(θ). The scan looks every 0.1°.",
      control: {
        instead: { polynomial: "other" },
        why: "The residuals of another draw have lines of their own, often as many: a test that accepts them would compare numbers of lines, not lines.",
      },
    },
  ],
});
