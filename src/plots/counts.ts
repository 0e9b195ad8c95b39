/** Bars over whole numbers: how often each comes up, for a few sets side by side. */
import { type Markish, rectY, ruleY } from "@observablehq/plot";

/** Numbers with the colour of each. */
export interface Counted {
  readonly values: ArrayLike<number>;
  readonly colourOf: (value: number) => string;
}

/** How often each whole number comes up, from 0 on. */
export function frequencies(values: ArrayLike<number>): number[] {
  const counts: number[] = [];
  for (const value of Array.from(values)) {
    while (counts.length <= value) counts.push(0);
    counts[value] = (counts[value] as number) + 1;
  }
  return counts;
}

/** Bars of the sets, side by side about their whole number; they take four fifths of the room. */
export function countBars(sets: readonly Counted[]): Markish[] {
  const width = 0.8 / sets.length;
  const bars = sets.flatMap(({ values, colourOf }, k) =>
    frequencies(values).flatMap((count, value) =>
      count === 0
        ? []
        : [
            {
              from: value - 0.4 + k * width,
              to: value - 0.4 + (k + 1) * width,
              count,
              fill: colourOf(value),
            },
          ],
    ),
  );
  return [
    rectY(bars, { x1: "from", x2: "to", y: "count", fill: "fill", inset: 0.5 }),
    ruleY([0], { stroke: "var(--line-strong)" }),
  ];
}
