/**
 * A network of the phase diagram in a form in which float32 resolves any change, however small: the change of the input
 * weights is stored separately from their start. The same descent, in other variables.
 *
 * The network sees every input twice, as x and as εx: f = κ Σ a σ(w·x + u·εx), with u = 0 at the start. A step of
 * gradient descent moves w + εu by 1 + ε² times what it would move w alone, so with the rate of the input weights
 * divided by 1 + ε² it is the step of the plain network. Of that step w takes the share 1/(1 + ε²), 6e-8, and u the
 * rest; and u, which begins at zero, has all of float32's digits for it, while w would lose what is below 1e-7.
 *
 * Neurons that no point of the sample activates never move, and are left out: about a third of them.
 */
import type { Network, Sample } from "../../../engine/network.ts";
import type { Descent } from "../../../engine/reference.ts";
import { dot, squaredDistance } from "../../../math/vectors.ts";
import { activeNeurons } from "../setting/neurons.ts";
import { ABSCISSAE, SAMPLE } from "../setting/training.ts";

/** ε: a power of two, by which float32 multiplies without rounding. */
export const AMPLIFICATION = 4096;

/** The four points, each input twice: (x, 1, εx, ε). */
export const SAMPLE_APART: Sample = {
  ...SAMPLE,
  inputDimension: 2 * SAMPLE.inputDimension,
  inputs: Float32Array.from(
    ABSCISSAE.flatMap((_, i) => {
      const input = [...SAMPLE.inputs.subarray(2 * i, 2 * i + 2)];
      return [...input, ...input.map((x) => AMPLIFICATION * x)];
    }),
  ),
};

/** The descent of a plain network in these variables. */
export function descentApart(descent: Descent): Descent {
  return { ...descent, inputRate: descent.inputRate / (1 + AMPLIFICATION * AMPLIFICATION) };
}

/** The neurons of a network that some point of the sample activates, with u = 0. */
export function startApart(plain: Network): Network {
  const { width, inputWeights, outputWeights } = plain;
  const awake = activeNeurons(plain).flatMap((isActive, k) => (isActive ? [k] : []));
  const from = (values: Float32Array) => Float32Array.from(awake, (k) => values[k] as number);
  const apart = new Float32Array(4 * awake.length);
  apart.set(from(inputWeights.subarray(0, width)));
  apart.set(from(inputWeights.subarray(width)), awake.length);
  return {
    width: awake.length,
    inputDimension: SAMPLE_APART.inputDimension,
    inputWeights: apart,
    outputWeights: from(outputWeights),
  };
}

/** Relative distances ‖θ − θ(0)‖/‖θ(0)‖. */
export type Distances = {
  /** Of the input weights, RD(θ_w). */
  readonly inputDistance: number;
  /** Of the output weights, RD(θ_a). */
  readonly outputDistance: number;
  /** Of both together, in the units of the normalised model. */
  readonly weightDistance: number;
};

/** How far the weights are from their start; `start` is where `now` began, `plain` the whole network that it stands for. */
export function distancesApart(now: Network, start: Network, plain: Network): Distances {
  const size = 2 * start.width;
  let inputs = 0;
  for (let k = 0; k < size; k++) {
    const change =
      (now.inputWeights[k] as number) -
      (start.inputWeights[k] as number) +
      AMPLIFICATION * (now.inputWeights[size + k] as number);
    inputs += change * change;
  }
  const outputs = squaredDistance(now.outputWeights, start.outputWeights);
  const inputNorm = dot(plain.inputWeights, plain.inputWeights);
  const outputNorm = dot(plain.outputWeights, plain.outputWeights);
  return {
    inputDistance: Math.sqrt(inputs / inputNorm),
    outputDistance: Math.sqrt(outputs / outputNorm),
    weightDistance: Math.sqrt((inputs + outputs) / (inputNorm + outputNorm)),
  };
}
