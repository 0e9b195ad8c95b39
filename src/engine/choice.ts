/** Which of the fast backends a run gets by default, and why, in words. A rule on numbers: it opens and measures nothing. */
import { BACKEND_LABELS, type BackendName } from "./backends.ts";

/** Outcome of trying out one backend: steps per second, or a sentence that says why there are none. */
export type Trial = { readonly stepsPerSecond: number } | { readonly failure: string };
export type Trials = Readonly<Record<"webgpu" | "wasm", Trial>>;

/** A backend, and why it was chosen, in one or more sentences. */
export interface Choice {
  readonly backend: BackendName;
  readonly reason: string;
}

/** WebGPU counts as close to WebAssembly if it reaches at least this share of its speed. */
export const CLOSE = 0.8;

/**
 * WebGPU where it is faster than WebAssembly or close to it; WebAssembly where it is not, or where WebGPU failed.
 * @param lanes how many of the runs WebAssembly would run side by side, one per core; a graphics card runs them in turn
 */
export function choose({ webgpu, wasm }: Trials, lanes: number): Choice {
  if ("failure" in webgpu) return { backend: "wasm", reason: webgpu.failure };
  if ("failure" in wasm) return { backend: "webgpu", reason: wasm.failure };
  const ratio = webgpu.stepsPerSecond / (wasm.stepsPerSecond * lanes);
  const onCores = lanes > 1 ? `, ${lanes} cores at once,` : "";
  const measured = "on a network of this size, measured here.";
  const [gpu, cores] = [BACKEND_LABELS.webgpu, `${BACKEND_LABELS.wasm}${onCores}`];
  if (ratio >= 1 / CLOSE)
    return { backend: "webgpu", reason: `${gpu} makes ${times(ratio)} the steps of ${cores} ${measured}` };
  if (ratio >= CLOSE)
    return { backend: "webgpu", reason: `${gpu} makes about as many steps as ${cores} ${measured}` };
  return { backend: "wasm", reason: `${cores} makes ${times(1 / ratio)} the steps of ${gpu} ${measured}` };
}

function times(ratio: number): string {
  return `${ratio.toLocaleString("en", { maximumSignificantDigits: 2 })} times`;
}
