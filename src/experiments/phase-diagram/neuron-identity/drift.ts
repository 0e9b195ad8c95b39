/** What gradient flow keeps of every neuron, and how far two states of a network are apart in it. */
import type { Network } from "../../../engine/network.ts";

type State = Network<Float32Array | Float64Array>;

/** κ′²aₖ² and |wₖ|² of the k-th neuron. */
function squaresOf(
  { width, inputDimension, inputWeights, outputWeights }: State,
  k: number,
  kappaPrime: number,
) {
  const output = kappaPrime * (outputWeights[k] as number);
  let input = 0;
  for (let j = 0; j < inputDimension; j++) {
    const weight = inputWeights[j * width + k] as number;
    input += weight * weight;
  }
  return { output: output * output, input };
}

/**
 * maxₖ |Δ(κ′²aₖ² − |wₖ|²)| / maxₖ κ′²aₖ², where Δ is the change since the start and the denominator is now's:
 * 0 for gradient flow (paper, eq. 77).
 */
export function identityDrift(now: State, start: State, kappaPrime: number): number {
  let drift = 0;
  let largest = 0;
  for (let k = 0; k < now.width; k++) {
    const [after, before] = [squaresOf(now, k, kappaPrime), squaresOf(start, k, kappaPrime)];
    drift = Math.max(drift, Math.abs(after.output - after.input - (before.output - before.input)));
    largest = Math.max(largest, after.output);
  }
  return drift / largest;
}
