// What Adam makes of the errors of gradients, entry by entry.
//
// Adam's direction D = M̂/(√V̂ + ε) is of size 1 however small a gradient is, so that errors are not relative to the largest
// weight but to each gradient's own history. Let g_s be the gradient at step s and E_s what it errs by. M̂ = Σ_s c_s g_s and
// V̂ = Σ_s d_s g_s² are averages with positive weights; let E_M and E_V be those of E and E². Thus M̂ errs by E_M. V̂ errs by
// 2 Σ d_s |g_s| E_s, which is at most 2 √(V̂ E_V) by Cauchy–Schwarz, and by E_V.
//
// √V̂ is a norm of the history. It changes by Σ d_s g_s e_s/√V̂ if each g_s changes by e_s, and by at most E_V/(2√V̂) more; by
// √E_V in all. What M̂ and √V̂ change by belongs together: in the first step D is ±1 whatever the size of g is. So D errs by
//
//     (Σ_s |c_s − D d_s g_s/√V̂| E_s + |D| E_V/(2√V̂)) / (√V̂ + ε − √E_V),
//
// and by a relative δ for its own roundings and those of the weight that it moves; but by no more than 2, where its sign is
// anybody's guess. The weights err by the sum of Δt ρ times this.
//
// E has two parts. One is rounding: δ S, where S is the size of a gradient, the sum of its terms' absolute values, with
// the terms' own sensitivity to the weights in it, and δ what a sum errs by relative to that size (tolerance.ts). So a
// relative error δ of the weights is in it too. The other is what the error of the weights so far makes of the gradient.
// That need not be relative to anything: an output weight that passes near zero takes the gradient of its input weights,
// and S, down with it, but not its own error. So the weights' errors are carried through the derivative of each term, to
// first order and by absolute values: through a neuron's own weights, and under the squared loss, whose pulls err as the
// outputs do, through those of all neurons. (Measured on such a neuron, n = 5, d = 3, m = 133, sigmoid, hinge loss: the
// float64 gradients at the weights that WebAssembly had reached explain its error of M within 1 % at the tenth step; what
// rounding alone allows is less than half of it.)
//
// A gradient that is exactly zero, as that of a neuron which no sample activates, has E = 0 and may not move at all.
import { type ActivationName, activations } from "../../src/engine/activations.ts";
import type { Descent, Rule } from "../../src/engine/reference.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";
import type { Measured } from "./path.ts";

export interface AdamErrors {
  readonly inputWeights: Float64Array;
  readonly outputWeights: Float64Array;
  /** As the moments are laid out. */
  readonly moments: Float64Array;
}

/** The gradients of a step, ∂R/∂w and then ∂R/∂a, [d + 1, m], and their errors. */
interface Gradients {
  readonly g: Float64Array;
  readonly error: Float64Array;
}

/**
 * What is allowed in each entry because of Adam; nothing without it. `relative` is δ.
 * @throws Error if the ensemble starts with moments of its own, whose history nobody knows.
 */
export function adamErrors(
  ensemble: Ensemble,
  r: number,
  path: readonly Measured[],
  relative: number,
): AdamErrors | undefined {
  const { optimiser, beta1 } = ensemble.rule;
  const first = path[0];
  if (optimiser !== "adam" || !first) return undefined;
  if (ensemble.moments) throw new Error("What Adam may err by is known only from its first step on.");
  const { outputRate, inputRate } = ensemble.descents[r] as Descent;
  const inputLength = first.network.inputWeights.length;
  const half = first.moments.length / 2;
  const weights = new Float64Array(half);
  const moments = new Float64Array(2 * half);
  const history: Gradients[] = [];
  for (const [step, measured] of path.entries()) {
    const before = path[step - 1]?.moments ?? new Float64Array(half);
    const g = weights.map(
      (_, k) => ((measured.moments[k] as number) - beta1 * (before[k] as number)) / (1 - beta1),
    );
    history.push({ g, error: errorsOfGradient(ensemble, r, measured, relative, weights) });
    for (let k = 0; k < half; k++) {
      const m = measured.moments[k] as number;
      const v = measured.moments[half + k] as number;
      const { ofM, ofV, ofDirection } = errorsOfEntry(ensemble.rule, history, k, m, v);
      moments[k] = ofM;
      moments[half + k] = ofV;
      const rate = measured.timeStep * (k < inputLength ? inputRate : outputRate);
      if (ofM > 0) weights[k] = (weights[k] as number) + rate * Math.min(2, ofDirection + relative);
    }
  }
  return { inputWeights: weights.slice(0, inputLength), outputWeights: weights.slice(inputLength), moments };
}

