/** E11: on spheres of few dimensions γ runs by the clock of the sphere, and not by the Gaussian one. */
import { meta as clocks } from "../../experiments/hinge-mean-field/two-clocks/meta.ts";
import { claim } from "../claim.ts";
import { atMost } from "../interval.ts";
import { SEEDS } from "./terms.ts";

export const E11 = claim(clocks, {
  title: "On a circle and on a sphere, by their own clocks",
  statement:
    "Where inputs are uniform on a circle or on a sphere in three dimensions, γ follows the equation with that law of x∥ within five per cent up to t = 6, when most examples are satisfied; the clock of Gaussian inputs of the same mean square does not do.",
  formula: String.raw`\mathbb E|x_\parallel|=\tfrac{2\sqrt2}{\pi},\ \tfrac{\sqrt3}{2}\quad\text{instead of}\quad\sqrt{\tfrac2\pi}`,
  source: {
    paper: "pellegrini2020",
    where: "Sec. 3 for spherically symmetric data; the formula is derived here",
  },
  provenance: "derived here",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  cases: (
    [
      [2, "circle", "13 % faster"],
      [3, "sphere in three dimensions", "9 % faster"],
    ] as const
  ).map(([inputs, name, faster]) => ({
    label: `largest relative miss of γ, ${name}`,
    at: { inputs },
    measures: "growthMiss" as const,
    accept: atMost(0.05),
    origin:
      "The bound of our notes, whose own runs on a sphere missed by 2.9 % at most. A thousand nodes move γ by 1 %, 4000 examples by less, and steps by 0.7 %.",
    control: {
      instead: { clock: "gaussian" as const },
      why: `The theory is told of Gaussian inputs. If only the size of inputs counted it would do as well; by the formula γ is ${faster} than that at first.`,
    },
  })),
});
