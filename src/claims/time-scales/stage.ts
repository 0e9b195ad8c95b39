/** D5: one stage by itself, which is what the paper has a theorem on. */
import { meta as stage } from "../../experiments/time-scales/stage/meta.ts";
import { claim } from "../claim.ts";
import { between } from "../interval.ts";

const LIMITS = [
  { degree: "two", name: "quadratic", width: between(0.323, 0.343), limit: "c₂" },
  { degree: "three", name: "cubic", width: between(0.24, 0.26), limit: "c₃" },
] as const;

export const D5 = claim(stage, {
  title: "One stage by itself: when it comes, and how long it lasts",
  statement:
    "A group of neurons that begins on the scales that the stage before leaves behind learns the component of degree l at a time that goes like ε to the power 1/(2l), with a constant that is known for l = 2 and 3 and depends on the readout A₀ of the start (drawn between 0.8 and 1.25), in a window that shrinks like ε to the power 1/(l + 1).",
  formula: String.raw`t_l\sim c_l\,\varepsilon^{1/(2l)},\quad \text{width}\asymp\varepsilon^{1/(l+1)},\qquad c_2=\frac{\operatorname{asinh}\sqrt q}{\sqrt{2q}},\quad c_3=\frac{\sqrt{1+q}-1}{\sqrt3\,q},\qquad q=lA_0^2-1`,
  source: { paper: "berthier2024", where: "Theorem 1, for scale and width; constants are derived here" },
  provenance: "paper",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "The controls were at ε = 10⁻² and 10⁻³, and are at 10⁻⁴ and 10⁻⁵; the history does not say why. Where 1/3 − 0.01 had been written as a number of sixteen digits stands 0.323. A stage began at one fixed readout, so that a seed meant nothing; it is drawn by the seed now, and there are three. The statement then said so, and between which readouts.",
      knew: "own runs",
    },
  ],
  cases: LIMITS.flatMap(({ degree, name, width, limit }) => [
    {
      label: `exponent of the width, ${name}`,
      at: { degree, decades: [14, 16] },
      measures: "widthExponent" as const,
      accept: width,
      origin: `${degree === "two" ? "1/3" : "1/4"}, with a hundredth on either side; the two neighbouring exponents are more than 0.05 away.`,
      control: {
        instead: { decades: [4, 5] },
        why: "At ε = 10⁻⁴ and 10⁻⁵ the step is still half as wide as its time is long, and its width has not reached its power of ε.",
      },
    },
    {
      label: `time over its limit, ${name}`,
      at: { degree, decades: [24] },
      measures: "centre" as const,
      accept: between(0.975, 1),
      origin: `${limit} is approached from below, off by about the width over the time, ε^(1/12) = 1 per cent, times a constant of order one.`,
      control: {
        instead: { decades: [4] },
        why: "At ε = 10⁻⁴ the width over the time is still a half.",
      },
    },
  ]),
});
