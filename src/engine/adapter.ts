/** The graphics adapter that WebGPU finds. Separate from device.ts, so that asking for it does not load TensorFlow.js. */

export interface Adapter {
  readonly name: string;
  /** It imitates a graphics card on the processor. */
  readonly isSoftware: boolean;
}

/** Null where WebGPU is not offered or finds no adapter. */
export async function adapterHere(): Promise<Adapter | null> {
  const adapter = await (typeof navigator === "undefined" ? undefined : navigator.gpu)?.requestAdapter();
  if (!adapter) return null;
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const name = [vendor, architecture, description].filter(Boolean).join(" ");
  return {
    name: name || "unnamed adapter",
    isSoftware: isFallbackAdapter || /swiftshader|llvmpipe|software|basic render/i.test(name),
  };
}

/** Why WebGPU is not taken unasked, a sentence; null where there is a hardware adapter. */
export function objectionTo(adapter: Adapter | null): string | null {
  if (adapter?.isSoftware)
    return "WebGPU has only a software adapter here, which is slower than WebAssembly.";
  if (adapter) return null;
  return typeof navigator !== "undefined" && navigator.gpu
    ? "WebGPU finds no graphics adapter on this machine."
    : "WebGPU is not offered here (it needs a recent browser and a page served over https).";
}
