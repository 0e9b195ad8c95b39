/** Inputs, residuals and neurons to test the theory on. */
import { normal, stream } from "../../../../src/math/random.ts";
import type { Inputs, Neuron } from "../../../../src/theory/condensation/leadingOrder.ts";

export function drawnInputs(seed: number, inputDimension: number, sampleSize = 30): Inputs {
  const source = stream(seed, "inputs");
  const inputs = Float64Array.from({ length: sampleSize * inputDimension }, (_, k) =>
    (k + 1) % inputDimension === 0 ? 1 : normal(source, k),
  );
  return { sampleSize, inputDimension, inputs };
}

export function drawnNumbers(seed: number, length: number, purpose = "residuals"): Float64Array {
  const source = stream(seed, purpose);
  return Float64Array.from({ length }, (_, k) => normal(source, k));
}

export function drawnNeuron(seed: number, inputDimension: number, size = 1): Neuron {
  const [output, ...input] = drawnNumbers(seed, inputDimension + 1, "neuron").map((value) => size * value);
  return { output: output as number, input: Float64Array.from(input) };
}
