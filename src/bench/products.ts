/**
 * Times one network's gradient in pieces on WebGPU beside the two matrix products that it consists of, as TensorFlow.js makes
 * them on the same device, and beside WebAssembly with one thread. For a page; loaded by src/cli/bench/products.ts.
 */
import { enableProdMode, matMul, slice, type Tensor2D, tensor2d } from "@tensorflow/tfjs-core";
import { adapterHere } from "../engine/adapter.ts";
import { openDevice } from "../engine/device.ts";
import { PIECES, rangeOf } from "../engine/divided.ts";
import { gradientOfPieces } from "../engine/kernels/wasm/gradient.ts";
import { gradientsOnDevice } from "../engine/kernels/webgpu/gradient.ts";
import { type Network, normalInitialisation } from "../engine/network.ts";
import { median } from "../math/statistics.ts";
import type { Shape } from "./result.ts";
import { secondsInTurns, type Turn } from "./turns.ts";

/** Those of Fig. 1 of the hinge-loss companion. */
const WIDTH = 400;
const INPUTS = 100;
/** Examples, unless others are asked for: as many as there, or as few as a software adapter gets through. */
const EXAMPLES = { hardware: 100_000, software: 6400 } as const;

export interface ProductTimes {
  readonly adapter: string;
  readonly shape: Shape;
  readonly rounds: number;
  /** Median seconds of a gradient: both products, activations, pulls, and all sums read back. */
  readonly webgpu: number;
  readonly wasm: number;
  /** Of TensorFlow.js's X W and Xᵀ P; a number of each is read back. */
  readonly products: readonly [number, number];
  /** How many times as fast the gradient is as both products together: the median over the rounds. */
  readonly ratio: number;
}

/** @throws Error where there is no WebGPU */
export async function timeProducts(asked: number | undefined, rounds: number): Promise<ProductTimes> {
  enableProdMode();
  const device = await openDevice("webgpu", { wasmPaths: "" });
  if (device.backend !== "webgpu") throw new Error(device.reason);
  const { isSoftware = true } = (await adapterHere()) ?? {};
  const sampleSize = asked ?? (isSoftware ? EXAMPLES.software : EXAMPLES.hardware);
  const network = normalInitialisation(WIDTH, INPUTS, 1);
  const turns = [...(await gradientTurns(network, sampleSize)), ...productTurns(network, sampleSize)];
  const [webgpu = [], wasm = [], first = [], second = []] = await secondsInTurns(turns, rounds);
  return {
    adapter: device.adapter ?? "unnamed adapter",
    shape: { sampleSize, inputDimension: INPUTS, width: WIDTH },
    rounds,
    ...{ webgpu: median(webgpu), wasm: median(wasm) },
    products: [median(first), median(second)],
    ratio: median(webgpu.map((each, k) => ((first[k] as number) + (second[k] as number)) / each)),
  };
}

/** A gradient on WebGPU, and one on WebAssembly. All examples pull, so that neither leaves anything out. */
async function gradientTurns(network: Network, sampleSize: number): Promise<Turn[]> {
  const { inputWeights: inputs } = normalInitialisation(sampleSize, INPUTS, 2);
  const rule = { activation: "relu", loss: "hinge", margin: 1e6 } as const;
  const sampleOf = (piece: number) => {
    const { from, to } = rangeOf(piece, sampleSize);
    const own = inputs.slice(from * INPUTS, to * INPUTS);
    const targets = new Float32Array(to - from).fill(1);
    return { sampleSize: to - from, inputDimension: INPUTS, inputs: own, targets };
  };
  const divided = { width: WIDTH, inputDimension: INPUTS, outputFactor: 1 / WIDTH, rule, sampleOf };
  const { signal } = new AbortController();
  const { gradients } = await gradientsOnDevice({ ...divided, sampleSize }, signal);
  const gradientOf = gradientOfPieces(divided);
  return [
    () => gradients(network, signal),
    async () => {
      for (let piece = 0; piece < PIECES; piece++) gradientOf(piece, network);
    },
  ];
}

/** X W and Xᵀ P by TensorFlow.js. */
function productTurns({ inputWeights }: Network, sampleSize: number): Turn[] {
  const drawn = (rows: number, columns: number, seed: number) =>
    tensor2d(normalInitialisation(rows, columns, seed).inputWeights, [rows, columns]);
  const x = drawn(sampleSize, INPUTS, 2);
  const w = tensor2d(inputWeights, [INPUTS, WIDTH]);
  const p = drawn(sampleSize, WIDTH, 3);
  const made = async (product: Tensor2D) => {
    const one = slice(product, [0, 0], [1, 1]);
    await one.data();
    for (const held of [one, product]) held.dispose();
  };
  return [() => made(matMul(x, w)), () => made(matMul(x, p, true))];
}
