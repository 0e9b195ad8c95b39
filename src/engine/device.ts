/**
 * Opens the backend that is asked for or the next one that works, and watches it. The only place that starts a
 * TensorFlow.js backend; which one suits a run is for choice.ts to say.
 *
 * TensorFlow.js registers `webgpu` wherever `navigator.gpu` exists and only later finds that there is no adapter, so
 * each step asks instead of trusting.
 */
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { backend as currentBackend, engine, env, setBackend } from "@tensorflow/tfjs-core";
import { adapterHere, objectionTo } from "./adapter.ts";
import { BACKEND_LABELS, BACKENDS, type BackendName, type Device } from "./backends.ts";
import { namedShortage, OutOfMemoryError } from "./memory.ts";

/** The graphics device went away: a driver that was updated or crashed, a card that was switched, a page long hidden. */
export class DeviceLostError extends Error {
  override readonly name = "DeviceLostError";
}

let loss: DeviceLostError | null = null;
let shortage: OutOfMemoryError | null = null;
let watched: GPUDevice | null = null;

/** How long, in milliseconds, a device may take to say that it is lost after the first operation has failed. */
const LATENCY_OF_LOSS = 500;

/** What the open device reported asynchronously: its loss or, once, a shortage of memory. Later failures come from it. */
export function faultOfDevice(): DeviceLostError | OutOfMemoryError | null {
  const fault = loss ?? shortage;
  shortage = null;
  return fault;
}

/**
 * The cause of an error: the device's failure, if it has one, which is reported only afterwards; else the error itself, named
 * if memory ran out. An error of a class of our own was raised by a check and has no other cause.
 */
export async function causeOf(error: unknown): Promise<unknown> {
  if (isOurs(error)) return error;
  if (watched && !loss && !shortage) {
    await Promise.race([watched.lost, new Promise((resolve) => setTimeout(resolve, LATENCY_OF_LOSS))]);
  }
  return faultOfDevice() ?? namedShortage(error, "This page");
}

function isOurs(error: unknown): boolean {
  const theirs: unknown[] = [Error, TypeError, RangeError];
  return error instanceof Error && !(error instanceof DOMException) && !theirs.includes(error.constructor);
}

/** Remembers when the device is lost, or runs out of memory, which WebGPU reports only asynchronously. */
function watch(device: GPUDevice): void {
  watched = device;
  const lose = (why: string) => {
    loss ??= new DeviceLostError(`The graphics device was lost${why ? ` (${why})` : ""}.`);
  };
  void device.lost.then(({ message }) => lose(message));
  device.addEventListener("uncapturederror", ({ error }) => {
    if (error instanceof GPUOutOfMemoryError) shortage = new OutOfMemoryError("The graphics device", error);
    // What could not be allocated is invalid, and so is all that uses it.
    else if (!shortage) lose(error.message);
  });
}

/** Where the host serves TensorFlow.js's own WebAssembly files: a folder, or one address per file. */
export type WasmPaths = Parameters<typeof import("@tensorflow/tfjs-backend-wasm")["setWasmPaths"]>[0];

/** Outcome of starting one backend: it runs, or a sentence says why it does not. */
type Attempt = { ready: true; adapter: string | null } | { ready: false; why: string };

/**
 * Opens the backend that is asked for, or the next one in the order of `BACKENDS` that works here.
 * @throws Error if not even plain JavaScript starts.
 */
export async function openDevice(asked: BackendName, hosts: { wasmPaths: WasmPaths }): Promise<Device> {
  const failures: string[] = [];
  for (const backend of BACKENDS.slice(BACKENDS.indexOf(asked))) {
    const attempt = await attemptTo(backend, hosts.wasmPaths);
    if (attempt.ready) return { backend, adapter: attempt.adapter, reason: failures.join(" ") };
    failures.push(attempt.why);
  }
  throw new Error(`No backend starts here. ${failures.join(" ")}`);
}

async function attemptTo(backend: BackendName, wasmPaths: WasmPaths): Promise<Attempt> {
  try {
    if (backend === "webgpu") return await startWebGPU();
    return await (backend === "wasm" ? startWasm(wasmPaths) : startCpu());
  } catch (error) {
    return { ready: false, why: `${BACKEND_LABELS[backend]} does not start: ${(error as Error).message}` };
  }
}

async function startWebGPU(): Promise<Attempt> {
  const adapter = await adapterHere();
  if (!adapter) return { ready: false, why: objectionTo(adapter) as string };
  await import("@tensorflow/tfjs-backend-webgpu");
  const { registerDescend } = await import("./kernels/webgpu/descend.ts");
  if (!(await setBackend("webgpu"))) return { ready: false, why: "TensorFlow.js cannot start WebGPU here." };
  registerOnce("webgpu", registerDescend);
  watch((currentBackend() as WebGPUBackend).device);
  return { ready: true, adapter: adapter.name };
}

async function startWasm(wasmPaths: WasmPaths): Promise<Attempt> {
  if (typeof WebAssembly === "undefined") return { ready: false, why: "WebAssembly is not offered here." };
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const { registerDescend } = await import("./kernels/wasm/descend.ts");
  registerOnce("wasm", registerDescend);
  // Where a host isolates its pages, TensorFlow.js would take its build with threads, whose worker does not survive being
  // bundled. Workers are all the threads that there are here.
  env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  // Changing the paths after the backend has started is an error of TensorFlow.js.
  if (!("wasm" in engine().registry)) setWasmPaths(wasmPaths);
  if (!(await setBackend("wasm")))
    return { ready: false, why: "TensorFlow.js cannot start WebAssembly here." };
  return { ready: true, adapter: null };
}

async function startCpu(): Promise<Attempt> {
  await import("@tensorflow/tfjs-backend-cpu");
  const { registerDescend } = await import("./kernels/cpu/descend.ts");
  registerOnce("cpu", registerDescend);
  if (!(await setBackend("cpu")))
    return { ready: false, why: "TensorFlow.js cannot start its JavaScript backend." };
  return { ready: true, adapter: null };
}

const registered = new Set<BackendName>();

function registerOnce(backend: BackendName, register: () => void): void {
  if (registered.has(backend)) return;
  register();
  registered.add(backend);
}
