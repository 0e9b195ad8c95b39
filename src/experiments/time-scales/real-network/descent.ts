/** A network that sees each example once, and the examples that it meets, by seed and number. */
import { onePass } from "../../../engine/kernels/wasm/onePass.ts";
import type { Network } from "../../../engine/network.ts";
import type { Examples } from "../../../engine/onePass.ts";
import { hermitePolynomial } from "../../../math/hermite.ts";
import { type Polynomial, valueAt } from "../../../math/polynomial.ts";
import { normal, type Stream, stream } from "../../../math/random.ts";
import { transposed } from "../../../math/rows.ts";
import type { ReducedFlow } from "../../../theory/time-scales/reducedFlow.ts";

/** The network with these readouts and directions. */
export function networkOf(readouts: Float64Array, directions: Float64Array): Network<Float64Array> {
  const width = readouts.length;
  return {
    width,
    inputDimension: directions.length / width,
    outputWeights: readouts,
    inputWeights: transposed(directions, width),
  };
}

/** Readouts, then overlaps with the first axis, as a state of the reduced flow. */
export function overlapsIn({
  width,
  outputWeights,
  inputWeights,
}: Network<Float32Array | Float64Array>): Float64Array {
  const state = new Float64Array(2 * width);
  state.set(outputWeights);
  state.set(inputWeights.subarray(0, width), width);
  return state;
}

/** From which example to which, counted from 0. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Gaussian inputs and the target's values, which depend on the first input alone. */
function examplesIn(
  source: Stream,
  target: Polynomial,
  inputDimension: number,
  { from, to }: Span,
): Examples {
  const inputs = new Float64Array((to - from) * inputDimension);
  for (let k = 0; k < inputs.length; k++) inputs[k] = normal(source, from * inputDimension + k);
  return {
    inputs,
    targets: Float64Array.from({ length: to - from }, (_, k) =>
      valueAt(target, inputs[k * inputDimension] as number),
    ),
  };
}

/** Examples that are drawn together. */
const MOST_AT_ONCE = 1000;

/** What examples of a seed do to a network, at a step η each and η/ε for readouts, so that time is η times their number. */
export function descending({ target, activation, epsilon }: ReducedFlow, rate: number, seed: number) {
  const source = stream(seed, "examples");
  const toTarget = hermitePolynomial(target);
  const rule = {
    activation: hermitePolynomial(activation),
    inputStep: rate,
    outputStep: rate / epsilon,
  };
  return (network: Network<Float64Array>, { from, to }: Span): Network<Float64Array> => {
    let now = network;
    for (let next = from; next < to; next += MOST_AT_ONCE) {
      const span = { from: next, to: Math.min(to, next + MOST_AT_ONCE) };
      now = onePass(now, examplesIn(source, toTarget, network.inputDimension, span), rule);
    }
    return now;
  };
}
