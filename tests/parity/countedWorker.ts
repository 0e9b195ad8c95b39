// A worker of the page, word for word, that also reports on request what it holds on to.
import { openDevice } from "../../src/engine/device.ts";
import { wasmPaths } from "../../src/engine/wasmFiles.ts";
import type { Request } from "../../src/runtime/workers/protocol.ts";
import { serve } from "../../src/runtime/workers/serve.ts";
import { countBuffers } from "./countBuffers.ts";
import { COUNT, held } from "./held.ts";

let buffersAlive = () => 0;
if (typeof GPUAdapter !== "undefined") {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await requestDevice.call(this, descriptor);
    buffersAlive = countBuffers(device).alive;
    return device;
  };
}

serve(
  {
    say: (answer, transfer) => self.postMessage(answer, { transfer }),
    listen: (hear) =>
      self.addEventListener("message", ({ data }: MessageEvent<Request | typeof COUNT>) => {
        if (data === COUNT) self.postMessage({ held: { ...held(), buffersAlive: buffersAlive() } });
        else hear(data);
      }),
  },
  {
    open: (choice) => openDevice(choice, { wasmPaths }),
    startHand: () => {
      throw new Error("No run here is divided.");
    },
  },
);
