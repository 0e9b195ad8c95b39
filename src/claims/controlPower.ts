/** How clearly a control misses the interval of its case, in words: by that, a reader sees how much the test can tell apart. */
import { centreName, type Statistic } from "./claim.ts";
import { type Interval, inside } from "./interval.ts";
import type { CaseOutcome } from "./judge.ts";

/** Enough to tell a number from a bound such as 0.9999. */
const DIGITS = 4;

/** A number outside an interval, and what its distance is counted in. */
export interface Miss {
  readonly value: number;
  /** From the nearest end. */
  readonly distance: number;
  /** Width of the interval, or size of its only end; null where that is 0. */
  readonly unit: { readonly name: "width" | "bound"; readonly size: number } | null;
}

/** How far a number is outside an interval; null where it lies inside. */
export function missOf(value: number, interval: Interval): Miss | null {
  if (inside(value, interval)) return null;
  const { minimum, maximum } = interval;
  const distance = Math.max((minimum ?? value) - value, value - (maximum ?? value));
  const isClosed = minimum !== null && maximum !== null;
  const size = isClosed ? maximum - minimum : Math.abs((minimum ?? maximum) as number);
  return { value, distance, unit: size > 0 ? { name: isClosed ? "width" : "bound", size } : null };
}

/**
 * "0 of 3 runs inside; the nearest, 0.4, misses by 2.1 times the interval’s width." Where some runs are inside, it is their mean
 * or median that has to miss. Empty without runs. `show` writes a number in so many digits.
 */
export function controlPower(
  { expected, control }: Pick<CaseOutcome, "expected" | "control">,
  statistic: Statistic,
  show: (value: number, digits: number) => string,
): string {
  const { values, got } = control;
  if (values.length === 0 || got === null) return "";
  const misses = values.flatMap((value) => missOf(value, expected) ?? []);
  const count = `${values.length - misses.length} of ${values.length} runs inside`;
  const areAllOutside = misses.length === values.length;
  const nearest = areAllOutside
    ? misses.toSorted((a, b) => a.distance - b.distance)[0]
    : missOf(got, expected);
  if (!nearest) return `${count}.`;
  const which = areAllOutside ? "the nearest" : `their ${centreName(statistic)}`;
  return `${count}; ${which}, ${show(nearest.value, DIGITS)}, misses by ${missInWords(nearest, (number) => show(number, 2))}.`;
}

function missInWords({ distance, unit }: Miss, show: (value: number) => string): string {
  if (!unit) return show(distance);
  const whose = unit.name === "width" ? "the interval’s width" : "the bound";
  const [ratio, percent] = [show(distance / unit.size), show((100 * distance) / unit.size)];
  if (ratio === "1") return whose;
  return distance < unit.size ? `${percent} % of ${whose}` : `${ratio} times ${whose}`;
}
