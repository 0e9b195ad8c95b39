/** How the tasks on learning by degrees are scored, and what solves them. Loaded by grading and guides alone. */
import type { Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  left: {
    truth: ([run], settings) => {
      const residual = Array.from(run?.series.residual ?? []).slice(-4);
      // What the target does not have is not left, but for rounding.
      const isLeft = (degree: 2 | 3) => {
        const size = Math.abs(Number(settings[`target${degree}`]));
        return size > 0 && Math.abs(residual[degree] ?? Number.NaN) > size / 2;
      };
      if (isLeft(3)) return isLeft(2) ? "all" : "cubic";
      return isLeft(2) ? "quadratic" : "nothing";
    },
  },
  aimed: {
    // t₂ goes like the fourth root of ε: ten to the minus twelve, then a quarter of a decade up and down.
    solution: () =>
      [0, -1, 1, -2, 2, -3, 3, -4, 4].map((k) => ({ epsilon: Number((10 ** (-12 + k / 4)).toPrecision(4)) })),
  },
  exponent: {
    truth: ([run]) => {
      const { epsilon = [], time1 = [] } = run?.series ?? {};
      const [from = Number.NaN, to = Number.NaN] = Array.from(time1).slice(-2);
      const [larger = Number.NaN, smaller = Number.NaN] = Array.from(epsilon).slice(-2);
      return Math.log(to / from) / Math.log(smaller / larger);
    },
  },
  defeated: { solution: () => [{ expression: "h2(x)" }, { expression: "h3(x)" }] },
  why: {
    rubric: [
      {
        points: 2,
        says: "At rest overlaps and readouts still grow, by powers of ten; at the end they do not, and what is left is 0.",
      },
      {
        points: 1,
        says: "A component of degree l pulls with the overlap to the power l − 1, which is next to nothing until the one before has made overlaps larger.",
      },
      {
        points: 1,
        says: "The friend is right about a function without a linear component, or with one that the activation has not; the answer names one.",
      },
      { points: 1, says: "Two numbers of their own bear that out." },
    ],
  },
};
