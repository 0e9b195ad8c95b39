/** Logarithmic axes. Where axes end is in domains.ts. */
import { logTicks, tickInWords } from "./numbers.ts";

/** 12000 as "12,000". */
export function grouped(count: number): string {
  return count.toLocaleString("en");
}

/** A logarithmic axis with ticks at 1, 2 and 5 times the powers of ten, or at powers alone. */
export function logAxis(label: string, domain: readonly [number, number]) {
  return { type: "log" as const, label, domain, ticks: logTicks(domain), tickFormat: tickInWords };
}

/** A logarithmic axis of large counts, whose ticks, at 1 and 3 times the powers of ten, have room on a telephone. */
export function countAxis(label: string, domain: readonly [number, number]) {
  const [from, to] = domain;
  const powers = Array.from({ length: 10 }, (_, power) => 10 ** power);
  const ticks = powers.flatMap((power) => [power, 3 * power]).filter((tick) => tick >= from && tick <= to);
  return { type: "log" as const, label, domain, ticks, tickFormat: grouped };
}
