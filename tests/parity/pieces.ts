// What the tests of a gradient in pieces share: a sample, the reference's gradient of it, and how large the terms of its sums are.
import { activations } from "../../src/engine/activations.ts";
import type { DividedRule } from "../../src/engine/divided.ts";
import type { Network, Sample } from "../../src/engine/network.ts";
import {
  empiricalRisk,
  gradients,
  outputs,
  PLAIN_RULE,
  preactivations,
  pulls,
} from "../../src/engine/reference.ts";
import { normal, stream } from "../../src/math/random.ts";

/** Rounding of float32. */
export const EPSILON = 2 ** -24;
export const FACTOR = 0.3;

export function sampleOf(sampleSize: number, inputDimension: number): Sample {
  const source = stream(5, "inputs");
  const inputs = Float32Array.from({ length: sampleSize * inputDimension }, (_, k) => normal(source, k));
  return {
    sampleSize,
    inputDimension,
    inputs,
    targets: Float32Array.from({ length: sampleSize }, (_, i) =>
      (inputs[i * inputDimension] as number) < 0 ? -1 : 1,
    ),
  };
}

export function part({ inputDimension, inputs, targets }: Sample, from: number, to: number): Sample {
  return {
    sampleSize: to - from,
    inputDimension,
    inputs: inputs.slice(from * inputDimension, to * inputDimension),
    targets: targets.slice(from, to),
  };
}

/** G_w and G_a of the whole sample by the reference, how many examples pull, and Σ ℓᵢ. */
export function expected(network: Network, sample: Sample, rule: DividedRule) {
  const z = preactivations(network, sample);
  const f = outputs(network, sample, FACTOR, rule.activation);
  const pull = pulls(f, sample.targets, { ...PLAIN_RULE, ...rule });
  const { inputWeights, outputWeights } = gradients(
    network,
    sample,
    z,
    pull,
    sample.sampleSize,
    rule.activation,
  );
  return {
    sums: [...inputWeights, ...outputWeights],
    pulling: pull.filter((p) => p !== 0).length,
    loss: sample.sampleSize * empiricalRisk(f, sample.targets, { ...PLAIN_RULE, ...rule }),
  };
}

/** The same sums of the sizes of all terms, each pull being taken as large as what it is the difference of. */
export function sizes(
  { width, inputDimension, ...network }: Network,
  sample: Sample,
  rule: DividedRule,
): number[] {
  const z = preactivations({ width, inputDimension, ...network }, sample);
  const { value, slope } = activations[rule.activation];
  const byInput = Array.from({ length: inputDimension * width }, () => 0);
  const byOutput = Array.from({ length: width }, () => 0);
  const ks = [...Array(width).keys()];
  for (let i = 0; i < sample.sampleSize; i++) {
    const row = z.subarray(i * width, (i + 1) * width);
    const a = (k: number) => Math.abs(network.outputWeights[k] as number);
    const largest = 1 + FACTOR * ks.reduce((sum, k) => sum + a(k) * Math.abs(value(row[k] as number)), 0);
    for (const k of ks) {
      byOutput[k] = (byOutput[k] as number) + largest * Math.abs(value(row[k] as number));
      for (let j = 0; j < inputDimension; j++) {
        const x = Math.abs(sample.inputs[i * inputDimension + j] as number);
        const term = largest * a(k) * Math.abs(slope(row[k] as number)) * x;
        byInput[j * width + k] = (byInput[j * width + k] as number) + term;
      }
    }
  }
  return [...byInput, ...byOutput];
}
