/**
 * The outputs of a network as fast as they can be had with the bits of the reference: of ReLU networks on WebAssembly, of others
 * by the reference itself.
 */
import type { ActivationName } from "./activations.ts";
import { type ReluOutputs, reluOutputs } from "./kernels/wasm/outputs.ts";
import type { Network, Sample } from "./network.ts";
import { atOnce, type Pieces } from "./pauses.ts";
import { outputsInPieces } from "./reference.ts";

/** Numbers of the inner layer up to which they are put into the kernel's memory, which stays as large as it has been. */
const MOST_WEIGHTS = 2 ** 17;
/** Products of a piece: some milliseconds. */
const PIECE = 2 ** 22;

let kernel: ReluOutputs | null | undefined;

type AnyNetwork = Network<Float32Array | Float64Array>;
type Inputs = Pick<Sample, "sampleSize" | "inputs">;

/** κ Σₖ aₖ σ(wₖ·xᵢ) at each input, shape [n]. */
export function quickOutputs(
  network: AnyNetwork,
  sample: Inputs,
  outputFactor: number,
  activation: ActivationName,
): Float64Array {
  return atOnce(quickOutputsInPieces(network, sample, outputFactor, activation));
}

/** The same for wide networks and large samples. */
export function* quickOutputsInPieces(
  network: AnyNetwork,
  sample: Inputs,
  outputFactor: number,
  activation: ActivationName,
): Pieces<Float64Array> {
  const { inputDimension } = network;
  const weights = network.width * inputDimension;
  if (kernel === undefined) kernel = reluOutputs();
  if (!kernel || activation !== "relu" || weights > MOST_WEIGHTS)
    return yield* outputsInPieces(network, sample, outputFactor, activation);
  const f = new Float64Array(sample.sampleSize);
  const rows = Math.ceil(PIECE / weights);
  for (let from = 0; from < f.length; from += rows) {
    const count = Math.min(rows, f.length - from);
    const inputs = sample.inputs.subarray(from * inputDimension, (from + count) * inputDimension);
    f.set(kernel(network, { inputs }, count, outputFactor), from);
    yield;
  }
  return f;
}
