/** What the claims about the phase diagram have in common. */

/** Seeds of every claim. */
export const SEEDS: readonly number[] = [1, 2, 3];

/** The interval value ± share of it. */
export function around(value: number, share: number): { minimum: number; maximum: number } {
  const round = (bound: number) => Number(bound.toPrecision(6));
  return { minimum: round(value * (1 - share)), maximum: round(value * (1 + share)) };
}

/** A control in another regime, where the effect must not appear. */
export const otherRegime = (gamma: number, name: string) => ({
  parameters: { gamma },
  why: `In the ${name} (γ = ${gamma}) the neurons spread differently; the interval must not fit there.`,
});
