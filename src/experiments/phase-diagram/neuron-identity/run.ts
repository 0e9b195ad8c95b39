/** Runs eq. 77 of the paper: trains one network and measures how far κ′²aₖ² − |wₖ|² of its neurons drifts. */
import type { Network } from "../../../engine/network.ts";
import { firstTimeStep, PLAIN_RULE } from "../../../engine/reference.ts";
import type { Run } from "../../driver/course.ts";
import { type Trained, trained, trainedInFloat64 } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { withTrained } from "../setting/trainedLayers.ts";
import { descentAt, initialNetwork, SAMPLE, trainingBy } from "../setting/training.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const { gamma, gammaPrime, width, trained: layers, refinements, precision } = parameters;
  const start = initialNetwork(width, seed);
  const normalised = descentAt({ gamma, gammaPrime, width });
  const unrefined = withTrained(layers, normalised);
  const timeStep = firstTimeStep(start, SAMPLE, unrefined, PLAIN_RULE) / single(refinements);
  const training = trainingBy({ ...unrefined, timeStep }, start);
  const looks = {
    onlyAtEnd: true,
    measure: ({ network }: Trained<Float32Array | Float64Array>) => ({
      quantities: { drift: identityDrift(network, start, normalised.inputRate) },
    }),
  };
  return precision === "float64" ? trainedInFloat64(training, looks) : trained(training, looks);
};

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
