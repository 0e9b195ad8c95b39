// The backends that the parity suite runs on. In each setting it says which must be there: a backend that should
// be there and is not makes its tests fail, WebGPU where it cannot be is skipped by name.
import { beforeAll, describe, inject, it } from "vitest";
import { BACKENDS, type BackendName, type Device } from "../../src/engine/backends.ts";
import { openDevice, type WasmPaths } from "../../src/engine/device.ts";

export const setting = inject("setting");

/** WebAssembly and JavaScript are as they are with an adapter and without, and so are left to the other settings. */
export const backendsHere: readonly BackendName[] = setting === "webgpu" ? ["webgpu"] : ["wasm", "cpu"];

/** TensorFlow.js's own WebAssembly files: a folder for Node, addresses that Vite serves for a browser. */
async function wasmPaths(): Promise<WasmPaths> {
  if (setting === "node") {
    return new URL("../../node_modules/@tensorflow/tfjs-backend-wasm/dist/", import.meta.url).pathname;
  }
  return (await import("../../src/engine/wasmFiles.ts")).wasmPaths;
}

/** Opens a backend, or the next one that works. */
export async function opened(backend: BackendName): Promise<Device> {
  return openDevice(backend, { wasmPaths: await wasmPaths() });
}

/** Makes a backend current; throws where another one would take its place. */
export async function open(backend: BackendName): Promise<void> {
  const device = await opened(backend);
  if (device.backend !== backend)
    throw new Error(`No ${backend} in the setting “${setting}”: ${device.reason}`);
}

/** Describes the same behaviour on every backend. */
export function onEveryBackend(tests: (backend: BackendName) => void): void {
  for (const backend of BACKENDS) on(backend, () => tests(backend));
}

/** Describes a behaviour of one backend, in the settings that are for it. */
export function on(backend: BackendName, tests: () => void): void {
  if (backend === "webgpu" && setting !== "webgpu") {
    it.skip(`webgpu (skipped in the setting “${setting}”, which has no adapter; the setting “webgpu” runs it)`, () => {});
    return;
  }
  if (!backendsHere.includes(backend)) return;
  describe(backend, () => {
    beforeAll(() => open(backend));
    tests();
  });
}
