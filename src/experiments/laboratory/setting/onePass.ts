/** A network that meets each example once, its neurons on the unit sphere, as the article on time-scales has it. Float64. */
import type { Network } from "../../../engine/network.ts";
import { empiricalRisk, PLAIN_RULE } from "../../../engine/reference.ts";
import { hermiteSum } from "../../../math/hermite.ts";
import { startDirections } from "../../startDirections.ts";
import { descending, networkOf } from "../../time-scales/real-network/descent.ts";
import { ALL_ONES, componentsOf } from "../../time-scales/setting/parameters.ts";
import { startReadouts } from "../../time-scales/setting/readouts.ts";
import { examplesFor, targetOf } from "./data.ts";
import type { Setup } from "./setup.ts";
import type { AnyNetwork, Underway } from "./underway.ts";

/** σ = h₀ + h₁ + h₂ + h₃. */
const { activation: ACTIVATION } = componentsOf(ALL_ONES);

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
  const activation = (z: number) => hermiteSum(ACTIVATION, z);
  return {
    setup,
    seed,
    sample: test,
    test,
    start: networkOf(startReadouts("spread", width, seed), startDirections(width, inputs, seed)),
    outputFactor: 1 / width,
    activation,
    outputs: (network, { sampleSize, inputs: rows }) =>
      Float64Array.from({ length: sampleSize }, (_, i) => outputAt(network, rows, i, activation)),
    riskOf: (f, targets) => empiricalRisk(f, targets, PLAIN_RULE),
    descend: descending({ target, activation: ACTIVATION, epsilon }, rate, seed),
  };
}

/** f(xᵢ) = 1/m Σ a σ(w·xᵢ). */
function outputAt(
  { width, inputDimension, inputWeights, outputWeights }: AnyNetwork,
  rows: Float32Array,
  i: number,
  activation: (z: number) => number,
): number {
  let sum = 0;
  for (let k = 0; k < width; k++) {
    let z = 0;
    for (let j = 0; j < inputDimension; j++)
      z += (rows[i * inputDimension + j] as number) * (inputWeights[j * width + k] as number);
    sum += (outputWeights[k] as number) * activation(z);
  }
  return sum / width;
}
