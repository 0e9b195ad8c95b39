/**
 * Sums over all pairs of ReLU neurons on Gaussian inputs, in WebAssembly and float64: the arc-cosine kernel κ, which
 * src/theory/quenching/ defines and computes in plain TypeScript with the same bits. The kernel has a memory of its own.
 *
 * There is none for WebGPU: WGSL has no float64. Its float32 ends at 10⁻⁷ of the risk's terms, of the order 1, while flows
 * are followed down to risks of 10⁻⁶ and below, and steps are judged by errors of 10⁻⁵; and a flow is a chain of a thousand
 * right sides of a millisecond each, with a choice of the next step by the processor between them.
 */
import { grow, instanceOf } from "./instance.ts";
import { bytes } from "./modules/pairs.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly firstFreeByte: () => number;
  readonly kernelAmong: (...numbers: number[]) => void;
  readonly kernelGradient: (...numbers: number[]) => void;
}

/** Neurons bⱼ, shape [count, d], with their output weights where the sum has them. */
interface Inputs {
  readonly inputDimension: number;
  readonly inputs: Float64Array;
}
interface Weighted extends Inputs {
  readonly weights: Float64Array;
}

/** The sums over pairs. */
export interface PairSums {
  /** κ(bᵢ, bⱼ), row by row, shape [count, count]. @throws OutOfMemoryError */
  readonly kernelAmong: (neurons: Inputs) => Float64Array;
  /** Σᵢ wᵢ ∇κ(bⱼ, bᵢ) of the first `width` neurons, over all of them, shape [width, d]. @throws OutOfMemoryError */
  readonly kernelGradient: (neurons: Weighted, width: number) => Float64Array;
}

/** Rows come in blocks of four, of shares and of inputs. */
const BLOCK = 4;
const whole = (count: number) => Math.ceil(count / BLOCK) * BLOCK;

/** Compiles the kernel; null where the engine has no WebAssembly SIMD. */
export function pairSums(): PairSums | null {
  const kernel = instanceOf<KernelExports>(bytes);
  if (!kernel) return null;
  return {
    kernelAmong: (neurons) => kernelAmong(kernel, neurons),
    kernelGradient: (neurons, width) => kernelGradient(kernel, neurons, width),
  };
}

function kernelAmong(kernel: KernelExports, neurons: Inputs): Float64Array {
  const { count, d, stride } = sizesOf(neurons);
  const { memory, at } = laidOut(kernel, {
    b: count * stride,
    lengths: whole(count + 1),
    kernel: count * count,
    scratch: 3 * (count + BLOCK),
  });
  writeRows(memory, at.b, neurons);
  kernel.kernelAmong(...addresses(at), count, d, stride);
  return memory.slice(at.kernel, at.kernel + count * count);
}

function kernelGradient(kernel: KernelExports, neurons: Weighted, width: number): Float64Array {
  const { count, d, stride } = sizesOf(neurons);
  const { memory, at } = laidOut(kernel, {
    b: count * stride,
    weights: whole(count + 1),
    lengths: whole(count + 1),
    along: whole(count + 1),
    shares: whole(width) * count,
    sums: whole(width) * stride,
    scratch: 3 * (count + BLOCK),
  });
  writeRows(memory, at.b, neurons);
  memory.set(neurons.weights, at.weights);
  memory.fill(0, at.along, at.sums);
  kernel.kernelGradient(...addresses(at), count, width, d, stride);
  const sums = new Float64Array(width * d);
  for (let j = 0; j < width; j++)
    sums.set(memory.subarray(at.sums + j * stride, at.sums + j * stride + d), j * d);
  return sums;
}

function sizesOf({ inputs, inputDimension: d }: Inputs) {
  return { count: inputs.length / d, d, stride: whole(d) };
}

/** Places for arrays of these lengths, one after the other, in units of float64, and the memory that holds them. */
function laidOut<Name extends string>(kernel: KernelExports, lengths: Record<Name, number>) {
  const at = {} as Record<Name, number>;
  let end = kernel.firstFreeByte() / 8;
  for (const name of Object.keys(lengths) as Name[]) {
    at[name] = end;
    end += whole(lengths[name]);
  }
  grow(kernel.memory, 8 * end);
  return { memory: new Float64Array(kernel.memory.buffer), at };
}

/** In bytes, in the order of the arrays. */
function addresses(at: Record<string, number>): number[] {
  return Object.values(at).map((place) => 8 * place);
}

/** Copies b into rows that are padded with zeros. */
function writeRows(memory: Float64Array, at: number, neurons: Inputs): void {
  const { count, d, stride } = sizesOf(neurons);
  if (stride > d) memory.fill(0, at, at + count * stride);
  for (let j = 0; j < count; j++) memory.set(neurons.inputs.subarray(j * d, (j + 1) * d), at + j * stride);
}
