/** A worker thread of the command line: the side that computes, on the backends that Node has. */
import { parentPort } from "node:worker_threads";
import { serve } from "../../runtime/workers/serve.ts";
import { bridgeTo } from "../../runtime/workers/workerBridge.ts";
import { openNodeDevice } from "../device.ts";
import { threadWorker } from "./threadWorker.ts";

if (!parentPort) throw new Error("This file is a worker's; npm run verify starts it.");
const port = parentPort;

serve(
  {
    say: (answer, transfer) => port.postMessage(answer, transfer),
    listen: (hear) => port.on("message", hear),
  },
  {
    open: openNodeDevice,
    startHand: () => bridgeTo(threadWorker()),
  },
);
