/** E6: lazy or rich. */
import { meta as crossover } from "../../experiments/hinge-mean-field/crossover/meta.ts";
import { claim } from "../claim.ts";
import { atLeast, atMost } from "../interval.ts";

const AT = { halfDecades: [-2, 1, 3, 5], width: 1000, samples: 3000 } as const;

export const E6 = claim(crossover, {
  title: "Lazy or rich: α against h√d",
  statement:
    "From α = 0.1 to α = 316 the γ at which half of the examples are satisfied falls by a factor of a hundred, as the theory has it within 15 per cent, on both sides of α = h√d = 4.5. By then readouts have moved by several times their size at the smallest α, and by less than a twentieth of it at the largest.",
  formula: String.raw`\gamma_{1/2}=\tfrac12\operatorname{arsinh}\frac{2h\sqrt d}{0.674\,\alpha}`,
  source: { paper: "pellegrini2020", where: "Sec. 3.2; the formula is derived here" },
  provenance: "derived here",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2],
  statistic: "every seed",
  cases: [
    {
      label: "largest relative miss of γ at half, over four α",
      at: AT,
      measures: "worst",
      accept: atMost(0.15),
      origin:
        "Planned as 15 % against the theory for infinitely many nodes and examples, which one seed of two missed, by 19 %: 500 pairs scatter by 4.5 %, the median of a thousand examples by 3.7 %. Now the theory is given the mean square and the median that were drawn. The bound stayed: what is left is of second order in √(d/500) = 0.2, up to some 8 % on other seeds.",
      control: {
        instead: { start: "plain", width: 100 },
        why: "A hundred nodes that are not in pairs begin with αf far above the margin at large α: many examples are satisfied before anything moves.",
      },
    },
    {
      label: "movement of the readouts at α = 0.1",
      at: AT,
      measures: "firstMovement",
      accept: atLeast(2),
      origin: "The theory has 10.9; two is a change by more than itself, which no lazy training makes.",
      control: {
        instead: { halfDecades: [3, 5] },
        why: "At α = 32, seven times h√d, the network is lazy.",
      },
    },
    {
      label: "movement of the readouts at α = 316",
      at: AT,
      measures: "lastMovement",
      accept: atMost(0.05),
      origin: "The theory has 0.021; twice that and a little.",
      control: {
        instead: { halfDecades: [-2, 1] },
        why: "At α = 3, below h√d, readouts move by more than their size.",
      },
    },
  ],
});
