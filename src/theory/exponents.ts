/**
 * How far the weights of a wide two-layer ReLU network travel, RD ~ m^S, over the whole phase diagram. The paper
 * proves bounds and measures; these formulas were derived for this site, from scaling arguments. Nothing is trained here.
 */

/** S as a function of (γ, γ′). */
export type Exponent = (gamma: number, gammaPrime: number) => number;

/**
 * S_w, the exponent of the relative distance of the input weights: continuous, linear in each of five regions, and zero
 * on the boundary of the phase diagram.
 *
 *     γ′ ≤ 0:  γ−1           for γ ≤ 1−γ′        (γ−1−γ′)/2    beyond
 *     γ′ ≥ 0:  γ−1−2γ′       for γ ≤ 1           2(γ−1−γ′)     for 1 ≤ γ ≤ 1+γ′       (γ−1−γ′)/2    beyond
 */
export const inputExponent: Exponent = (gamma, gammaPrime) => {
  const balanced = (gamma - 1 - gammaPrime) / 2;
  if (gammaPrime <= 0) return gamma <= 1 - gammaPrime ? gamma - 1 : balanced;
  if (gamma <= 1) return gamma - 1 - 2 * gammaPrime;
  return gamma <= 1 + gammaPrime ? 2 * (gamma - 1 - gammaPrime) : balanced;
};

/** S_a, that of the output weights: exchanging the layers turns γ′ into −γ′. */
export const outputExponent: Exponent = (gamma, gammaPrime) => inputExponent(gamma, -gammaPrime);

/** S_θ, that of all weights of the normalised model together: the layer that goes farther decides. */
export const weightExponent: Exponent = (gamma, gammaPrime) =>
  Math.max(inputExponent(gamma, gammaPrime), outputExponent(gamma, gammaPrime));
