/** Starts this process over in an environment in which WebGPU finds a driver: the loader of libraries reads it only then. */
import { vulkanHere } from "./vulkan.ts";

/** Returns where nothing is to be set; else the same program with the same arguments takes the place of this process. */
export function startAgainForWebGPU(): void {
  const needed = vulkanHere();
  if (Object.keys(needed).length === 0) return;
  const words = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, words, { ...process.env, ...needed });
}
