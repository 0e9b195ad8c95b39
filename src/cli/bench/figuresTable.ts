/** What the frames of figures cost, in numbers and as a table. Watches nothing. */
import { mean, median } from "../../math/statistics.ts";
import { type FrameCost, KINDS, type Kind, totalOf } from "./frames.ts";
import { aligned } from "./table.ts";

/** A figure that was watched. */
export interface Watched {
  /** "<paper>/<figure>" */
  readonly figure: string;
  /** How the watching ended: with the run, at its time, or with a run that failed. */
  readonly end: "finished" | "cut" | "failed";
  /** Of each frame, in their order. */
  readonly costs: readonly FrameCost[];
}

/** An entry of the list that `--json` writes: milliseconds of the processor, on the main thread. */
export interface FigureCost {
  readonly figure: string;
  readonly frames: number;
  readonly end: Watched["end"];
  /** Of the frames: the middle one, and the one that nine of ten cost no more than; null without a frame. */
  readonly median: number | null;
  readonly ninetieth: number | null;
  /** What a frame spends on each, on average; together more than the median where a few frames cost much. */
  readonly means: { readonly [kind in Kind]: number } | null;
}

export function costOf({ figure, end, costs }: Watched): FigureCost {
  const totals = costs.map(totalOf).toSorted((one, other) => one - other);
  if (totals.length === 0) return { figure, frames: 0, end, median: null, ninetieth: null, means: null };
  return {
    figure,
    frames: totals.length,
    end,
    median: median(totals),
    ninetieth: totals[Math.ceil(0.9 * totals.length) - 1] as number,
    means: Object.fromEntries(KINDS.map((kind) => [kind, mean(costs.map((cost) => cost[kind]))])) as {
      [kind in Kind]: number;
    },
  };
}

const HEADINGS = ["figure", "run", "frames", "median", "90 %", ...KINDS];
/** Columns of numbers, flush right. */
const FIRST_NUMBER = 2;

/** A row a figure, the dearest first. */
export function figuresTable(costs: readonly FigureCost[]): string {
  const rows = costs
    .toSorted((one, other) => (other.median ?? 0) - (one.median ?? 0))
    .map(({ figure, end, frames, median: middle, ninetieth, means }) => [
      figure,
      end,
      String(frames),
      ...[middle, ninetieth, ...KINDS.map((kind) => means?.[kind] ?? null)].map((value) =>
        value === null ? "—" : value.toFixed(2),
      ),
    ]);
  return aligned([HEADINGS, ...rows], FIRST_NUMBER);
}
