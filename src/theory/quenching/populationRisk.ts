/**
 * The risk of a ReLU network on a target of ReLU neurons over all Gaussian inputs, without a sample:
 *
 *     R = E (f − f*)² = Σᵢⱼ sᵢsⱼ κ(bᵢ, bⱼ) − 2 Σᵢₖ sᵢwₖ κ(bᵢ, cₖ) + Σₖₗ wₖwₗ κ(cₖ, cₗ)
 *
 * with the output weights s of the network and w of the target.
 */
import { arcCosine } from "./arcCosine.ts";
import { innerProduct, lengthsOf, type Neurons, together } from "./neurons.ts";
import { type PairSums, PLAIN_SUMS } from "./pairSums.ts";

/** R, at a cost of O((m + K)² d); yields after each neuron, for wide networks. */
export function* populationRiskInPieces(network: Neurons, target: Neurons): Generator<void, number> {
  const error = errorOf(network, target);
  const lengths = lengthsOf(error);
  return yield* quadraticForm(error, lengths, (i, j) =>
    arcCosine(innerProduct(error, i, j), lengths[i] as number, lengths[j] as number),
  );
}

/** R at once, with the kernel of all neurons in memory. */
export function populationRisk(network: Neurons, target: Neurons, sums: PairSums = PLAIN_SUMS): number {
  const error = errorOf(network, target);
  const count = error.weights.length;
  const kernel = sums.kernelAmong(error);
  const work = quadraticForm(error, lengthsOf(error), (i, j) => kernel[i * count + j] as number);
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** The neurons of f − f*. */
function errorOf(network: Neurons, target: Neurons): Neurons {
  return together(network, { ...target, weights: target.weights.map((weight) => -weight) });
}

/** Σᵢⱼ wᵢwⱼ κ(bᵢ, bⱼ), row by row. */
function* quadraticForm(
  { weights }: Neurons,
  lengths: Float64Array,
  kernelAt: (i: number, j: number) => number,
): Generator<void, number> {
  let form = 0;
  for (let i = 0; i < weights.length; i++) {
    const length = lengths[i] as number;
    let sum = 0.25 * (weights[i] as number) * length * length;
    for (let j = 0; j < i; j++) {
      const weight = weights[j] as number;
      if (weight !== 0) sum += weight * kernelAt(i, j);
    }
    form += 2 * (weights[i] as number) * sum;
    yield;
  }
  return form;
}
