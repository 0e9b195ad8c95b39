/** What several drawings of the experiments on initial condensation show alike. */
import { line, type PlotOptions } from "@observablehq/plot";
import { cos, sin } from "../../../math/elementary.ts";
import { inWords } from "../../../plots/numbers.ts";

/** The colour for a sign of the output weight, and for what attracts neurons of that sign. */
export const SIGN_COLOUR = { positive: "var(--positive)", negative: "var(--negative)" } as const;

/** Points on the unit circle, from (1, 0) back to it. */
export const CIRCLE = Array.from({ length: 97 }, (_, k) => {
  const angle = (k * Math.PI) / 48;
  return { x: cos(angle), y: sin(angle) };
});

/** The unit circle as a line. */
export function unitCircle(colour: string) {
  return line(CIRCLE, { x: "x", y: "y", stroke: colour });
}

/** The axis of numbers of lines, wide enough for these. */
export function linesAxis(counts: readonly number[]): NonNullable<PlotOptions["x"]> {
  const widest = Math.max(7, ...counts);
  return {
    label: "lines →",
    domain: [-0.5, widest + 0.5],
    ticks: Array.from({ length: widest + 1 }, (_, k) => k),
    tickFormat: String,
  };
}

/** "no line", "1 line", "3 lines". */
export function linesInWords(count: number): string {
  return `${count === 0 ? "no" : count} line${count < 2 ? "" : "s"}`;
}

/** A share as "96 %". */
export function percent(share: number | undefined): string {
  return `${inWords(share === undefined ? undefined : 100 * share, 2)} %`;
}

/** "after 1 step", "after 1,021 steps". */
export function afterSteps(step: number): string {
  return `after ${step.toLocaleString("en")} step${step === 1 ? "" : "s"}`;
}
