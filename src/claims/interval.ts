/** Which numbers support a claim: closed intervals, perhaps open on a side. */

/** Closed interval; null leaves a side open. */
export interface Interval {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** @throws RangeError where the ends are reversed */
export function between(minimum: number, maximum: number): Interval {
  return sound({ minimum, maximum });
}

export function atLeast(minimum: number): Interval {
  return sound({ minimum, maximum: null });
}

export function atMost(maximum: number): Interval {
  return sound({ minimum: null, maximum });
}

export function exactly(value: number): Interval {
  return between(value, value);
}

/** value ± share of it, its ends rounded to six digits. */
export function around(value: number, share: number): Interval {
  const round = (bound: number) => Number(bound.toPrecision(6));
  const [one, other] = [round(value * (1 - share)), round(value * (1 + share))];
  return between(Math.min(one, other), Math.max(one, other));
}

/** The same interval. @throws RangeError where its ends are reversed, or are no numbers */
export function sound(interval: Interval): Interval {
  const { minimum, maximum } = interval;
  if (![minimum, maximum].every((bound) => bound === null || Number.isFinite(bound)))
    throw new RangeError(`An end of the interval [${minimum}, ${maximum}] is no number.`);
  if (minimum !== null && maximum !== null && minimum > maximum)
    throw new RangeError(
      `The interval [${minimum}, ${maximum}] has its ends reversed: nothing lies in it. Exchange them.`,
    );
  return interval;
}

/** Whether a number lies in an interval, ends included. */
export function inside(value: number, { minimum, maximum }: Interval): boolean {
  return (minimum === null || value >= minimum) && (maximum === null || value <= maximum);
}

/** An interval in words or symbols: "[−0.56, −0.44]", "≥ 35", "≤ 3 × 10⁻¹¹". */
export function intervalInWords({ minimum, maximum }: Interval): string {
  const raised = (power: string) => [...power].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
  const show = (value: number) =>
    String(value)
      .replace(/e\+?(-?\d+)$/, (_, power: string) => ` × 10${raised(power)}`)
      .replace("-", "−");
  if (minimum !== null && maximum !== null) return `[${show(minimum)}, ${show(maximum)}]`;
  if (minimum !== null) return `≥ ${show(minimum)}`;
  return maximum === null ? "any value" : `≤ ${show(maximum)}`;
}
