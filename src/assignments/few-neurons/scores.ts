/** How the tasks on the neurons that do the work are scored, and what solves them. Loaded by grading and guides alone. */
import type { Outcome, Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  share: {
    truth: ([run]) => {
      const { effectiveNeurons = Number.NaN, test = Number.NaN } = run?.quantities ?? {};
      if (test >= 0.01) return "missed";
      return effectiveNeurons < 6 ? "few" : "many";
    },
  },
  enough: {
    // So many samples per weight, then up and down by 5 % at a time.
    solution: ({ inputs, width }) => {
      const middle = 0.28 * (Number(inputs) + 1) * Number(width);
      return [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6].map((k) => ({
        samples: Math.round(middle * 1.05 ** k),
      }));
    },
  },
  leaving: { truth: ([run]) => timeOfHalf(run) },
  never: { solution: () => [2, 3].map((inputs) => ({ inputs })) },
  why: {
    rubric: [
      {
        points: 2,
        says: "A path norm of 6 means neurons that cancel each other on the samples, and need not elsewhere; the target has 1. So the network with 1 is trusted.",
      },
      {
        points: 2,
        says: "With more weights than samples, random features soon almost fit the sample: what is left of the error is too small to turn neurons, so that none escapes.",
      },
      {
        points: 1,
        says: "Two numbers of their own bear that out, such as a test error of the first task and the border of the second.",
      },
    ],
  },
};

/** When the risk is first half of the twin's: between two looks, the logarithm of their ratio is taken as a straight line. */
function timeOfHalf(run: Outcome[number] | undefined): number {
  const { time = [], risk = [], twinRisk = [] } = run?.series ?? {};
  const above = Array.from(risk, (each, k) => Math.log((2 * each) / (twinRisk[k] as number)));
  const after = above.findIndex((each) => each <= 0);
  if (after < 1) return Number.NaN;
  const [t0, t1] = [time[after - 1] as number, time[after] as number];
  const [from, to] = [above[after - 1] as number, above[after] as number];
  return t0 + ((t1 - t0) * from) / (from - to);
}
