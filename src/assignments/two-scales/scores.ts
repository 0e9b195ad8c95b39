/** How the tasks on the second scale are scored, and what solves them. Loaded by grading and guides alone. */
import type { Outcome, Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  layer: {
    truth: ([run]) => {
      const distance = run?.quantities.relativeDistance ?? Number.NaN;
      return distance < 0.1 ? "little" : distance < 2 ? "some" : "far";
    },
  },
  curve: {
    // Just right of the slanted border γ′ = γ − 1.
    solution: ({ gamma }) =>
      [-0.1, -0.12, -0.08, -0.14, -0.06].map((off) => ({
        gammaPrime: Number((Number(gamma) - 1 + off).toFixed(4)),
      })),
  },
  exponent: {
    truth: (outcome) => (exponentAt(outcome, 1, 0.4) - exponentAt(outcome, 1, 0)) / 0.4,
  },
  spline: {
    // A trough of points, deeper on one side; points on a dome.
    solution: () =>
      [
        [-0.8, 0.8, -0.4, 0.1, 0, -0.1, 0.4, 0.1, 0.8, 0.8],
        [-0.9, 0.19, -0.5, 0.75, 0, 1, 0.5, 0.75, 0.9, 0.19],
      ].map((points) => ({ points })),
  },
  why: {
    rubric: [
      {
        points: 2,
        says: "With a small κ′ output weights grow a lot before input weights have to follow: what every neuron keeps, κ′²a² − |w|², says so.",
      },
      {
        points: 2,
        says: "With a negative γ′ it is the input weights that do the growing. To say that γ′ makes the output larger is no reason.",
      },
      { points: 1, says: "Two numbers of their own: how far input weights moved on both sides." },
    ],
  },
};

/** Of the distance that input weights move, against the width, at a point of the map of two widths. */
function exponentAt([run]: Outcome, gamma: number, gammaPrime: number): number {
  const { series = {} } = run ?? {};
  const [across = [], up = [], [narrow = Number.NaN, wide = Number.NaN] = []] = [
    series.gamma,
    series.gammaPrime,
    series.width,
  ].map((each) => Array.from(each ?? []));
  const place = across.findIndex(
    (x, k) => Math.abs(x - gamma) < 1e-6 && Math.abs((up[k] as number) - gammaPrime) < 1e-6,
  );
  const [from = Number.NaN, to = Number.NaN] = Array.from(series.inputDistance ?? []).slice(
    2 * place,
    2 * place + 2,
  );
  return Math.log(to / from) / Math.log(wide / narrow);
}
