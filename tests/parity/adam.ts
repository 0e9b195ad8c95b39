// What Adam makes of the rounding of gradients, entry by entry.
//
// Adam's direction M̂/(√V̂ + ε) is of size 1 however small a gradient is, so that errors are not relative to the largest
// weight but to each gradient's own history. Let S be the size of a gradient, the sum of its terms' absolute values,
// with the terms' own sensitivity to the weights in it, and δ what a sum errs by relative to that size (tolerance.ts).
// Then g errs by δ S. M and V are averages of g and g² with the same positive weights; let S_M and S_V be those of S
// and S². Thus M errs by δ S_M. V errs by 2δ times the average of |g| S, which is at most 2δ √(V S_V) by
// Cauchy–Schwarz, and by δ² S_V. So √V̂ errs by δ √Ŝ_V, and the direction D by
//
//     δ (Ŝ_M + |D| √Ŝ_V) / (√V̂ + ε),
//
// but by no more than 2, where its sign is anybody's guess. The weights err by the sum of Δt ρ times this. A gradient
// that is exactly zero, as that of a neuron which no sample activates, has S = 0 and may not move at all.
import { type ActivationName, activations } from "../../src/engine/activations.ts";
import type { Descent } from "../../src/engine/reference.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";
import type { Measured } from "./path.ts";

export interface AdamErrors {
  readonly inputWeights: Float64Array;
  readonly outputWeights: Float64Array;
  /** As the moments are laid out. */
  readonly moments: Float64Array;
}

/** What is allowed in each entry because of Adam; nothing without it. `relative` is δ. */
export function adamErrors(
  ensemble: Ensemble,
  r: number,
  path: readonly Measured[],
  relative: number,
): AdamErrors | undefined {
  const { optimiser, beta1, beta2, epsilon } = ensemble.rule;
  const first = path[0];
  if (optimiser !== "adam" || !first) return undefined;
  const { outputRate, inputRate } = ensemble.descents[r] as Descent;
  const inputLength = first.network.inputWeights.length;
  const half = first.moments.length / 2;
  const weights = new Float64Array(half);
  const moments = new Float64Array(2 * half);
  // S_M and S_V; moments that were given came out of float32 too.
  const sizes = Float64Array.from(ensemble.moments?.[r] ?? moments, Math.abs);
  for (const [step, measured] of path.entries()) {
    const gradientSizes = sizesOfGradient(ensemble, r, measured);
    const firstCorrection = 1 - beta1 ** (step + 1);
    const secondCorrection = 1 - beta2 ** (step + 1);
    for (const [k, size] of gradientSizes.entries()) {
      const sizeM = beta1 * (sizes[k] as number) + (1 - beta1) * size;
      const sizeV = beta2 * (sizes[half + k] as number) + (1 - beta2) * size ** 2;
      sizes[k] = sizeM;
      sizes[half + k] = sizeV;
      const v = measured.moments[half + k] as number;
      moments[k] = relative * sizeM;
      moments[half + k] = 2 * relative * Math.sqrt(v * sizeV) + relative ** 2 * sizeV;
      const scale = Math.sqrt(v / secondCorrection) + epsilon;
      const direction = Math.abs(measured.moments[k] as number) / firstCorrection / scale;
      const error = sizeM / firstCorrection + direction * Math.sqrt(sizeV / secondCorrection);
      const rate = measured.timeStep * (k < inputLength ? inputRate : outputRate);
      weights[k] = (weights[k] as number) + rate * Math.min(2, (relative * error) / scale);
    }
  }
  return { inputWeights: weights.slice(0, inputLength), outputWeights: weights.slice(inputLength), moments };
}

/** S of ∂R/∂w and then of ∂R/∂a, [d + 1, m]. */
function sizesOfGradient(ensemble: Ensemble, r: number, measured: Measured): Float64Array {
  const { loss, activation } = ensemble.rule;
  const { sampleSize, inputDimension, inputs, targets } = sampleAt(ensemble, r);
  const { width, inputWeights, outputWeights } = measured.network;
  const { value, slope } = activations[activation];
  const factor = (ensemble.descents[r] as Descent).outputFactor / sampleSize;
  const sizes = new Float64Array((inputDimension + 1) * width);
  for (let i = 0; i < sampleSize; i++) {
    // The hinge's pull is exact, a residual is as exact as its terms.
    const residualSize = Math.abs(targets[i] as number) + (measured.outputSizes[i] as number);
    const pull = measured.pull[i] as number;
    const scaled = factor * (loss === "hinge" ? Math.abs(pull) : residualSize);
    const input = inputs.subarray(i * inputDimension, (i + 1) * inputDimension);
    for (let k = 0; k < width; k++) {
      const z = measured.z[i * width + k] as number;
      const zSize = input.reduce(
        (sum, x, j) => sum + Math.abs(x * (inputWeights[j * width + k] as number)),
        0,
      );
      const slopeSize = Math.abs(slope(z)) + zSize * curvature(activation, z);
      const valueSize = Math.abs(value(z)) + zSize * Math.abs(slope(z));
      const at = inputDimension * width + k;
      sizes[at] = (sizes[at] as number) + scaled * valueSize;
      const byInput = scaled * Math.abs(outputWeights[k] as number) * slopeSize;
      for (const [j, x] of input.entries()) {
        sizes[j * width + k] = (sizes[j * width + k] as number) + byInput * Math.abs(x);
      }
    }
  }
  return sizes;
}

/** |σ″| by central differences; none for a ReLU, whose kink tolerance.ts allows for. */
function curvature(activation: ActivationName, z: number): number {
  if (activation === "relu") return 0;
  const { slope } = activations[activation];
  const h = 1e-4;
  return Math.abs(slope(z + h) - slope(z - h)) / (2 * h);
}
