/** One-pass gradient descent by the kernel in assembly/: lays a network out for it, and copies it back. */
import { derivativeOf } from "../../../math/polynomial.ts";
import { type OnePass, onePassReference, squareOf } from "../../onePass.ts";
import { grow, instanceOf } from "./instance.ts";
import { bytes } from "./modules/onePass.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly firstFreeByte: () => number;
  readonly onePass: (...numbers: number[]) => void;
}

const NEURONS_A_BLOCK = 8;
/** Arrays begin at the start of a line of the cache, which holds eight float64. */
const NUMBERS_A_LINE = 8;

let kernel: KernelExports | null | undefined;

/**
 * The steps of `onePassReference`, to the bit: on WebAssembly, or where it has no SIMD by the reference itself.
 * @throws OutOfMemoryError
 */
export const onePass: OnePass = (network, examples, rule) => {
  kernel ??= instanceOf<KernelExports>(bytes);
  if (!kernel) return onePassReference(network, examples, rule);
  return examples.targets.length === 0 ? network : onKernel(kernel, network, examples, rule);
};

function onKernel(
  { memory, firstFreeByte, onePass }: KernelExports,
  ...[network, { inputs, targets }, rule]: Parameters<OnePass>
): ReturnType<OnePass> {
  const { width, inputDimension } = network;
  const neurons = Math.ceil(width / NEURONS_A_BLOCK) * NEURONS_A_BLOCK;
  const steps = targets.length;
  const activation = rule.activation.length > 0 ? rule.activation : [0];
  let end = firstFreeByte() / 8;
  const place = (length: number) => {
    const first = end;
    end += Math.ceil(length / NUMBERS_A_LINE) * NUMBERS_A_LINE;
    return first;
  };
  // In the kernel's order.
  const at = {
    inputWeights: place(neurons * inputDimension),
    outputWeights: place(neurons),
    along: place(neurons),
    lengths: place(neurons),
    sigma: place(neurons),
    keep: place(neurons),
    add: place(neurons),
    activation: place(activation.length),
    slope: place(activation.length),
    inputs: place(steps * inputDimension),
    targets: place(steps),
    squares: place(steps),
  };
  grow(memory, 8 * end);
  const numbers = new Float64Array(memory.buffer);
  // What pads the neurons is computed with and never looked at.
  numbers.fill(0, at.inputWeights, end);
  numbers.fill(1, at.keep, at.keep + neurons);
  numbers.set(network.outputWeights, at.outputWeights);
  numbers.set(activation, at.activation);
  numbers.set(derivativeOf(activation), at.slope);
  numbers.set(inputs, at.inputs);
  numbers.set(targets, at.targets);
  for (let k = 0; k < steps; k++)
    numbers[at.squares + k] = squareOf(inputs.subarray(k * inputDimension, (k + 1) * inputDimension));
  const placeOf = placesOf(at.inputWeights, network);
  network.inputWeights.forEach((weight, index) => {
    numbers[placeOf(index)] = weight;
  });
  onePass(
    ...Object.values(at).map((first) => 8 * first),
    width,
    inputDimension,
    activation.length - 1,
    steps,
    rule.inputStep,
    rule.outputStep,
  );
  return {
    ...network,
    inputWeights: network.inputWeights.map((_, index) => numbers[placeOf(index)] as number),
    outputWeights: numbers.slice(at.outputWeights, at.outputWeights + width),
  };
}

/** From an index in [d, m] to the kernel's [m/8, d, 8]. */
function placesOf(first: number, { width, inputDimension }: Parameters<OnePass>[0]) {
  return (index: number) => {
    const neuron = index % width;
    const input = (index - neuron) / width;
    const inBlock = neuron % NEURONS_A_BLOCK;
    return first + ((neuron - inBlock) * inputDimension + input * NEURONS_A_BLOCK + inBlock);
  };
}
