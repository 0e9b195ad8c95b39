/** Names of the backends, in order of preference. Apart from device.ts, so that a page can use them without TensorFlow.js. */
export const BACKENDS = ["webgpu", "wasm", "cpu"] as const;
export type BackendName = (typeof BACKENDS)[number];
export type BackendChoice = "auto" | BackendName;

export const BACKEND_LABELS: Readonly<Record<BackendName, string>> = {
  webgpu: "WebGPU",
  wasm: "WebAssembly",
  cpu: "plain JavaScript",
};

/** A backend that is ready, as it is named in every result. */
export interface Device {
  readonly backend: BackendName;
  /** Name of the graphics adapter, where there is one. */
  readonly adapter: string | null;
  /** Why this backend and not another, in sentences; of one that was just opened, why not the one asked for, if so. */
  readonly reason: string;
}
