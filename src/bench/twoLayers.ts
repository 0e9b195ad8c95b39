/** This site's engine as a peer: through the operation `descend`, as a run uses it, and not its kernels alone. */
import { enableProdMode } from "@tensorflow/tfjs-core";
import type { BackendName } from "../engine/backends.ts";
import { descend } from "../engine/descend.ts";
import { PLAIN_RULE } from "../engine/reference.ts";
import { upload } from "../engine/upload.ts";
import { descentOf, type OpenDevice, type Problem, type Start, type Training } from "./peer.ts";

/** K: steps of one call, at most; the stride of `npm run verify`. */
const STEPS_A_CALL = 500;

/**
 * In TensorFlow.js's production mode, as the stock peer is.
 * @throws Error where the backend does not start.
 */
export async function openTwoLayers(backend: BackendName, openDevice: OpenDevice): Promise<Start> {
  enableProdMode();
  const device = await openDevice(backend);
  if (device.backend !== backend) throw new Error(device.reason);
  return start;
}

async function start(problem: Problem): Promise<Training> {
  let ensemble = upload([problem.network], problem.sample, [descentOf(problem)]);
  const advance = async (steps: number) => {
    let risk = Number.NaN;
    for (let left = steps; left > 0; left -= STEPS_A_CALL) {
      const result = descend(ensemble, {
        steps: Math.min(left, STEPS_A_CALL),
        adaptive: false,
        rule: PLAIN_RULE,
      });
      const { inputWeights, outputWeights, risks, timeSteps, steps: made } = result;
      const trace = await risks.data();
      risk = trace[trace.length - 1] as number;
      const { inputWeights: oldInput, outputWeights: oldOutput } = ensemble;
      for (const used of [oldInput, oldOutput, risks, timeSteps, made]) used.dispose();
      ensemble = { ...ensemble, inputWeights, outputWeights };
    }
    return risk;
  };
  const end = () => {
    for (const held of Object.values(ensemble)) held.dispose();
  };
  return { advance, end };
}
