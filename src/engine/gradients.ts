/** Where the gradient of a sample in pieces comes from: from the graphics device, if that is the backend that is open. */
import { getBackend } from "@tensorflow/tfjs-core";
import type { DeviceGradients, Whole } from "./kernels/webgpu/gradient.ts";

/**
 * The examples on the device and what computes all pieces there; null where another backend is open or none, and pieces are
 * WebAssembly's.
 * @throws CapacityError, OutOfMemoryError, DeviceLostError, or the signal's reason
 */
export async function gradientsOnOpenDevice(
  whole: Whole,
  signal: AbortSignal,
): Promise<DeviceGradients | null> {
  if (getBackend() !== "webgpu") return null;
  const { gradientsOnDevice } = await import("./kernels/webgpu/gradient.ts");
  return gradientsOnDevice(whole, signal);
}
