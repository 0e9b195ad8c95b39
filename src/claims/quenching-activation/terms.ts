/** What the claims about quenching and activation have in common. */

/** Seeds of every claim; intervals were written after looking at seeds from 101 on. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5];

/** The scaling under which neurons do not compete. */
export const MEAN_FIELD = {
  instead: { scaling: "mean-field" },
  why: "Under mean-field scaling all neurons turn to the target at once: a test that accepts it sees no activation.",
} as const;
