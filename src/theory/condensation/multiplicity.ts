/**
 * Multiplicity of an activation function (Xu, Zhou, Luo, Zhang, arXiv:2105.11686; "singularity order" in its first
 * version): the order p of its first derivative that does not vanish at 0. It says what a neuron with tiny weights does,
 * σ(z) ≈ σ(0) + c zᵖ. Numbers only.
 */

export interface Multiplicity {
  /** p: σ⁽ᵏ⁾(0) = 0 for k = 1, …, p − 1, and σ⁽ᵖ⁾(0) ≠ 0. */
  readonly order: number;
  /** c = σ⁽ᵖ⁾(0)/p!. */
  readonly coefficient: number;
}

/** By the names of the engine's activations. */
export const MULTIPLICITY = {
  tanh: { order: 1, coefficient: 1 },
  sigmoid: { order: 1, coefficient: 1 / 4 },
  softplus: { order: 1, coefficient: 1 / 2 },
  xTanh: { order: 2, coefficient: 1 },
  x2Tanh: { order: 3, coefficient: 1 },
} as const satisfies Readonly<Record<string, Multiplicity>>;

/** Undefined for ReLU, which has no derivative at 0. */
export function multiplicityOf(activation: string): Multiplicity | undefined {
  return Object.hasOwn(MULTIPLICITY, activation)
    ? MULTIPLICITY[activation as keyof typeof MULTIPLICITY]
    : undefined;
}
