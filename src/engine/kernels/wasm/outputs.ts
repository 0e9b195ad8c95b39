/**
 * The outputs of a ReLU network by the kernel in assembly/, in float64: the bits of `outputs` in reference.ts, many times as
 * fast. For looks at a network on thousands of examples. The kernel has a memory of its own, which holds some examples at a time.
 */
import type { Network, Sample } from "../../network.ts";
import { grow, instanceOf } from "./instance.ts";
import { bytes } from "./modules/outputs.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly firstFreeByte: () => number;
  readonly addOutputs: (...numbers: number[]) => void;
}

/** Neurons of a block of the kernel. */
const BLOCK = 8;
/** Examples side by side. */
const PAIR = 2;
/** Examples at a time, a whole number of pairs: with a hundred inputs they fit into a second-level cache beside the weights. */
const TILE = 64;

/** κ Σₖ aₖ max(wₖ·xᵢ, 0) of the first `count` examples, shape [count]. @throws OutOfMemoryError */
export type ReluOutputs = (
  network: Network<Float32Array | Float64Array>,
  sample: Pick<Sample, "inputs">,
  count: number,
  outputFactor: number,
) => Float64Array;

/** Compiles the kernel; null where the engine has no WebAssembly SIMD. */
export function reluOutputs(): ReluOutputs | null {
  const kernel = instanceOf<KernelExports>(bytes);
  if (!kernel) return null;
  return ({ width, inputDimension: d, inputWeights, outputWeights }, { inputs }, count, outputFactor) => {
    const neurons = Math.ceil(width / BLOCK) * BLOCK;
    const at = { w: kernel.firstFreeByte() / 8, a: 0, x: 0, f: 0 };
    at.a = at.w + neurons * d;
    at.x = at.a + neurons;
    at.f = at.x + TILE * d;
    const end = at.f + TILE;
    grow(kernel.memory, 8 * end);
    const memory = new Float64Array(kernel.memory.buffer, 0, end);
    memory.fill(0, at.w, at.x);
    for (let j = 0; j < d; j++)
      for (let k = 0; k < width; k++)
        memory[at.w + inBlocks(j, k, d, BLOCK)] = inputWeights[j * width + k] as number;
    memory.set(outputWeights, at.a);
    const outputs = new Float64Array(count);
    for (let from = 0; from < count; from += TILE) {
      const size = Math.min(TILE, count - from);
      memory.fill(0, at.x, end);
      for (let i = 0; i < size; i++)
        for (let j = 0; j < d; j++)
          memory[at.x + inBlocks(j, i, d, PAIR)] = inputs[(from + i) * d + j] as number;
      kernel.addOutputs(8 * at.w, 8 * at.a, 8 * at.x, 8 * at.f, neurons, Math.ceil(size / PAIR) * PAIR, d);
      for (let i = 0; i < size; i++) outputs[from + i] = outputFactor * (memory[at.f + i] as number);
    }
    return outputs;
  };
}

/** Place of entry j of row k, where so many rows stand side by side: [rows/block, d, block]. */
function inBlocks(j: number, k: number, d: number, block: number): number {
  const inBlock = k % block;
  return (k - inBlock) * d + j * block + inBlock;
}