/** What the k-th entry's moments and direction err by after the steps so far, which left the moments at m and v. */
function errorsOfEntry(
  { beta1, beta2, epsilon }: Rule,
  history: readonly Gradients[],
  k: number,
  m: number,
  v: number,
): { ofM: number; ofV: number; ofDirection: number } {
  const firstCorrection = 1 - beta1 ** history.length;
  const secondCorrection = 1 - beta2 ** history.length;
  const norm = Math.sqrt(v / secondCorrection);
  const direction = m / firstCorrection / (norm + epsilon);
  let [errorM, errorV, together] = [0, 0, 0];
  for (const [s, { g, error }] of history.entries()) {
    const age = history.length - 1 - s;
    const [c, d] = [(1 - beta1) * beta1 ** age, (1 - beta2) * beta2 ** age];
    const e = error[k] as number;
    errorM += c * e;
    errorV += d * e ** 2;
    const ofNorm = norm > 0 ? ((d / secondCorrection) * (g[k] as number)) / norm : 0;
    together += Math.abs(c / firstCorrection - direction * ofNorm) * e;
  }
  const normError = Math.sqrt(errorV / secondCorrection);
  const rest = norm > 0 ? (Math.abs(direction) * normError ** 2) / (2 * norm) : 0;
  const least = norm + epsilon - normError;
  return {
    ofM: errorM,
    ofV: 2 * Math.sqrt(v * errorV) + errorV,
    ofDirection: least > 0 ? (together + rest) / least : Number.POSITIVE_INFINITY,
  };
}

/** E of ∂R/∂w and then of ∂R/∂a, [d + 1, m], at weights that err by `weights`, laid out alike, besides relative δ. */
function errorsOfGradient(
  ensemble: Ensemble,
  r: number,
  measured: Measured,
  relative: number,
  weights: Float64Array,
): Float64Array {
  const { loss, activation } = ensemble.rule;
  const { sampleSize, inputDimension, inputs, targets } = sampleAt(ensemble, r);
  const { width, inputWeights, outputWeights } = measured.network;
  const { value, slope } = activations[activation];
  const { outputFactor } = ensemble.descents[r] as Descent;
  const factor = outputFactor / sampleSize;
  const errors = new Float64Array((inputDimension + 1) * width);
  for (let i = 0; i < sampleSize; i++) {
    const input = inputs.subarray(i * inputDimension, (i + 1) * inputDimension);
    const along = (of: ArrayLike<number>, k: number) =>
      input.reduce((sum, x, j) => sum + Math.abs(x * (of[j * width + k] as number)), 0);
    const neurons = Array.from({ length: width }, (_, k) => {
      const z = measured.z[i * width + k] as number;
      return {
        a: Math.abs(outputWeights[k] as number),
        aError: weights[inputDimension * width + k] as number,
        zSize: along(inputWeights, k),
        zError: along(weights, k),
        value: Math.abs(value(z)),
        slope: Math.abs(slope(z)),
        curvature: curvature(activation, z),
      };
    });
    const pull = Math.abs(measured.pull[i] as number);
    // The hinge's pull is exact; a residual is as exact as its terms, and errs as the output does.
    const isHinge = loss === "hinge";
    const pullSize = isHinge ? pull : Math.abs(targets[i] as number) + (measured.outputSizes[i] as number);
    const pullError = isHinge
      ? 0
      : neurons.reduce(
          (sum, each) => sum + outputFactor * (each.aError * each.value + each.a * each.slope * each.zError),
          0,
        );
    for (const [k, each] of neurons.entries()) {
      const rounding = relative * pullSize * (each.value + each.zSize * each.slope);
      const carried = pull * each.slope * each.zError + pullError * each.value;
      const at = inputDimension * width + k;
      errors[at] = (errors[at] as number) + factor * (rounding + carried);
      const ownRounding = relative * pullSize * each.a * (each.slope + each.zSize * each.curvature);
      const ownCarried =
        pull * (each.aError * each.slope + each.a * each.curvature * each.zError) +
        pullError * each.a * each.slope;
      for (const [j, x] of input.entries()) {
        const own = j * width + k;
        errors[own] = (errors[own] as number) + factor * (ownRounding + ownCarried) * Math.abs(x);
      }
    }
  }
  return errors;
}

/** |σ″| by central differences; none for a ReLU, whose kink tolerance.ts allows for. */
function curvature(activation: ActivationName, z: number): number {
  if (activation === "relu") return 0;
  const { slope } = activations[activation];
  const h = 1e-4;
  return Math.abs(slope(z + h) - slope(z - h)) / (2 * h);
}
