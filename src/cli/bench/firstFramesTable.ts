/** How soon figures show something of settings that are picked, as a table. Measures nothing. */
import { median } from "../../math/statistics.ts";
import { aligned } from "./table.ts";

/** A setting with a name that was pressed. */
export interface FirstFrames {
  /** "<paper>/<figure>" */
  readonly figure: string;
  readonly preset: string;
  /** From each press to the end of the first frame after it that shows something of it. */
  readonly milliseconds: readonly number[];
}

/** An entry of the list that `--json` writes. */
export interface FirstFrame {
  readonly figure: string;
  readonly preset: string;
  /** Milliseconds: the middle one, the least and the greatest. */
  readonly firstFrame: number;
  readonly least: number;
  readonly greatest: number;
}

export function firstFrameOf({ figure, preset, milliseconds }: FirstFrames): FirstFrame {
  return {
    figure,
    preset,
    firstFrame: median(milliseconds),
    least: Math.min(...milliseconds),
    greatest: Math.max(...milliseconds),
  };
}

/** Columns of numbers, flush right. */
const FIRST_NUMBER = 2;

/** A row a setting, in the order of their figures. */
export function firstFramesTable(all: readonly FirstFrame[]): string {
  const rows = all.map(({ figure, preset, firstFrame, least, greatest }) => [
    figure,
    preset,
    ...[firstFrame, least, greatest].map((value) => value.toFixed(0)),
  ]);
  return aligned([["figure", "setting", "first frame", "least", "greatest"], ...rows], FIRST_NUMBER);
}
