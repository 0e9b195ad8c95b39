// The second oracle: the same risk written with ordinary TensorFlow.js operations and differentiated by it. It shares
// no formula of a gradient with the reference or the kernels. Runs on the `cpu` backend, in float32.

// The whole of TensorFlow.js, because it registers the gradients of its operations; the core alone does not.
import "@tensorflow/tfjs";
import {
  matMul,
  mean,
  mul,
  type NamedTensorMap,
  relu,
  type Scalar,
  setBackend,
  square,
  squeeze,
  sub,
  type Tensor,
  tensor,
  tidy,
  type Variable,
  variable,
  variableGrads,
} from "@tensorflow/tfjs-core";
import type { Network, Sample } from "../../src/engine/network.ts";
import type { Descent } from "../../src/engine/reference.ts";
import type { Ensemble } from "./ensembles.ts";
import type { Outcome } from "./runs.ts";

/** R(w, a) = ½ mean((κ σ(x w) a − y)²) */
function riskOf(x: Tensor, y: Tensor, w: Variable, a: Variable, outputFactor: number): Scalar {
  const outputs = mul(outputFactor, squeeze(matMul(relu(matMul(x, w)), a), [1]));
  return mul(0.5, mean(square(sub(outputs, y))));
}

function gradientOf(gradients: NamedTensorMap, weights: Variable): Tensor {
  const gradient = gradients[weights.name];
  if (!gradient) throw new Error(`TensorFlow.js gave no gradient for ${weights.name}.`);
  return gradient;
}

function move(weights: Variable, gradient: Tensor, rate: number): void {
  weights.assign(sub(weights, mul(rate, gradient)));
}

function descendOne(start: Network, sample: Sample, descent: Descent, timeSteps: ArrayLike<number>): Outcome {
  const { sampleSize, inputDimension } = sample;
  const x = tensor(sample.inputs, [sampleSize, inputDimension]);
  const y = tensor(sample.targets, [sampleSize]);
  const w = variable(tensor(start.inputWeights, [inputDimension, start.width]));
  const a = variable(tensor(start.outputWeights, [start.width, 1]));
  const risks = Array.from(timeSteps, (timeStep) => {
    const { value, grads } = variableGrads(() => riskOf(x, y, w, a, descent.outputFactor), [w, a]);
    move(w, gradientOf(grads, w), timeStep * descent.inputRate);
    move(a, gradientOf(grads, a), timeStep * descent.outputRate);
    return value.dataSync()[0] as number;
  });
  const outcome = {
    inputWeights: Float32Array.from(w.dataSync()),
    outputWeights: Float32Array.from(a.dataSync()),
    risks: Float32Array.from(risks),
    timeSteps: Float32Array.from(timeSteps),
    steps: risks.length,
  };
  w.dispose();
  a.dispose();
  return outcome;
}

/** Gradient descent by autodiff, a network at a time, with the given time steps. Leaves `cpu` as the backend. */
export async function runAutodiff(
  ensemble: Ensemble,
  timeSteps: readonly ArrayLike<number>[],
): Promise<Outcome[]> {
  await setBackend("cpu");
  return ensemble.networks.map((network, r) =>
    tidyOutcome(() =>
      descendOne(
        network,
        ensemble.sample,
        ensemble.descents[r] as Descent,
        timeSteps[r] as ArrayLike<number>,
      ),
    ),
  );
}

/** `tidy` for a function that returns no tensor. */
function tidyOutcome(run: () => Outcome): Outcome {
  let outcome: Outcome | undefined;
  tidy(() => {
    outcome = run();
  });
  return outcome as Outcome;
}
