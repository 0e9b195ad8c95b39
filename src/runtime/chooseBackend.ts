/**
 * What `auto` comes to for the runs at hand. Where there is a hardware adapter, backends are tried out, by a part of the
 * page that is loaded only then; before a run nothing is asked or measured.
 */
import { adapterHere, objectionTo } from "../engine/adapter.ts";
import { BACKEND_LABELS, type BackendChoice } from "../engine/backends.ts";
import type { Choice } from "../engine/choice.ts";
import { experimentNamed } from "../experiments/catalogue.ts";
import type { RunRequest } from "./protocol.ts";

/**
 * The backend for runs that belong together, and why. That the trial fails is a reason for WebAssembly, and no error.
 * @param lanes how many of the runs WebAssembly would have side by side
 */
export async function chooseBackend(
  choice: BackendChoice,
  requests: readonly RunRequest[],
  lanes: number,
): Promise<Choice> {
  if (choice !== "auto") return { backend: choice, reason: `${BACKEND_LABELS[choice]} was asked for.` };
  const adapter = await adapterHere();
  const objection = objectionTo(adapter);
  if (!adapter || objection) return { backend: "wasm", reason: objection ?? "" };
  try {
    const { chooseByTrial } = await import("./trials.ts");
    const runs = requests.map(({ experiment, parameters, stride }) => ({
      workload: experimentNamed(experiment).workload(parameters),
      stride,
    }));
    return await chooseByTrial(adapter.name, runs, lanes);
  } catch (error) {
    return { backend: "wasm", reason: `WebGPU could not be tried out: ${(error as Error).message}` };
  }
}
