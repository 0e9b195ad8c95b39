/** Addresses of TensorFlow.js's own WebAssembly files in a page, under whatever path the site lives. For the bundler only. */

import plain from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url";
import simd from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";

export const wasmPaths = {
  "tfjs-backend-wasm.wasm": plain,
  "tfjs-backend-wasm-simd.wasm": simd,
  // Never loaded (device.ts), but TensorFlow.js wants an address for each of its builds.
  "tfjs-backend-wasm-threaded-simd.wasm": simd,
};
