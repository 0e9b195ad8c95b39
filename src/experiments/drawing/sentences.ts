/** What drawings say alike: sentences on one case, on each or on all of them, and how far a run is. */
import type { Meta, SeriesOf } from "../experiment.ts";
import { type Known, knownAmong, type ResultOf, resultOf, type Shown } from "./drawing.ts";

/** What a drawing says of its cases. */
type Words<M extends Meta> = (shown: readonly Shown<M>[]) => string;
/** What it says of one that has a result. */
type Tell<M extends Meta> = (result: ResultOf<M>, shown: Shown<M>) => string;

/** One sentence per case, after its label if it has one: `tell` of its result, or that the case is not run yet. */
export function sentencePerCase<M extends Meta>(tell: Tell<M>): Words<M> {
  const sentenceOf = (each: Shown<M>) => {
    const result = resultOf(each);
    const sentence = result ? tell(result, each) : "not run yet.";
    return each.label ? `${each.label}: ${sentence}` : sentence.charAt(0).toUpperCase() + sentence.slice(1);
  };
  return (shown) => shown.map(sentenceOf).join(" ");
}

/** A sentence on the only case of a figure, or that it is not run yet. */
export function sentenceOfOne<M extends Meta>(tell: Tell<M>): Words<M> {
  return ([shown]) => {
    const result = shown ? resultOf(shown) : null;
    return shown && result ? tell(result, shown) : "Not run yet.";
  };
}

/** How many numbers of a list are known, where NaN stands for what is not yet: "32 of 405". A list that grows has `all` in the end. */
export function knownOf(
  values: ArrayLike<number> = [],
  all = values.length,
): { readonly isAll: boolean; readonly words: string } {
  let known = 0;
  for (let k = 0; k < values.length; k++) if (Number.isFinite(values[k])) known++;
  return { isAll: known > 0 && known === all, words: `${known} of ${all}` };
}

/**
 * Progress of the run of a sweep: how many networks of the only case are trained, by a series that has a number of each.
 * `all` is how many there will be, where the series has only those that are trained.
 */
export function networksDone<M extends Meta>(
  [shown]: readonly Shown<M>[],
  series: SeriesOf<M>,
  all?: number,
): string {
  return shown?.now ? `${knownOf(shown.now.series[series], all).words} networks` : "";
}

/**
 * One sentence on all cases that have a result, and which ones have none: `tell` of the first, and of the steps that they
 * have made, "200" or "150 to 200".
 */
export function sentenceOnAll<M extends Meta>(
  tell: (known: readonly Known<M>[], steps: string) => string,
): Words<M> {
  return (shown) => {
    const known = knownAmong(shown);
    if (known.length === 0) return "Not run yet.";
    const steps = known.map(({ result }) => result.step);
    const ends = [...new Set([Math.min(...steps), Math.max(...steps)])].map((step) =>
      step.toLocaleString("en"),
    );
    const missing = shown.filter((each) => !resultOf(each)).map(({ label }) => label);
    return (
      tell(known, ends.join(" to ")) + (missing.length > 0 ? ` Not run yet: ${missing.join("; ")}.` : "")
    );
  };
}
