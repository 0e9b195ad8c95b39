/** Some of many examples, where all of them are more than can be looked at often. */
import type { Sample } from "../../../engine/network.ts";

/** The first ones, or all, if they are few. */
export function firstExamples(sample: Sample, most: number): Sample {
  const sampleSize = Math.min(most, sample.sampleSize);
  return {
    ...sample,
    sampleSize,
    inputs: sample.inputs.subarray(0, sampleSize * sample.inputDimension),
    targets: sample.targets.subarray(0, sampleSize),
  };
}
