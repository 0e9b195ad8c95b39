/** Starts every engine that this machine has, each in its own process. Installs nothing, and times nothing. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Peer, Peers } from "../../bench/peer.ts";
import type { EngineName } from "../../bench/result.ts";
import { vulkanHere } from "../webgpu/vulkan.ts";
import { openPeer } from "./conversation.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));
const PYTORCH = fileURLToPath(new URL("pytorch.py", import.meta.url));

/** The engines, in the order of their turns. */
export async function openPeers(): Promise<Peers> {
  const needed = await Promise.all([
    openWorker("two-layers", "wasm"),
    openWorker("two-layers", "cpu"),
    openWorker("tfjs", "wasm"),
    openWorker("tfjs", "cpu"),
  ]);
  const optional = await Promise.all([openWebGPU(), openJax(), openPyTorch()]);
  return {
    running: [...needed, ...optional.flatMap(({ running }) => running)],
    skipped: optional.flatMap(({ skipped }) => skipped),
  };
}

async function openWorker(engine: EngineName, backend: string): Promise<Peer> {
  const environment = backend === "webgpu" ? vulkanHere() : {};
  return (await openPeer(engine, backend, process.execPath, [WORKER, engine, backend], environment)).peer;
}

/** This site's engine on WebGPU, by Dawn. */
async function openWebGPU(): Promise<Peers> {
  try {
    return { running: [await openWorker("two-layers", "webgpu")], skipped: [] };
  } catch (error) {
    return { running: [], skipped: [`two-layers (webgpu) does not run here. ${(error as Error).message}`] };
  }
}

async function openJax(): Promise<Peers> {
  try {
    return { running: [await openWorker("jax-js", "wasm")], skipped: [] };
  } catch (error) {
    return { running: [], skipped: [`jax-js does not run here. ${(error as Error).message}`] };
  }
}

/** PyTorch with as many threads as it likes and, where those are several, with one. */
async function openPyTorch(): Promise<Peers> {
  if (spawnSync("python3", ["-c", "import torch"], { timeout: 60_000 }).status !== 0) {
    return { running: [], skipped: ["pytorch is not run: python3 cannot import torch here."] };
  }
  const usual = await openPeer("pytorch", "cpu", "python3", [PYTORCH, "0"]);
  if (usual.threads === 1) {
    return { running: [usual.peer], skipped: ["pytorch with one thread is what it does by itself here."] };
  }
  const single = await openPeer("pytorch", "cpu, 1 thread", "python3", [PYTORCH, "1"]);
  return { running: [usual.peer, single.peer], skipped: [] };
}
