/** How the tasks on satisfied examples are scored, and what solves them. Loaded by grading alone. */
import { median } from "../../math/statistics.ts";
import type { Scores } from "../assignment.ts";
import type { tasks } from "./tasks.ts";

export const scores: Scores<typeof tasks> = {
  movement: {
    truth: ([run]) => {
      const [movement = Number.NaN] = run?.series.movement ?? [];
      return movement < 0.2 ? "lazy" : movement < 3 ? "between" : "rich";
    },
  },
  long: {
    // γ = ¼ log(32 β √d t / √2π) late, with h = α = 1.
    solution: ({ inputs, rate }) => {
      const duration =
        (Math.exp(4 * 4.5) * Math.sqrt(2 * Math.PI)) / (32 * Number(rate) * Math.sqrt(Number(inputs)));
      return [{ duration: Number(duration.toPrecision(3)) }];
    },
  },
  when: {
    truth: ([run]) => {
      const { size = [], time = [] } = run?.series ?? {};
      const times = Array.from(time, (each) => (each > 0 ? each : Number.POSITIVE_INFINITY));
      return median(times.filter((_, k) => Math.abs((size[k] as number) - 1) < 0.1));
    },
  },
  flipped: { solution: () => [0.1, 0.08, 0.12, 0.06].map((flipped) => ({ flipped })) },
};
