// Predicted lines are where the flow of a single neuron rests, in the plane and in space; none where nothing is known.
import { expect, it } from "vitest";
import { dot } from "../../../../src/math/vectors.ts";
import { criticalLines } from "../../../../src/theory/condensation/criticalLines.ts";
import { MULTIPLICITY } from "../../../../src/theory/condensation/multiplicity.ts";
import { predictedLines } from "../../../../src/theory/condensation/predictedLines.ts";
import { twoLinesOf } from "../../../../src/theory/condensation/twoLines.ts";

const ROWS = [
  [1, 0.5, -1],
  [-0.3, 2, 0.7],
  [0.4, -1.2, 1.5],
  [2, 0.1, 0.2],
];
const TARGETS = [1, -0.5, 0.8, 0.3];
const RESIDUALS = TARGETS.map((y) => -y);
const inSpace = { sampleSize: 4, inputDimension: 3, inputs: ROWS.flat() };
const inPlane = { sampleSize: 4, inputDimension: 2, inputs: ROWS.flatMap((row) => row.slice(0, 2)) };
const plain = (multiplicity?: (typeof MULTIPLICITY)[keyof typeof MULTIPLICITY]) => ({
  multiplicity,
  bySigns: false,
});

it("has one line along Σ yx for p = 1, whose side is that of a", () => {
  const pull = [0, 1, 2].map((j) =>
    ROWS.reduce((sum, row, i) => sum + (TARGETS[i] as number) * (row[j] as number), 0),
  );
  const { rays, plane } = predictedLines(inSpace, RESIDUALS, plain(MULTIPLICITY.tanh));
  expect(rays).toHaveLength(2);
  for (const { direction, sign } of rays)
    expect((sign * dot(direction, pull)) / Math.sqrt(dot(pull, pull))).toBeCloseTo(1, 12);
  expect(dot(plane[0], plane[1])).toBeCloseTo(0, 12);
  expect(dot(plane[1], plane[1])).toBeCloseTo(1, 12);
});

it("has the line of its signs under descent by signs", () => {
  const { rays } = predictedLines(inSpace, RESIDUALS, { multiplicity: MULTIPLICITY.tanh, bySigns: true });
  for (const { direction } of rays)
    for (const entry of Array.from(direction)) expect(Math.abs(entry)).toBeCloseTo(1 / Math.sqrt(3), 12);
});

it("has both extreme eigenvectors for p = 2, by the sign of a", () => {
  const { rays } = predictedLines(inSpace, RESIDUALS, plain(MULTIPLICITY.xTanh));
  const { top, bottom } = twoLinesOf(inSpace, RESIDUALS);
  expect(
    rays.filter(({ sign }) => sign === 1).map(({ direction }) => Math.abs(dot(direction, top.vector))),
  ).toEqual([1, 1].map(() => expect.closeTo(1, 12)));
  expect(
    rays.filter(({ sign }) => sign === -1).map(({ direction }) => Math.abs(dot(direction, bottom.vector))),
  ).toEqual([1, 1].map(() => expect.closeTo(1, 12)));
});

it("has the critical lines in the plane, and agrees there with both closed forms", () => {
  const cubic = predictedLines(inPlane, RESIDUALS, plain(MULTIPLICITY.x2Tanh));
  const rows = ROWS.map(([x = 0, y = 0]) => [x, y] as const);
  expect(cubic.rays).toHaveLength(2 * criticalLines(rows, RESIDUALS, 3).length);
  const quadratic = predictedLines(inPlane, RESIDUALS, plain(MULTIPLICITY.xTanh));
  const { top } = twoLinesOf(inPlane, RESIDUALS);
  for (const { direction, sign } of quadratic.rays)
    expect(Math.abs(dot(direction, top.vector))).toBeCloseTo(sign > 0 ? 1 : 0, 9);
  const linear = predictedLines(inPlane, RESIDUALS, plain(MULTIPLICITY.tanh));
  const pull = [0, 1].map((j) =>
    ROWS.reduce((sum, row, i) => sum + (TARGETS[i] as number) * (row[j] as number), 0),
  );
  for (const { direction, sign } of linear.rays) expect(sign * dot(direction, pull)).toBeGreaterThan(0);
});

it("has none without a multiplicity, for p = 3 in space, in one coordinate, and for targets of 0", () => {
  expect(predictedLines(inSpace, RESIDUALS, plain()).rays).toEqual([]);
  expect(predictedLines(inSpace, RESIDUALS, plain(MULTIPLICITY.x2Tanh)).rays).toEqual([]);
  const inOne = { sampleSize: 4, inputDimension: 1, inputs: [1, 2, 3, 4] };
  expect(predictedLines(inOne, RESIDUALS, plain(MULTIPLICITY.tanh)).rays).toEqual([]);
  for (const inputs of [inSpace, inPlane])
    expect(predictedLines(inputs, [0, 0, 0, 0], plain(MULTIPLICITY.tanh)).rays).toEqual([]);
});
