/** Runs beside the interval that is accepted, on a short line without an axis: what lies far outside is at its end. */
import type { Accepted } from "./replicates.ts";

/** Places on a line of length 1. */
export interface BesideInterval {
  readonly band: readonly [number, number];
  readonly runs: readonly number[];
  readonly controls: readonly number[];
  /** Whether runs lie beyond each end, and so are on none of the places. */
  readonly beyond: { readonly left: boolean; readonly right: boolean };
}

/**
 * The scale fits the interval and the runs of the claim, with half as much room on either side; it does not stretch for
 * controls, which may be off by powers of ten.
 */
export function besideInterval(
  { minimum, maximum }: Accepted,
  values: readonly number[],
  controlValues: readonly number[],
): BesideInterval {
  const near = [minimum, maximum, ...values].filter((value) => value !== null);
  const [least, greatest] = [Math.min(...near), Math.max(...near)];
  const span = greatest - least || Math.abs(least) || 1;
  const from = (least + greatest) / 2 - span;
  const at = (value: number) => (value - from) / (2 * span);
  const controls = controlValues.map(at);
  return {
    band: [minimum === null ? 0 : at(minimum), maximum === null ? 1 : at(maximum)],
    runs: values.map(at),
    controls: controls.filter((place) => place >= 0 && place <= 1),
    beyond: { left: controls.some((place) => place < 0), right: controls.some((place) => place > 1) },
  };
}
