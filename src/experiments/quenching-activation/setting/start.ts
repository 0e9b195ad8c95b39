/** Gaussian inputs to learn from, and what networks compute of them. */
import { normal, stream } from "../../../math/random.ts";
import { dot, unit } from "../../../math/vectors.ts";
import { inputOf, type Neurons } from "../../../theory/quenching/neurons.ts";

/** x ~ N(0, I), or evenly from the unit sphere, shape [n, d]; `purpose` keeps samples of one seed apart. */
export function drawnInputs(
  sampleSize: number,
  inputDimension: number,
  { seed, purpose, onSphere = false }: { seed: number; purpose: string; onSphere?: boolean },
): Float64Array {
  const inputs = new Float64Array(sampleSize * inputDimension);
  for (let i = 0; i < sampleSize; i++) {
    const source = stream(seed, `${purpose} ${i}`);
    const gaussian = Float64Array.from({ length: inputDimension }, (_, k) => normal(source, k));
    inputs.set(onSphere ? unit(gaussian) : gaussian, i * inputDimension);
  }
  return inputs;
}

/** σ(bⱼ·xᵢ), row by row of the inputs, shape [n, m]. */
export function featuresAt(
  neurons: Pick<Neurons, "inputs" | "inputDimension">,
  inputs: Float64Array,
): Float64Array {
  const { inputDimension } = neurons;
  const width = neurons.inputs.length / inputDimension;
  const samples = inputs.length / inputDimension;
  const rows = Array.from({ length: width }, (_, j) => inputOf(neurons, j));
  const features = new Float64Array(samples * width);
  for (let i = 0; i < samples; i++) {
    const x = inputOf({ inputs, inputDimension }, i);
    for (const [j, b] of rows.entries()) features[i * width + j] = Math.max(0, dot(b, x));
  }
  return features;
}

/** f(xᵢ), shape [n]. */
export function outputsAt(neurons: Neurons, inputs: Float64Array): Float64Array {
  return outputsOf(neurons.weights, featuresAt(neurons, inputs));
}

/** The same from features that are known, row by row of the inputs. */
export function outputsOf(weights: Float64Array, features: Float64Array): Float64Array {
  const width = weights.length;
  return Float64Array.from({ length: features.length / width }, (_, i) =>
    dot(weights, features.subarray(i * width, (i + 1) * width)),
  );
}
