/** Trains a network on the digits of two classes, in coordinates of their span: what lies outside it never moves. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { spanSample } from "../../phase-diagram/setting/mnist/sample.ts";
import { scaledSample, watchedOn } from "../setting/unsymmetric.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = ({ positive, negative, ...network }, seed) => {
  const { sample: all } = spanSample("unit");
  const { inputDimension } = all;
  const chosen = Array.from(all.targets, (digit, i) => ({
    input: all.inputs.subarray(i * inputDimension, (i + 1) * inputDimension),
    label: positive.includes(digit) ? 1 : negative.includes(digit) ? -1 : 0,
  })).filter(({ label }) => label !== 0);
  const labels = chosen.map(({ label }) => label);
  const sample = scaledSample(
    chosen.map(({ input }) => input),
    labels,
  );
  const examples = [1, -1].map((label) => labels.filter((each) => each === label).length);
  const { training, looks } = watchedOn(sample, network, seed, () => ({ examples }));
  return trained(training, looks);
};
