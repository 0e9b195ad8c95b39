/**
 * Resolves `auto` to a backend for the given runs. Where there is a hardware adapter, backends are tried out, by a part of the
 * page that is loaded only then; before a run nothing is asked or measured.
 */

import { experimentNamed } from "../../catalogue/experiments.ts";
import { adapterHere, objectionTo } from "../../engine/adapter.ts";
import { BACKEND_LABELS, type BackendChoice } from "../../engine/backends.ts";
import type { Choice } from "../../engine/choice.ts";
import { late } from "../late.ts";
import type { Pool } from "./pool.ts";
import type { RunRequest } from "./protocol.ts";

const ON_ALL_CORES = "A sample this large is computed in pieces, on WebAssembly on all cores.";

/**
 * The backend for runs that belong together, and why. A trial that fails is a reason for WebAssembly, not an error.
 * Float64 integration uses no backend, and training in pieces none but WebGPU and WebAssembly.
 * @param lanes how many of the runs WebAssembly would have side by side
 */
export async function chooseBackend(
  choice: BackendChoice,
  requests: readonly RunRequest[],
  pool: Pool,
  lanes: number,
): Promise<Choice> {
  const trainings = requests.flatMap(({ experiment, parameters, stride }) => {
    const computes = experimentNamed(experiment).computes(parameters);
    return computes.on === "engine" ? [{ workload: computes.workload, stride }] : [];
  });
  if (trainings.length === 0)
    return {
      backend: "wasm",
      reason: "This is computed in float64 on the processor, on every machine alike.",
    };
  const inPieces = trainings.every(({ workload }) => workload.inPieces);
  if (inPieces && (choice === "wasm" || choice === "cpu")) return { backend: "wasm", reason: ON_ALL_CORES };
  if (choice !== "auto") return { backend: choice, reason: `${BACKEND_LABELS[choice]} was asked for.` };
  const adapter = await adapterHere();
  const objection = objectionTo(adapter);
  if (!adapter || objection)
    return { backend: "wasm", reason: [inPieces ? ON_ALL_CORES : "", objection].filter(Boolean).join(" ") };
  try {
    const { chooseByTrial } = await late(() => import("./trials.ts"));
    return await chooseByTrial(pool, adapter.name, trainings, inPieces ? pool.cores : lanes);
  } catch (error) {
    return { backend: "wasm", reason: `WebGPU could not be tried out: ${(error as Error).message}` };
  }
}
