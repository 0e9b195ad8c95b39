// Random features in closed form, against gradient descent by small steps and against the normal equations.
import { expect, it } from "vitest";
import { normal, stream } from "../../../../src/math/random.ts";
import { randomFeatures } from "../../../../src/theory/quenching/randomFeatures.ts";

function problem(samples: number, width: number) {
  const features = Float64Array.from({ length: samples * width }, (_, k) =>
    Math.max(0, normal(stream(3, "phi"), k)),
  );
  const targets = Float64Array.from({ length: samples }, (_, i) => normal(stream(3, "y"), i));
  return { features, targets };
}

/** −2/n Φᵀ(Φa − y). */
function slopeAt({ features, targets }: ReturnType<typeof problem>, a: Float64Array): Float64Array {
  const width = a.length;
  const slope = new Float64Array(width);
  targets.forEach((y, i) => {
    const row = features.subarray(i * width, (i + 1) * width);
    const residual = row.reduce((sum, phi, j) => sum + phi * (a[j] as number), -y);
    row.forEach((phi, j) => {
      slope[j] = (slope[j] as number) - (2 / targets.length) * phi * residual;
    });
  });
  return slope;
}

it.each([
  [8, 5],
  [5, 8],
])("follows gradient descent by small steps, %i samples and %i features", (samples, width) => {
  const given = problem(samples, width);
  const step = 1e-4;
  let a = new Float64Array(width);
  for (let k = 0; k < 20_000; k++) {
    const slope = slopeAt(given, a);
    a = a.map((value, j) => value + step * (slope[j] as number));
  }
  const closed = randomFeatures(given.features, given.targets).weightsAt(20_000 * step);
  closed.forEach((value, j) => {
    expect(value).toBeCloseTo(a[j] as number, 3);
  });
});

it.each([
  [8, 5],
  [5, 8],
])(
  "ends where nothing moves it, and in the span of the samples, %i samples and %i features",
  (samples, width) => {
    const given = problem(samples, width);
    const features = randomFeatures(given.features, given.targets);
    const end = features.weightsAt(Infinity);
    for (const value of slopeAt(given, end)) expect(value).toBeCloseTo(0, 9);
    const late = features.weightsAt(1e9);
    end.forEach((value, j) => {
      expect(late[j]).toBeCloseTo(value, 9);
    });
  },
);

it("has no output before it starts", () => {
  const { features, targets } = problem(6, 4);
  expect(randomFeatures(features, targets).weightsAt(0)).toEqual(new Float64Array(4));
});
