/** What the claims about the phase diagram have in common. */

/** Seeds of every claim. */
export const SEEDS: readonly number[] = [1, 2, 3];

/** A control in another regime, where the effect must not appear. */
export const otherRegime = (gamma: number, name: string) => ({
  instead: { gamma },
  why: `In the ${name} (γ = ${gamma}) the neurons spread differently; the interval must not fit there.`,
});
