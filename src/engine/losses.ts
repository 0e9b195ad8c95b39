/** Loss of one example and its pull on the output, ∂ℓ/∂f. The risk is their mean over a sample. */

export const LOSSES = ["squared", "hinge"] as const;
export type LossName = (typeof LOSSES)[number];

export interface Loss {
  /** ℓ(f, y). */
  readonly value: (output: number, target: number, margin: number) => number;
  /** ∂ℓ/∂f. */
  readonly pull: (output: number, target: number, margin: number) => number;
}

export const losses: Readonly<Record<LossName, Loss>> = {
  /** (f − y)²/2; the margin plays no part. */
  squared: { value: (f, y) => 0.5 * (f - y) * (f - y), pull: (f, y) => f - y },
  /** Linear hinge, max(0, h − y f) with the margin h: an example with y f ≥ h is satisfied and pulls no more. */
  hinge: {
    value: (f, y, margin) => Math.max(0, margin - y * f),
    pull: (f, y, margin) => (y * f < margin ? -y : 0),
  },
};
