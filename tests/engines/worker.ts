// The battery in a browser, in a worker as every run of the site: opens WebAssembly and posts one result after the other.
import { openDevice } from "../../src/engine/device.ts";
import { wasmPaths } from "../../src/engine/wasmFiles.ts";
import { runBattery } from "./battery.ts";

try {
  const { backend, reason } = await openDevice("wasm", { wasmPaths });
  if (backend !== "wasm") throw new Error(reason);
  await runBattery((result) => self.postMessage({ result }));
  self.postMessage({ error: null });
} catch (error) {
  self.postMessage({ error: String(error) });
}
