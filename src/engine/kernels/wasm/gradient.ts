/**
 * The gradient of pieces of a sample by the kernel in assembly/. It keeps the pieces that it was asked for, in a memory of its
 * own and as the kernel wants them, and goes through each in tiles that stay in the cache with the weights.
 */
import { ACTIVATIONS } from "../../activations.ts";
import { BACKEND_LABELS } from "../../backends.ts";
import type { Divided, PieceGradient } from "../../divided.ts";
import { LOSSES } from "../../losses.ts";
import { OutOfMemoryError } from "../../memory.ts";
import type { Network } from "../../network.ts";
import { grow, instanceOf } from "./instance.ts";
import {
  KERNEL_MEMORY,
  MASK_LENGTH,
  neuronsOfRow,
  placesFrom,
  rowsBetween,
  wholeBlocks,
  writeInputs,
  writeMask,
} from "./layout.ts";
import { bytes } from "./modules/descend.ts";

interface KernelExports {
  readonly memory: WebAssembly.Memory;
  readonly firstFreeByte: () => number;
  readonly addGradient: (...numbers: number[]) => number;
  readonly pulling: () => number;
}

/** Most examples of a tile: what one needs then fits into a second-level cache, for a hundred inputs and some hundred neurons. */
const TILE = 256;

/** Where a piece lies in the kernel's memory, in float32 units. */
interface Held {
  readonly sampleSize: number;
  readonly inputs: number;
  readonly targets: number;
}

/**
 * What gives the gradient of any piece, on this thread.
 * @throws Error where the engine has no WebAssembly SIMD
 */
export function gradientOfPieces({ width, inputDimension, outputFactor, rule, sampleOf }: Divided) {
  const found = instanceOf<KernelExports>(bytes);
  if (!found) throw new Error("This browser's WebAssembly has no 128-bit SIMD.");
  const kernel = found;
  const neurons = neuronsOfRow(width);
  const places = placesFrom(kernel.firstFreeByte() / 4);
  const place = (length: number) => {
    const first = places.place(length);
    if (4 * places.end() > KERNEL_MEMORY) throw new OutOfMemoryError(BACKEND_LABELS.wasm);
    return first;
  };
  const weights = { inputs: place(inputDimension * neurons), outputs: place(neurons) };
  const sums = { inputs: place(inputDimension * neurons), outputs: place(neurons) };
  // In the kernel's order.
  const work = {
    sums: place(4 * TILE),
    pulls: place(TILE),
    activations: place(TILE * neurons),
    slopes: place(rule.activation === "relu" ? 0 : TILE * neurons),
    neuronMask: place(MASK_LENGTH),
    pulling: place(TILE * inputDimension),
  };
  const floats = () => {
    grow(kernel.memory, 4 * places.end());
    return new Float32Array(kernel.memory.buffer);
  };
  writeMask(floats(), work.neuronMask, width);
  const held = new Map<number, Held>();

  function hold(piece: number): Held {
    const known = held.get(piece);
    if (known) return known;
    const { sampleSize, inputs, targets } = sampleOf(piece);
    const padded = wholeBlocks(sampleSize);
    const at = { sampleSize, inputs: place(padded * inputDimension), targets: place(padded) };
    const memory = floats();
    memory.set(targets, at.targets);
    writeInputs(memory, at.inputs, inputs, inputDimension);
    held.set(piece, at);
    return at;
  }

  return (piece: number, { inputWeights, outputWeights }: Network): PieceGradient => {
    const { sampleSize, inputs, targets } = hold(piece);
    const memory = floats();
    const rows = rowsBetween(memory, width);
    rows.write(weights.inputs, inputWeights);
    rows.write(weights.outputs, outputWeights);
    memory.fill(0, sums.inputs, sums.outputs + neurons);
    let [loss, pulling] = [0, 0];
    for (let from = 0; from < sampleSize; from += TILE) {
      const addresses = [
        ...[weights.inputs, weights.outputs, sums.inputs, sums.outputs],
        ...[inputs + from * inputDimension, targets + from, ...Object.values(work)],
      ];
      loss += kernel.addGradient(
        ...addresses.map((first) => 4 * first),
        Math.min(TILE, sampleSize - from),
        inputDimension,
        neurons,
        ACTIVATIONS.indexOf(rule.activation),
        LOSSES.indexOf(rule.loss),
        rule.margin,
        outputFactor,
      );
      pulling += kernel.pulling();
    }
    const gradient = new Float32Array((inputDimension + 1) * width);
    const ofInputs = inputDimension * width;
    rows.read(sums.inputs, gradient.subarray(0, ofInputs));
    rows.read(sums.outputs, gradient.subarray(ofInputs));
    return { sums: gradient, loss: rule.loss === "squared" ? loss / 2 : loss, pulling };
  };
}
