/** The engine's backends under Node: says where TensorFlow.js's own WebAssembly files lie, and offers WebGPU when asked for it. */
import { fileURLToPath } from "node:url";
import type { BackendName, Device } from "../engine/backends.ts";
import { openDevice } from "../engine/device.ts";
import { DRIVER_ADVICE, offerWebGPU } from "./webgpu/offer.ts";

/** Opens a backend for a command of the command line, or the next one that works. */
export async function openNodeDevice(asked: BackendName): Promise<Device> {
  const files = new URL(
    ".",
    import.meta.resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"),
  );
  const hosts = { wasmPaths: fileURLToPath(files) };
  if (asked !== "webgpu") return openDevice(asked, hosts);
  const missing = await offerWebGPU();
  if (missing) return { ...(await openDevice("wasm", hosts)), reason: missing };
  const device = await openDevice(asked, hosts);
  return device.backend === asked ? device : { ...device, reason: `${device.reason} ${DRIVER_ADVICE}` };
}
