/** How the claims of a list came out, counted: verdicts, how findings stand to the papers, and what fresh seeds said. */
import { type Claim, STANCES, type Stance } from "./claim.ts";
import type { Verdict } from "./judge.ts";

/** A claim with what its records say. */
export interface Checked {
  readonly claim: Pick<Claim, "stance">;
  readonly verdict: Verdict;
  /** Verdicts on sets of seeds that nobody had looked at. */
  readonly onFresh: readonly Verdict[];
}

export interface Tally {
  readonly claims: number;
  readonly verdicts: Readonly<Record<Exclude<Verdict, "not run">, number>>;
  readonly stances: Readonly<Record<Stance, number>>;
  /** Sets of fresh seeds, and on how many of them the claim was supported. */
  readonly fresh: { readonly sets: number; readonly held: number };
}

export function tallyOf(checked: readonly Checked[]): Tally {
  const count = (is: (each: Checked) => boolean) => checked.filter(is).length;
  const onFresh = checked.flatMap((each) => each.onFresh);
  const withVerdict = (wanted: Verdict) => count(({ verdict }) => verdict === wanted);
  return {
    claims: checked.length,
    verdicts: {
      supported: withVerdict("supported"),
      refuted: withVerdict("refuted"),
      inconclusive: withVerdict("inconclusive"),
    },
    stances: Object.fromEntries(
      STANCES.map((stance) => [stance, count(({ claim }) => claim.stance === stance)]),
    ) as Record<Stance, number>,
    fresh: {
      sets: onFresh.length,
      held: onFresh.filter((verdict) => verdict === "supported").length,
    },
  };
}
