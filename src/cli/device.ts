/** The engine's backends under Node: says where TensorFlow.js's own WebAssembly files lie. */
import { fileURLToPath } from "node:url";
import type { BackendName, Device } from "../engine/backends.ts";
import { openDevice } from "../engine/device.ts";

/** Opens a backend for a command of the command line. */
export function openNodeDevice(backend: BackendName): Promise<Device> {
  const files = new URL(
    ".",
    import.meta.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"),
  );
  return openDevice(backend, { wasmPaths: fileURLToPath(files) });
}
