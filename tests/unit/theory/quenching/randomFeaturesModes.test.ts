// The modes of the flow of random features add up to its weights, and their shares alone to its risk.
import { expect, it } from "vitest";
import { normal, stream } from "../../../../src/math/random.ts";
import { dot } from "../../../../src/math/vectors.ts";
import { randomFeatures } from "../../../../src/theory/quenching/randomFeatures.ts";

it.each([
  ["more samples than features", 12, 5],
  ["more features than samples", 5, 12],
])("with %s", (_, samples, width) => {
  const source = stream(3, "features");
  const features = Float64Array.from({ length: samples * width }, (__, k) => normal(source, k));
  const targets = Float64Array.from({ length: samples }, (__, k) => normal(source, samples * width + k));
  const { weightsAt, sharesAt, modes, sampleRiskAt } = randomFeatures(features, targets);
  for (const time of [0, 0.1, 3, 100, Number.POSITIVE_INFINITY]) {
    const weights = weightsAt(time);
    const shares = sharesAt(time);
    for (const [j, weight] of weights.entries()) expect(dot(modes.getRow(j), shares)).toBeCloseTo(weight, 9);
    const errors = targets.map((y, i) => dot(features.subarray(i * width, (i + 1) * width), weights) - y);
    expect(sampleRiskAt(time)).toBeCloseTo(dot(errors, errors) / samples, 12);
  }
});
