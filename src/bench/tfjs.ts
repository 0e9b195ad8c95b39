/**
 * Stock TensorFlow.js as a peer: operations of its own, its automatic differentiation and its optimiser, in production
 * mode. Nothing of our engine but the start of the backend. (`train.sgd`, assigning by hand, the fused product with
 * relu, and squares as a product were tried and are equally fast.)
 */
import * as tf from "@tensorflow/tfjs";
import type { BackendName } from "../engine/backends.ts";
import type { OpenDevice, Problem, Start, Training } from "./peer.ts";

/** @throws Error where the backend does not start. */
export async function openTfjs(backend: BackendName, openDevice: OpenDevice): Promise<Start> {
  tf.enableProdMode();
  const device = await openDevice(backend);
  if (device.backend !== backend) throw new Error(device.reason);
  return start;
}

async function start(problem: Problem): Promise<Training> {
  const { risk, variables, constants } = riskOf(problem);
  const optimiser = tf.train.sgd(problem.timeStep);
  const step = () => optimiser.minimize(risk, true, variables) as tf.Scalar;
  const advance = async (steps: number) => {
    for (let k = 1; k < steps; k++) step().dispose();
    const last = step();
    const [value] = await last.data();
    last.dispose();
    return value as number;
  };
  const end = () => {
    tf.dispose([constants, variables]);
    optimiser.dispose();
  };
  return { advance, end };
}

function riskOf({ sample, network, outputFactor }: Problem) {
  const { sampleSize, inputDimension } = sample;
  const { width } = network;
  const x = tf.tensor2d(sample.inputs, [sampleSize, inputDimension]);
  const y = tf.tensor2d(sample.targets, [sampleSize, 1]);
  const w = tf.variable(tf.tensor2d(network.inputWeights, [inputDimension, width]));
  const a = tf.variable(tf.tensor2d(network.outputWeights, [width, 1]));
  const risk = (): tf.Scalar => {
    const residuals = tf.sub(tf.mul(tf.matMul(tf.relu(tf.matMul(x, w)), a), outputFactor), y);
    return tf.mul(tf.mean(tf.square(residuals)), 0.5);
  };
  return { risk, variables: [w, a], constants: [x, y] };
}
