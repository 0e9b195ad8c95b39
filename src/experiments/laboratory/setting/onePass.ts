/** A network that meets each example once, its neurons on the unit sphere, as the article on time-scales has it. Float64. */
import type { Network, Sample } from "../../../engine/network.ts";
import { empiricalRisk, PLAIN_RULE } from "../../../engine/reference.ts";
import { hermitePolynomial } from "../../../math/hermite.ts";
import { valueAt } from "../../../math/polynomial.ts";
import { startDirections } from "../../startDirections.ts";
import { descending, networkOf } from "../../time-scales/real-network/descent.ts";
import { ALL_ONES, componentsOf } from "../../time-scales/setting/parameters.ts";
import { startReadouts } from "../../time-scales/setting/readouts.ts";
import { examplesFor, targetOf } from "./data.ts";
import type { Setup } from "./setup.ts";
import type { AnyNetwork, Underway } from "./underway.ts";

/** σ = h₀ + h₁ + h₂ + h₃, and as a polynomial. */
const { activation: ACTIVATION } = componentsOf(ALL_ONES);
const POLYNOMIAL = hermitePolynomial(ACTIVATION);

export interface OnePass extends Underway {
  readonly start: Network<Float64Array>;
  /** The network after the examples of a span, counted from 0. */
  readonly descend: ReturnType<typeof descending>;
}

export function onePassFor(setup: Setup, seed: number): OnePass {
  const { width, inputs, epsilon, rate } = setup;
  const target = targetOf(setup);
  // What is met once is no sample: the network is looked at on examples that it does not meet.
  const { test } = examplesFor(setup, seed);
  if (!test) throw new Error("A function of one direction has examples that are not seen.");
  const activation = (z: number) => valueAt(POLYNOMIAL, z);
  return {
    setup,
    seed,
    sample: test,
    test,
    start: networkOf(startReadouts("spread", width, seed), startDirections(width, inputs, seed)),
    outputFactor: 1 / width,
    activation,
    outputs: (network, sample) => outputsAt(network, sample, activation),
    riskOf: (f, targets) => empiricalRisk(f, targets, PLAIN_RULE),
    descend: descending({ target, activation: ACTIVATION, epsilon }, rate, seed),
  };
}

/** f(xᵢ) = 1/m Σ a σ(w·xᵢ) at every input of a sample. */
function outputsAt(
  { width, inputDimension, inputWeights, outputWeights }: AnyNetwork,
  { sampleSize, inputs }: Sample,
  activation: (z: number) => number,
): Float64Array {
  const z = new Float64Array(width);
  return Float64Array.from({ length: sampleSize }, (_, i) => {
    z.fill(0);
    for (let j = 0; j < inputDimension; j++) {
      const x = inputs[i * inputDimension + j] as number;
      for (let k = 0; k < width; k++) z[k] = (z[k] as number) + x * (inputWeights[j * width + k] as number);
    }
    let sum = 0;
    for (let k = 0; k < width; k++) sum += (outputWeights[k] as number) * activation(z[k] as number);
    return sum / width;
  });
}
