/** The worker of a page: the side that computes, on the backends of the browser. */
import { openDevice } from "../../engine/device.ts";
import { wasmPaths } from "../../engine/wasmFiles.ts";
import type { Request } from "./protocol.ts";
import { serve } from "./serve.ts";
import { bridgeTo } from "./workerBridge.ts";

serve(
  {
    say: (answer, transfer) => self.postMessage(answer, { transfer }),
    listen: (hear) => self.addEventListener("message", ({ data }: MessageEvent<Request>) => hear(data)),
  },
  {
    open: (backend) => openDevice(backend, { wasmPaths }),
    startHand: () => bridgeTo(new Worker(self.location.href, { type: "module", name: "two-layers hand" })),
  },
);
