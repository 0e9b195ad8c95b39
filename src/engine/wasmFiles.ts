/**
 * Addresses of TensorFlow.js's own WebAssembly files in a page, under whatever path the site lives; whole ones, since a worker
 * of a frame in a sandbox has no address for others to start from. For the bundler only.
 */

import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";

const whole = (address: string) => new URL(address, import.meta.url).href;

export const wasmPaths = {
  "tfjs-backend-wasm.wasm": whole(plain),
  "tfjs-backend-wasm-simd.wasm": whole(simd),
  // Never loaded (device.ts), but TensorFlow.js wants an address for each of its builds.
  "tfjs-backend-wasm-threaded-simd.wasm": whole(simd),
};
