/**
 * The risk of a ReLU network on a target of ReLU neurons over all Gaussian inputs, without a sample:
 *
 *     R = E (f − f*)² = Σᵢⱼ sᵢsⱼ κ(bᵢ, bⱼ) − 2 Σᵢₖ sᵢwₖ κ(bᵢ, cₖ) + Σₖₗ wₖwₗ κ(cₖ, cₗ)
 *
 * with the output weights s of the network and w of the target.
 */
import { arcCosine } from "./arcCosine.ts";
import { innerProduct, lengthsOf, type Neurons, together } from "./neurons.ts";

/** R, at a cost of O((m + K)² d); yields after each neuron, for wide networks. */
export function* populationRiskInPieces(network: Neurons, target: Neurons): Generator<void, number> {
  const opposite = { ...target, weights: target.weights.map((weight) => -weight) };
  const all = together(network, opposite);
  const { weights } = all;
  const lengths = lengthsOf(all);
  let risk = 0;
  for (let i = 0; i < weights.length; i++) {
    const length = lengths[i] as number;
    let sum = 0.25 * (weights[i] as number) * length * length;
    for (let j = 0; j < i; j++) {
      const weight = weights[j] as number;
      if (weight === 0) continue;
      const inner = innerProduct(all, i, j);
      sum += weight * arcCosine(inner, length, lengths[j] as number);
    }
    risk += 2 * (weights[i] as number) * sum;
    yield;
  }
  return risk;
}

/** R at once. */
export function populationRisk(network: Neurons, target: Neurons): number {
  const work = populationRiskInPieces(network, target);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}
