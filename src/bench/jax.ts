/** jax-js as a peer: a whole step compiled by `jit`. Knows nothing of the site's engine. */
import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from "@jax-js/jax";
import type { Problem, Start, Training } from "./peer.ts";

type Weights = { inputWeights: np.Array; outputWeights: np.Array };

/** @throws Error where jax-js does not have the backend, as it has no WebGPU under Node. */
export async function openJax(backend: "wasm" | "webgpu"): Promise<Start> {
  const devices = await init(backend);
  if (!devices.includes(backend)) throw new Error(`jax-js offers only ${devices.join(", ")} here.`);
  defaultDevice(backend);
  return start;
}

/** Every function of jax-js consumes its arguments; `.ref` keeps one alive. */
async function start(problem: Problem): Promise<Training> {
  const { sampleSize, inputDimension } = problem.sample;
  const { width } = problem.network;
  const x = np.array(problem.sample.inputs.slice()).reshape([sampleSize, inputDimension]);
  const y = np.array(problem.sample.targets.slice()).reshape([sampleSize, 1]);
  const step = stepOf(problem);
  let weights: Weights = {
    inputWeights: np.array(problem.network.inputWeights.slice()).reshape([inputDimension, width]),
    outputWeights: np.array(problem.network.outputWeights.slice()).reshape([width, 1]),
  };
  const advance = async (steps: number) => {
    let last: np.Array | undefined;
    for (let k = 0; k < steps; k++) {
      last?.dispose();
      const stepped = step(weights, x.ref, y.ref);
      weights = stepped.weights;
      last = stepped.risk;
    }
    const [value] = last ? await last.data() : [];
    return Number(value);
  };
  const end = () => {
    for (const held of [x, y, weights.inputWeights, weights.outputWeights]) held.dispose();
    step.dispose();
  };
  return { advance, end };
}

function stepOf({ outputFactor, timeStep }: Problem) {
  const riskOf = ({ inputWeights, outputWeights }: Weights, x: np.Array, y: np.Array): np.Array => {
    const hidden = nn.relu(np.matmul(x, inputWeights));
    const residuals = np.matmul(hidden, outputWeights).mul(outputFactor).sub(y);
    return np.square(residuals).mean().mul(0.5);
  };
  return jit((weights: Weights, x: np.Array, y: np.Array) => {
    const { inputWeights, outputWeights } = weights;
    const kept: Weights = { inputWeights: inputWeights.ref, outputWeights: outputWeights.ref };
    const [risk, gradient] = valueAndGrad(riskOf)(kept, x, y);
    return {
      risk,
      weights: {
        inputWeights: inputWeights.sub(gradient.inputWeights.mul(timeStep)),
        outputWeights: outputWeights.sub(gradient.outputWeights.mul(timeStep)),
      },
    };
  });
}
