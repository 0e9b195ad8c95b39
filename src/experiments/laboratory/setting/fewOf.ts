/** Some of many neurons and examples, where all of them are more than can be drawn or looked at. */
import type { Sample } from "../../../engine/network.ts";
import type { AnyNetwork } from "./underway.ts";

/** The first examples. */
export function firstExamples(sample: Sample, most: number): Sample {
  const sampleSize = Math.min(most, sample.sampleSize);
  return {
    ...sample,
    sampleSize,
    inputs: sample.inputs.subarray(0, sampleSize * sample.inputDimension),
    targets: sample.targets.subarray(0, sampleSize),
  };
}

/** The numbers of the first neurons, which are independent draws; of an antisymmetric start of both halves. */
export function firstNeurons({ width }: AnyNetwork, isAntisymmetric: boolean, most: number): number[] {
  const count = Math.min(most, width);
  if (!isAntisymmetric) return Array.from({ length: count }, (_, k) => k);
  const half = Math.floor(count / 2);
  return Array.from({ length: 2 * half }, (_, k) => (k < half ? k : width / 2 + k - half));
}
