/** This site's engine as a peer: through the operation `descend`, as a run uses it, and not its kernels alone. */
import { enableProdMode, type Tensor, tensor } from "@tensorflow/tfjs-core";
import type { BackendName } from "../engine/backends.ts";
import { DESCENT_COLUMNS, type DescendInputs, descend } from "../engine/descend.ts";
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
  let ensemble = upload(problem);
  const advance = async (steps: number) => {
    let risk = Number.NaN;
    for (let left = steps; left > 0; left -= STEPS_A_CALL) {
      const result = descend(ensemble, { steps: Math.min(left, STEPS_A_CALL), adaptive: false });
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

function upload(problem: Problem): DescendInputs<Tensor> {
  const { sample, network } = problem;
  const { sampleSize, inputDimension } = sample;
  const { width } = network;
  const descent = descentOf(problem);
  return {
    inputWeights: tensor(network.inputWeights, [1, inputDimension, width]),
    outputWeights: tensor(network.outputWeights, [1, width]),
    inputs: tensor(sample.inputs, [sampleSize, inputDimension]),
    targets: tensor(sample.targets, [sampleSize]),
    descents: tensor([DESCENT_COLUMNS.map((name) => descent[name])]),
  };
}
