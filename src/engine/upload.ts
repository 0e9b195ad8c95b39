/** Networks and their sample as the tensors that `descend` takes. Trains nothing. */
import { type Tensor, tensor } from "@tensorflow/tfjs-core";
import { DESCENT_COLUMNS, type DescendInputs } from "./descend.ts";
import type { Network, Sample } from "./network.ts";
import type { Descent } from "./reference.ts";

/** Uploads R networks of one size with a descent each, the one sample of all and, for Adam, the moments of all. */
export function upload(
  networks: readonly Network[],
  sample: Sample,
  descents: readonly Descent[],
  moments?: Float32Array,
): DescendInputs<Tensor> {
  const [{ width, inputDimension }] = networks as readonly [Network];
  const { length } = networks;
  return {
    inputWeights: tensor(joined(networks.map((each) => each.inputWeights)), [length, inputDimension, width]),
    outputWeights: tensor(joined(networks.map((each) => each.outputWeights)), [length, width]),
    inputs: tensor(sample.inputs, [sample.sampleSize, inputDimension], "float32"),
    targets: tensor(sample.targets, [sample.sampleSize], "float32"),
    descents: tensor(
      descents.flatMap((descent) => DESCENT_COLUMNS.map((name) => descent[name])),
      [length, DESCENT_COLUMNS.length],
      "float32",
    ),
    ...(moments ? { moments: tensor(moments, [length, 2, inputDimension + 1, width]) } : {}),
  };
}

/** All numbers of arrays of one length, one array after the other. */
export function joined(arrays: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  arrays.forEach((array, r) => {
    all.set(array, r * array.length);
  });
  return all;
}
