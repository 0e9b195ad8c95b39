// A thread of the command line, word for word, that also reports on request what it holds on to.
import { parentPort } from "node:worker_threads";
import { openNodeDevice } from "../../src/cli/device.ts";
import type { Request } from "../../src/runtime/workers/protocol.ts";
import { serve } from "../../src/runtime/workers/serve.ts";
import { COUNT, held } from "./held.ts";

const port = parentPort!;
serve(
  {
    say: (answer, transfer) => port.postMessage(answer, transfer),
    listen: (hear) =>
      port.on("message", (message: Request | typeof COUNT) => {
        if (message === COUNT) port.postMessage({ held: held() });
        else hear(message);
      }),
  },
  {
    open: openNodeDevice,
    startHand: () => {
      throw new Error("No run here is divided.");
    },
  },
);
