// The process in which one compiler is held to agreement.ts, `node battery.ts` or `deno run battery.ts`: a line of JSON says
// which adapter there is, or why none, and then one a result.

import { DRIVER_ADVICE, offerWebGPU } from "../../src/cli/webgpu/offer.ts";
import { openDevice } from "../../src/engine/device.ts";
import { runAgreement } from "./agreement.ts";

const missing = await offerWebGPU();
// Its next best backend would be JavaScript, which needs no file.
const { backend, adapter, reason } = missing
  ? { backend: "cpu", adapter: null, reason: missing }
  : await openDevice("webgpu", { wasmPaths: "" });
if (backend === "webgpu") {
  console.log(JSON.stringify({ adapter }));
  await runAgreement((result) => console.log(JSON.stringify(result)));
} else console.log(JSON.stringify({ why: missing ?? `${reason} ${DRIVER_ADVICE}` }));
process.exit(0);
