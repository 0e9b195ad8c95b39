/**
 * The worker that one engine of a page trains in, so that none spoils what the compiler knows of another's code. It is
 * asked by conductor.ts, which takes the time; src/cli/bench/worker.ts is the same as a process.
 */
import { expose, proxy } from "comlink";
import { openEngine } from "./open.ts";
import type { OpenDevice } from "./peer.ts";
import type { Open, RemoteStart } from "./protocol.ts";

/** Loaded when it is called: not every engine needs TensorFlow.js. */
const openDevice: OpenDevice = async (backend) => {
  const [device, files] = await Promise.all([
    import("../engine/device.ts"),
    import("../engine/wasmFiles.ts"),
  ]);
  return device.openDevice(backend, { wasmPaths: files.wasmPaths });
};

const open: Open = async ({ engine, backend }) => {
  const start = await openEngine(engine, backend, openDevice);
  return proxy<RemoteStart>(async (problem) => proxy(await start(problem)));
};

expose(open);
