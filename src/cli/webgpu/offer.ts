/**
 * WebGPU under Node: gives this thread the `navigator.gpu` that a page has, by Dawn, Chromium's own WebGPU, which the npm
 * package `webgpu` brings. The package is optional. Which adapter there is, if any, is for engine/adapter.ts to ask.
 */

/** What is used of the package. */
interface Dawn {
  readonly create: (options: readonly string[]) => GPU;
  /** The interfaces that a page has as globals: GPUBufferUsage and others. */
  readonly globals: object;
}

/** Not written out at the import, so that types are checked without the package, too. */
const PACKAGE: string = "webgpu";

let offered: Promise<string | null> | undefined;

/** Offers WebGPU to this thread, once. Null, or a sentence that says why it cannot and what would help. */
export function offerWebGPU(): Promise<string | null> {
  offered ??= offer();
  return offered;
}

async function offer(): Promise<string | null> {
  if (navigator.gpu) return null;
  try {
    const { create, globals } = (await import(PACKAGE)) as Dawn;
    Object.assign(globalThis, globals);
    Object.defineProperty(navigator, "gpu", { value: create([]), configurable: true });
    return null;
  } catch (error) {
    const [first] = (error as Error).message.split("\n");
    return `WebGPU needs the optional npm package “webgpu” here, and it cannot be loaded (${first}): run “npm ci --include=optional”.`;
  }
}

/** What to do where WebGPU is offered and finds no adapter. */
export const DRIVER_ADVICE =
  process.platform === "linux"
    ? "It needs a driver for Vulkan: that of a graphics card, or SwiftShader, which Debian's package “chromium” brings; VK_ICD_FILENAMES names a driver that lies elsewhere."
    : "It needs a graphics card with a driver.";
