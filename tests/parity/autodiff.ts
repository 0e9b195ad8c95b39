// The second oracle: the same risk written with ordinary TensorFlow.js operations and differentiated by it. It shares
// no formula of a gradient with the reference or the kernels. Runs on the `cpu` backend, in float32.

// The whole of TensorFlow.js, because it registers the gradients of its operations; the core alone does not.
import "@tensorflow/tfjs";
import {
  type AdamOptimizer,
  matMul,
  mean,
  mul,
  type NamedTensorMap,
  relu,
  type Scalar,
  setBackend,
  sigmoid,
  softplus,
  square,
  squeeze,
  sub,
  type Tensor,
  tanh,
  tensor,
  tidy,
  train,
  type Variable,
  variable,
  variableGrads,
} from "@tensorflow/tfjs-core";
import type { ActivationName } from "../../src/engine/activations.ts";
import type { LossName } from "../../src/engine/losses.ts";
import type { Network, Sample } from "../../src/engine/network.ts";
import type { Descent, Rule } from "../../src/engine/reference.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";
import { joined, type Outcome } from "./runs.ts";

const activate: Readonly<Record<ActivationName, (z: Tensor) => Tensor>> = {
  relu,
  tanh,
  xTanh: (z) => mul(z, tanh(z)),
  x2Tanh: (z) => mul(mul(z, z), tanh(z)),
  sigmoid,
  softplus,
};

const risk: Readonly<Record<LossName, (f: Tensor, y: Tensor, margin: number) => Scalar>> = {
  squared: (f, y) => mul(0.5, mean(square(sub(f, y)))),
  hinge: (f, y, margin) => mean(relu(sub(margin, mul(y, f)))),
};

/** R(w, a) = mean of ℓ(κ σ(x w) a, y) */
function riskOf(
  x: Tensor,
  y: Tensor,
  w: Variable,
  a: Variable,
  outputFactor: number,
  { activation, loss, margin }: Rule,
): Scalar {
  const f = mul(outputFactor, squeeze(matMul(activate[activation](matMul(x, w)), a), [1]));
  return risk[loss](f, y, margin);
}

function gradientOf(gradients: NamedTensorMap, weights: Variable): Tensor {
  const gradient = gradients[weights.name];
  if (!gradient) throw new Error(`TensorFlow.js gave no gradient for ${weights.name}.`);
  return gradient;
}

/** What moves one layer, and what it remembers in the end: M and then V. */
interface Mover {
  readonly move: (weights: Variable, gradient: Tensor, timeStep: number) => void;
  readonly moments: () => Promise<readonly Float32Array[]>;
  readonly dispose: () => void;
}

function gradientMover(rate: number): Mover {
  return {
    move: (weights, gradient, timeStep) => weights.assign(sub(weights, mul(timeStep * rate, gradient))),
    moments: async () => [],
    dispose: () => {},
  };
}

/**
 * TensorFlow.js's own Adam, one for each layer since it has one rate only. It means what Alg. 1 of Kingma and Ba does:
 * M̂/(√V̂ + ε) with both moments corrected first, and not their variant that adds ε to the uncorrected √V. So ε needs
 * no rescaling. But it multiplies β₂ᵗ up in float32 and subtracts it from 1, which for β₂ = 0.999 loses four digits:
 * compare with decays whose first powers are exact in float32.
 */
function adamMover(rate: number, timeStep: number, { beta1, beta2, epsilon }: Rule): Mover {
  const adam: AdamOptimizer = train.adam(timeStep * rate, beta1, beta2, epsilon);
  return {
    move: (weights, gradient) => adam.applyGradients([{ name: weights.name, tensor: gradient }]),
    moments: async () => {
      const [, ...moments] = await adam.getWeights();
      return moments.map(({ tensor: each }) => each.dataSync().slice() as Float32Array);
    },
    dispose: () => adam.dispose(),
  };
}

async function descendOne(
  start: Network,
  sample: Sample,
  descent: Descent,
  rule: Rule,
  timeSteps: ArrayLike<number>,
): Promise<Outcome> {
  const { sampleSize, inputDimension } = sample;
  const x = tensor(sample.inputs, [sampleSize, inputDimension]);
  const y = tensor(sample.targets, [sampleSize]);
  const layers = [
    { weights: tensor(start.inputWeights, [inputDimension, start.width]), rate: descent.inputRate },
    { weights: tensor(start.outputWeights, [start.width, 1]), rate: descent.outputRate },
  ].map(({ weights, rate }) => ({
    weights: variable(weights),
    start: weights,
    mover: rule.optimiser === "adam" ? adamMover(rate, timeSteps[0] as number, rule) : gradientMover(rate),
  }));
  const [w, a] = layers.map(({ weights }) => weights) as [Variable, Variable];
  const risks = Array.from(timeSteps, (timeStep) =>
    readAtOnce(() => {
      const { value, grads } = variableGrads(() => riskOf(x, y, w, a, descent.outputFactor, rule), [w, a]);
      for (const { weights, mover } of layers) mover.move(weights, gradientOf(grads, weights), timeStep);
      return value;
    }),
  );
  const moments = await Promise.all(layers.map(({ mover }) => mover.moments()));
  const outcome = {
    inputWeights: Float32Array.from(w.dataSync()),
    outputWeights: Float32Array.from(a.dataSync()),
    risks: Float32Array.from(risks),
    timeSteps: Float32Array.from(timeSteps),
    steps: risks.length,
    // M of both layers, then V of both.
    moments: joined([0, 1].flatMap((which) => moments.flatMap((both) => both[which] ?? []))),
  };
  for (const { weights, start: first, mover } of layers) {
    weights.dispose();
    first.dispose();
    mover.dispose();
  }
  x.dispose();
  y.dispose();
  return outcome;
}

/** `tidy` for a scalar of which only the number is kept. */
function readAtOnce(run: () => Scalar): number {
  let value = Number.NaN;
  tidy(() => {
    value = run().dataSync()[0] as number;
  });
  return value;
}

/** Descent by autodiff, a network at a time, with the given time steps. Leaves `cpu` as the backend. */
export async function runAutodiff(
  ensemble: Ensemble,
  timeSteps: readonly ArrayLike<number>[],
): Promise<Outcome[]> {
  await setBackend("cpu");
  const outcomes: Outcome[] = [];
  for (const [r, network] of ensemble.networks.entries()) {
    const descent = ensemble.descents[r] as Descent;
    const steps = timeSteps[r] as ArrayLike<number>;
    outcomes.push(await descendOne(network, sampleAt(ensemble, r), descent, ensemble.rule, steps));
  }
  return outcomes;
}
