/** Opens one engine where it is asked for, a process or a worker: the others are not even loaded. */
import type { OpenDevice, Start } from "./peer.ts";

/** @throws Error with the reason, a sentence, if the engine cannot be loaded or has no such backend here. */
export async function openEngine(engine: string, backend: string, openDevice: OpenDevice): Promise<Start> {
  if (engine === "jax-js" && (backend === "wasm" || backend === "webgpu")) {
    return (await loaded(engine, import("./jax.ts"))).openJax(backend);
  }
  if (backend === "wasm" || backend === "webgpu" || backend === "cpu") {
    if (engine === "tfjs") return (await loaded(engine, import("./tfjs.ts"))).openTfjs(backend, openDevice);
    if (engine === "two-layers") {
      return (await loaded(engine, import("./twoLayers.ts"))).openTwoLayers(backend, openDevice);
    }
  }
  throw new Error(`There is no engine “${engine}” with a backend “${backend}” here.`);
}

async function loaded<Module>(engine: string, module: Promise<Module>): Promise<Module> {
  try {
    return await module;
  } catch (cause) {
    throw new Error(`${engine} could not be loaded: ${(cause as Error).message}`, { cause });
  }
}
