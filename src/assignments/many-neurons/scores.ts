/** How the tasks on what width does are scored, and what solves them. Loaded by grading and guides alone. */
import type { Outcome, Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  closer: {
    truth: ([usual]) => {
      const [narrow = Number.NaN, wide = Number.NaN] = usual?.series.gap ?? [];
      const factor = narrow / wide;
      return factor < 2.8 ? "little" : factor <= 20 ? "some" : "far";
    },
  },
  resonance: {
    // The peak is where there are as many neurons as samples; how high it is, is luck.
    solution: () =>
      [20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 25, 30, 35, 40].map((samples) => ({
        samples,
        widths: [3, samples, Math.min(320, 10 * samples)],
      })),
  },
  slowly: { truth: ([equal]) => doubledAt(equal) },
  fitted: { solution: () => [150, 120, 180].map((width) => ({ width })) },
  why: {
    rubric: [
      { points: 1, says: "Some tens of neurons at most, trained until the training error is small." },
      { points: 1, says: "At m = 5 the network can find the neuron, and its twin has too few features." },
      {
        points: 1,
        says: "At m = 200 the twin is at its worst if it is trained for ever, which takes longer than anybody waits; the network has no such peak.",
      },
      {
        points: 1,
        says: "At m = 2000 both are the same: they fit every sample, and have an error on new inputs that no training removes.",
      },
      { points: 1, says: "Two numbers of their own bear that out." },
    ],
  },
};

/** log₁₀ of the time at which the error is first twice its least: between two times, its logarithm is taken as a straight line. */
function doubledAt(run: Outcome[number] | undefined): number {
  const { logTime = [], test = [] } = run?.series ?? {};
  const errors = Array.from(test);
  const least = Math.min(...errors);
  const above = errors.map((each) => Math.log(each / (2 * least)));
  const after = above.findIndex((each, k) => k > errors.indexOf(least) && each >= 0);
  if (after < 1) return Number.NaN;
  const [from, to] = [above[after - 1] as number, above[after] as number];
  const [t0, t1] = [logTime[after - 1] as number, logTime[after] as number];
  return t0 + ((t1 - t0) * from) / (from - to);
}
