/** Numbers as people write them, and ticks of logarithmic axes. Small formats only. */

import type { Accepted } from "./replicates.ts";

/**
 * A number with `digits` significant digits, as people write it: "0.0088", "−0.51", "3.2 × 10⁻⁷". What is smaller than
 * `floor` in size is said to be so, for numbers that mean nothing below it.
 */
export function inWords(value: number | undefined, digits = 3, floor = 0): string {
  if (value === undefined || !Number.isFinite(value)) return "—";
  if (Math.abs(value) < floor) return `less than ${inWords(floor, 1)}`;
  const magnitude = Math.abs(value);
  if (value !== 0 && (magnitude < 1e-4 || magnitude >= 1e6)) {
    const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
    return `${mantissa} × 10${raised(Number(exponent))}`.replace("-", "−");
  }
  return Number(value.toPrecision(digits)).toString().replace("-", "−");
}

/**
 * How many significant digits of a number show where it lies in an interval: two more than tell its ends apart, at least
 * `least` and at most those of a double.
 */
export function digitsBeside({ minimum, maximum }: Accepted, least = 3): number {
  if (minimum === null || maximum === null || minimum === maximum) return least;
  const size = Math.max(Math.abs(minimum), Math.abs(maximum));
  return Math.min(Math.max(Math.ceil(Math.log10(size / (maximum - minimum))) + 2, least), 15);
}

/** A whole number in raised figures: "⁻⁷". */
function raised(exponent: number): string {
  return [...String(exponent)].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
}

/** A tick: as in words, but powers of ten as "10⁻⁷" where they are not written out, and from 10⁴ on, for want of room. */
export function tickInWords(value: number): string {
  const power = Math.log10(value);
  if (power >= 4 && Number.isInteger(power)) return `10${raised(power)}`;
  return inWords(value, 1).replace(/^1 × /, "");
}

/** Most decades of which each has its tick. */
const MOST_DECADES = 6;

/** Ticks of a logarithmic axis at 1, 2 and 5 times the powers of ten; at the powers alone, or at some of them, where those are many. */
export function logTicks([from, to]: readonly [number, number]): number[] {
  const decades = Math.log10(to / from);
  const multiples = decades > 2.2 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: Math.ceil(decades) + 2 }, (_, k) => Math.floor(Math.log10(from)) + k);
  const every = Math.ceil(decades / MOST_DECADES);
  return powers
    .filter((power) => power % every === 0)
    .flatMap((power) => multiples.map((multiple) => Number(`${multiple}e${power}`)))
    .filter((tick) => tick >= from && tick <= to);
}
