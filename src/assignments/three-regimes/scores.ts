/** How the tasks on the three regimes are scored, and what solves them. Loaded by grading and guides alone. */
import type { Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  before: {
    truth: ([run]) => {
      const distance = run?.quantities.relativeDistance ?? Number.NaN;
      return distance < 0.1 ? "little" : distance < 2 ? "some" : "far";
    },
  },
  border: {
    // At a distance of d times their length: γ near 1 + γ′ with a slope that a second run tells.
    solution: ({ gammaPrime }) =>
      near(1.25 + 0.85 * Number(gammaPrime), 0.01, 30).map((gamma) => ({ gamma })),
  },
  growth: {
    truth: (cases) => {
      const { width = [], relativeDistance = [] } = cases[2]?.series ?? {};
      const [from = Number.NaN, to = Number.NaN] = Array.from(relativeDistance).slice(-2);
      const [narrow = Number.NaN, wide = Number.NaN] = Array.from(width).slice(-2);
      return Math.log(to / from) / Math.log(wide / narrow);
    },
  },
  small: {
    solution: () => [10, 20, 30, 40].map((width) => ({ width })),
  },
  why: {
    rubric: [
      { points: 2, says: "The output is a sum of many neurons over a small number." },
      {
        points: 2,
        says: "So each has to change little for the sum to change a lot. To say that “the regime is linear” is no reason.",
      },
      { points: 1, says: "Two numbers of their own: how far weights moved at a small γ and at a large one." },
    ],
  },
};

/** The middle, and values further and further away from it on both sides. */
function near(middle: number, step: number, most: number): number[] {
  const away = (k: number) => Math.ceil(k / 2) * step * (k % 2 === 0 ? 1 : -1);
  return Array.from({ length: most }, (_, k) => Number((middle + away(k)).toFixed(4)));
}
