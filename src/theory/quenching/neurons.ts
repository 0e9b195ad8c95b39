/** ReLU neurons without a bias, a few or many, as the closed forms take them. */
import { dot } from "../../math/vectors.ts";
import { arcCosine } from "./arcCosine.ts";

/** f(x) = Σⱼ weightⱼ σ(bⱼ·x). */
export interface Neurons {
  readonly inputDimension: number;
  /** Output weights with every factor in front of the sum, shape [m]. */
  readonly weights: Float64Array;
  /** b, neuron by neuron, shape [m, d]. */
  readonly inputs: Float64Array;
}

/** Neurons whose output weights do not matter. */
export type Inputs = Pick<Neurons, "inputDimension" | "inputs">;

/** bⱼ, a view. */
export function inputOf({ inputs, inputDimension }: Inputs, j: number): Float64Array {
  return inputs.subarray(j * inputDimension, (j + 1) * inputDimension);
}

/** bᵢ·bⱼ as four sums side by side, which a processor adds up three times as fast as one. */
export function innerProduct({ inputs, inputDimension: d }: Inputs, i: number, j: number): number {
  const one = i * d;
  const other = j * d;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < d; k += 4) {
    s0 += (inputs[one + k] as number) * (inputs[other + k] as number);
    s1 += (inputs[one + k + 1] as number) * (inputs[other + k + 1] as number);
    s2 += (inputs[one + k + 2] as number) * (inputs[other + k + 2] as number);
    s3 += (inputs[one + k + 3] as number) * (inputs[other + k + 3] as number);
  }
  for (; k < d; k++) s0 += (inputs[one + k] as number) * (inputs[other + k] as number);
  return s0 + s1 + (s2 + s3);
}

/** |bⱼ|, shape [m]. */
export function lengthsOf(neurons: Inputs): Float64Array {
  return Float64Array.from({ length: neurons.inputs.length / neurons.inputDimension }, (_, j) => {
    const input = inputOf(neurons, j);
    return Math.sqrt(dot(input, input));
  });
}

/** f + g, the neurons of f first. */
export function together(f: Neurons, g: Neurons): Neurons {
  return {
    inputDimension: f.inputDimension,
    weights: joined(f.weights, g.weights),
    inputs: joined(f.inputs, g.inputs),
  };
}

function joined(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** κ(bⱼ, cₖ), row by row, shape [m, K]. */
export function kernelBetween(b: Inputs, c: Inputs): Float64Array {
  const [lengthsB, lengthsC] = [lengthsOf(b), lengthsOf(c)];
  const columns = lengthsC.length;
  return Float64Array.from({ length: lengthsB.length * columns }, (_, at) => {
    const [j, k] = [Math.floor(at / columns), at % columns];
    return arcCosine(dot(inputOf(b, j), inputOf(c, k)), lengthsB[j] as number, lengthsC[k] as number);
  });
}

/** κ(bᵢ, bⱼ), row by row, shape [m, m]: as `kernelBetween`, at half its cost. */
export function kernelAmong(b: Inputs): Float64Array {
  const lengths = lengthsOf(b);
  const count = lengths.length;
  const kernel = new Float64Array(count * count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j <= i; j++) {
      const value = arcCosine(innerProduct(b, i, j), lengths[i] as number, lengths[j] as number);
      kernel[i * count + j] = kernel[j * count + i] = value;
    }
  return kernel;
}
