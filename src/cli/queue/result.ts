/** Runs a part on the workers of this machine to its end: what a worker answers, and this machine where it decides. */
import type { Measurement } from "../../experiments/experiment.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import type { Outcome, Part } from "./part.ts";

/** Errors that are of the machine and not of the run: another machine may do better. */
const OF_THE_MACHINE = [
  "WorkerError",
  "OutOfMemoryError",
  "DeviceLostError",
  "RuntimeError",
  "CompileError",
  "LinkError",
];

/**
 * What the part comes to, which may be an error that the run itself throws, on every machine alike.
 * @throws Error where this machine cannot do it, or the signal's reason
 */
export async function lastOf(
  pool: Pool,
  { experiment, parameters, seed, stride, backend }: Part,
  signal: AbortSignal,
  onMeasurement: (measurement: Measurement) => void = () => {},
): Promise<Outcome> {
  const device = await pool.deviceFor(backend);
  if (device.backend !== backend) throw new Error(`Its ${backend} does not start. ${device.reason}`);
  let last: Measurement | null = null;
  try {
    for await (const measured of pool.run({ experiment, parameters, seed, stride }, device, signal)) {
      if (measured.device.backend !== backend)
        throw new Error(`Its ${backend} broke. ${measured.mishaps.join(" ")}`);
      last = measured.measurement;
      onMeasurement(last);
    }
  } catch (error) {
    const { name, message } = error as Error;
    // What crossed from a worker is the run's, unless its name says that the machine failed.
    if (signal.aborted || name === "Error" || OF_THE_MACHINE.includes(name)) throw error;
    return { error: { name, message } };
  }
  if (!last?.finished) throw new Error("The run ended before its end.");
  return { measurement: last };
}
