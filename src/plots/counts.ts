/** Bars over whole numbers: how often each comes up, for a few sets side by side. */
import { type Markish, ruleY } from "@observablehq/plot";
import { frequencies } from "../math/statistics.ts";
import { bars } from "./bars.ts";
import { readout } from "./readout.ts";

/** Numbers with the colour of each, and what is to be said of how often one comes up. */
export interface Counted {
  readonly values: ArrayLike<number>;
  readonly colourOf: (value: number) => string;
  readonly wordsOf: (count: number, value: number) => string;
}

/** Bars of the sets, side by side about their whole number; they take four fifths of the room. */
export function countBars(sets: readonly Counted[]): Markish[] {
  const width = 0.8 / sets.length;
  const all = sets.flatMap(({ values, colourOf, wordsOf }, k) =>
    frequencies(values).flatMap((height, value) => {
      const from = value - 0.4 + k * width;
      const words = wordsOf(height, value);
      return height === 0 ? [] : [{ from, to: from + width, height, colour: colourOf(value), words }];
    }),
  );
  return [
    ...[...new Set(all.map(({ colour }) => colour))].map((colour) =>
      bars(
        all.filter((bar) => bar.colour === colour),
        colour,
      ),
    ),
    ruleY([0], { stroke: "var(--line-strong)" }),
    readout(() =>
      all
        .map(({ from, to, height, words }) => ({ x: (from + to) / 2, y: height, words }))
        .toSorted((one, other) => one.x - other.x),
    ),
  ];
}
