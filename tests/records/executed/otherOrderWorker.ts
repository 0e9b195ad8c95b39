/**
 * A worker like the command line's, whose WebAssembly sums in another order: neurons and examples are shuffled before each
 * call of `descend` and put back after it. What is computed is the same in exact arithmetic; in float32 it differs by
 * what an order of sums does, which is what a graphics card changes. The worker's data is a number that says which order.
 */
import { parentPort, workerData } from "node:worker_threads";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import {
  getKernel,
  type KernelConfig,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
} from "@tensorflow/tfjs-core";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { DESCEND, type DescendInputs, sizesOf } from "../../../src/engine/descend.ts";
import { serve } from "../../../src/runtime/workers/serve.ts";

if (!parentPort) throw new Error("This file is a worker's.");
const port = parentPort;
const order = Number(workerData);
if (!(order > 0)) throw new Error("Which order?");

const shuffles = new Map<number, Uint32Array>();

/** The same shuffle of 0 … count − 1 each time. */
function shuffled(count: number): Uint32Array {
  const places = shuffles.get(count) ?? shuffle(count);
  shuffles.set(count, places);
  return places;
}

/** A shuffle of 0 … count − 1 by a generator of 32-bit numbers that needs no quality. */
function shuffle(count: number): Uint32Array {
  const places = Uint32Array.from({ length: count }, (_, k) => k);
  let state = order >>> 0;
  for (let k = count - 1; k > 0; k--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (k + 1));
    [places[k], places[other]] = [places[other] as number, places[k] as number];
  }
  return places;
}

/** Blocks of `size` numbers, the k-th from `places[k]` within each `places.length` of them; `back` undoes it. */
function moved(values: Float32Array, places: Uint32Array, size: number, back: boolean): Float32Array {
  const after = new Float32Array(values.length);
  const all = places.length * size;
  for (let begin = 0; begin < values.length; begin += all) {
    places.forEach((place, k) => {
      const [from, to] = back ? [k, place] : [place, k];
      after.set(values.subarray(begin + from * size, begin + (from + 1) * size), begin + to * size);
    });
  }
  return after;
}

function shuffleKernel(): void {
  const kernel = getKernel(DESCEND, "wasm");
  unregisterKernel(DESCEND, "wasm");
  registerKernel({ ...kernel, kernelFunc: (params) => inOtherOrder(kernel, params) });
}

/** The last sample, which a run keeps from call to call. */
let sample: {
  readonly of: TensorInfo["dataId"];
  readonly shuffled: { readonly inputs: TensorInfo; readonly targets: TensorInfo };
} | null = null;

function inOtherOrder(kernel: KernelConfig, params: Parameters<KernelConfig["kernelFunc"]>[0]): TensorInfo[] {
  const given = params.inputs as unknown as DescendInputs<TensorInfo>;
  const backend = params.backend as BackendWasm;
  const { width, sampleSize, inputDimension } = sizesOf(given);
  const [neurons, examples] = [shuffled(width), shuffled(sampleSize)];
  const change = (tensor: TensorInfo, places: Uint32Array, size: number, back = false): TensorInfo => {
    const values = moved(backend.readSync(tensor.dataId) as Float32Array, places, size, back);
    if (back) backend.disposeData(tensor.dataId);
    return { ...tensor, dataId: backend.write(values, tensor.shape, "float32") };
  };
  const network = {
    inputWeights: change(given.inputWeights, neurons, 1),
    outputWeights: change(given.outputWeights, neurons, 1),
    ...(given.moments ? { moments: change(given.moments, neurons, 1) } : {}),
  };
  if (sample?.of !== given.inputs.dataId) {
    for (const { dataId } of Object.values(sample?.shuffled ?? {})) backend.disposeData(dataId);
    const inputs = change(given.inputs, examples, inputDimension);
    sample = { of: given.inputs.dataId, shuffled: { inputs, targets: change(given.targets, examples, 1) } };
  }
  const inputs = { ...params.inputs, ...sample.shuffled, ...network };
  const results = kernel.kernelFunc({ ...params, inputs }) as TensorInfo[];
  for (const { dataId } of Object.values(network)) backend.disposeData(dataId);
  const byNeuron = [0, 1, 5];
  return results.map((tensor, k) => (byNeuron.includes(k) ? change(tensor, neurons, 1, true) : tensor));
}

let isShuffled = false;
serve(
  {
    say: (answer, transfer) => port.postMessage(answer, transfer),
    listen: (hear) => port.on("message", hear),
  },
  {
    open: async (backend) => {
      const device = await openNodeDevice(backend);
      if (device.backend === "wasm" && !isShuffled) shuffleKernel();
      isShuffled = true;
      return device;
    },
    startHand: () => {
      throw new Error("These runs have no hands.");
    },
  },
);
