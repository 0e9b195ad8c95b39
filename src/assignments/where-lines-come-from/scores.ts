/** How the tasks on where lines come from are scored, and what solves them. Loaded by grading and guides alone. */
import { median } from "../../math/statistics.ts";
import type { Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  angle: {
    // No own line is near the w axis, where 0 and 180 degrees are one.
    truth: ([tanh]) => {
      const { weight = [], bias = [] } = tanh?.series ?? {};
      return median(Array.from(weight, (w, k) => degrees(w, bias[k] as number)));
    },
    within: [0.02, 0.06],
  },
  sides: {
    truth: ([run]) => {
      const { output = [], along = [] } = run?.series ?? {};
      const times = Array.from(along, (w, k) => timeAcross(w, output[k] as number));
      return Math.max(...times.filter((time) => !Number.isNaN(time)));
    },
  },
  start: {
    solution: ({ steps }) =>
      Array.from({ length: 60 }, (_, k) => ({
        deviation: Number((0.00008 * Number(steps) * 1.05 ** k).toPrecision(3)),
      })),
  },
  alone: {
    solution: () => [{ activation: "xTanh" }, { activation: "x2Tanh" }],
  },
  why: {
    rubric: [
      {
        points: 2,
        says: "With p = 1 all neurons grow at one exponential rate, so that all have turned by the time that any of them counts.",
      },
      {
        points: 2,
        says: "With p of 2 or more a neuron grows the faster the larger it is: one escapes while the others have hardly moved. Or, of sigmoid and softplus, output weights learn the mean first.",
      },
      {
        points: 1,
        says: "Two numbers of their own, such as the shares of neurons on lines in the fourth task, with tanh and without.",
      },
    ],
  },
};

/** The angle of a line through (w, b), from 0 to 180 degrees. */
function degrees(w: number, b: number): number {
  return ((Math.atan2(b, w) * 180) / Math.PI + 180) % 180;
}

/** When w∥ cosh κt + a sinh κt passes zero; NaN for a neuron that stays on its side. */
function timeAcross(along: number, output: number): number {
  return along * (output + along) < 0 ? Math.atanh(-along / output) : Number.NaN;
}
