/** D6 and D7: where the risk rests between two steps, and a target that is not learnt at all. */
import { meta as staircase } from "../../experiments/time-scales/staircase/meta.ts";
import { claim } from "../claim.ts";
import { between, exactly } from "../interval.ts";

const CANONICAL = { paper: "berthier2024", where: "canonical learning order, a conjecture" } as const;
const COARSE = {
  instead: { epsilon: 0.01 },
  why: "At ε = 10⁻² the steps overlap, and the risk does not rest between them.",
} as const;

export const D6 = claim(staircase, {
  title: "Between two steps the risk rests at the energy of what is not learnt",
  statement:
    "At ε = 10⁻¹⁴ the risk, midway between the times of two components on the logarithmic axis, is half the sum of the squares of the coefficients that are still to come: within one per cent after the constant and after the linear component, within a tenth after the quadratic one, whose step is wide.",
  formula: String.raw`R\approx\tfrac12\sum_{k>l}\varphi_k^2`,
  source: CANONICAL,
  provenance: "paper",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3, 4, 5],
  statistic: "every seed",
  cases: (
    [
      ["plateau0", "constant", between(0.99, 1.01)],
      ["plateau1", "linear", between(0.99, 1.01)],
      ["plateau2", "quadratic", between(0.9, 1.1)],
    ] as const
  ).map(([measures, name, accept]) => ({
    label: `risk over its height, after the ${name} component`,
    at: { epsilon: 1e-14, target3: 0.5 },
    measures,
    accept,
    origin:
      "1, in the limit. What a step of width ε^(1/(l+1)) leaves at the middle is below a per cent for the first two; the third is only ten times as far from the fourth as it is wide.",
    control: COARSE,
  })),
});

export const D7 = claim(staircase, {
  title: "Without a linear component nothing more is learnt",
  statement:
    "If φ₁ = 0 no overlap with the target’s direction ever begins to grow, and the risk stays at the energy of all that is not constant.",
  formula: String.raw`\varphi_1=0:\quad s_i\equiv0,\qquad R\to\tfrac12\sum_{k\ge2}\varphi_k^2`,
  source: { paper: "berthier2024", where: "App. E.2, for φ₀ = φ₁ = 0; the argument needs φ₁ = 0 alone" },
  provenance: "paper",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-28",
      why: "An interval was wider than what was reckoned for it: 10⁻¹² for overlaps that are 0 to the last bit. It is 0.",
      knew: "own runs",
    },
  ],
  cases: [1e-4, 1e-8].flatMap((epsilon) => {
    const at = { epsilon, target1: 0, atoms: 10, duration: 5 };
    const control = {
      instead: { target1: 0.1 },
      why: "A linear component, however small, sets off the growth of overlaps, and all others follow.",
    };
    return [
      {
        label: `largest overlap, ε = ${epsilon}`,
        at,
        measures: "largestOverlap" as const,
        accept: exactly(0),
        origin:
          "An identity of the flow, which products with 0 keep to the last bit: this case tests the program rather than the world.",
        control,
      },
      {
        label: `risk at t = 5, ε = ${epsilon}`,
        at,
        measures: "risk" as const,
        accept: between(1 - 1e-6, 1 + 1e-6),
        origin: "½(φ₂² + φ₃²) = 1, to what the solver tolerates.",
        control,
      },
    ];
  }),
});
