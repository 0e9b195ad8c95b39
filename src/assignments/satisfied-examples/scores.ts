/** How the tasks on satisfied examples are scored, and what solves them. Loaded by grading and guides alone. */
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
  why: {
    rubric: [
      {
        points: 2,
        says: "Only examples near the plane still pull. Their share and the pull of each shrink alike, so that γ grows like exp(−4γ): the four is that of the quarter.",
      },
      {
        points: 1,
        says: "Flipped examples are never satisfied and pull back with full force, until both pulls balance and γ stops.",
      },
      {
        points: 1,
        says: "γ is one number across the plane; the test error comes from nodes that are turned aside within it.",
      },
      { points: 1, says: "Two numbers of their own bear that out." },
    ],
  },
};
