/** Names of the backends, in order of preference. Separate from device.ts, so that a page needs no TensorFlow.js for them. */
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
  /** Why this backend was chosen, in sentences; for one just opened, why it is not the one asked for, where it is not. */
  readonly reason: string;
}

/** Of the devices that had a part in something, the one that comes first in the order of `BACKENDS`. */
export function foremost(devices: readonly Device[]): Device | undefined {
  const rank = ({ backend }: Device) => BACKENDS.indexOf(backend);
  return devices.toSorted((one, other) => rank(one) - rank(other))[0];
}
