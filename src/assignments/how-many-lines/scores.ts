/** How the tasks on the number of lines are scored, and what solves them. Loaded by grading and guides alone. */
import type { Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

/** What of the output a parabola is to leave over. */
const LEFT_OVER = 1e-4;

export const scores: Scores<typeof tasks> = {
  count: {
    truth: (cases) => {
      const lines = cases[2]?.quantities.criticalLines;
      return lines === 1 ? "one" : lines === 2 ? "two" : "three";
    },
  },
  parabola: {
    truth: (cases) => {
      const { epoch = [], leftOver = [] } = cases[1]?.series ?? {};
      return crossing(Array.from(epoch), Array.from(leftOver), LEFT_OVER);
    },
  },
  examples: {
    solution: () => [12, 15, 20].flatMap((samples) => [300, 600, 1000].map((steps) => ({ samples, steps }))),
  },
  rule: {
    solution: () =>
      [5, 6, 4, 7, 8, 3, 9, 10, 2].flatMap((frequency) =>
        [100, 70, 140].map((steps) => ({ frequency, steps })),
      ),
  },
  why: {
    rubric: [
      {
        points: 2,
        says: "p bounds the number of lines in the plane, as the degree of the landscape on which directions climb; the data decide whether the bound is reached.",
      },
      {
        points: 2,
        says: "The bound holds for gradient descent: Adam climbs by signs, and may come to more lines.",
      },
      { points: 1, says: "Each task is said to show one of the three, with a number of their own." },
    ],
  },
};

/** Where a curve passes a level for the first time, read between its points on a logarithmic axis. */
function crossing(across: readonly number[], up: readonly number[], level: number): number {
  const after = up.findIndex((value, k) => k > 0 && value >= level && (up[k - 1] as number) < level);
  const [before, x0, x1] = [up[after - 1], across[after - 1], across[after]];
  if (before === undefined || x0 === undefined || x1 === undefined) return Number.NaN;
  const share = Math.log(level / before) / Math.log((up[after] as number) / before);
  return x0 + share * (x1 - x0);
}
