// A few neurons of a wide network: the first ones, and of mirrored ones as many of each half.
import { expect, it } from "vitest";
import { someNeurons } from "../../../../src/experiments/laboratory/setting/someNeurons.ts";

const network = {
  width: 6,
  inputDimension: 2,
  inputWeights: Float32Array.from([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]),
  outputWeights: Float32Array.from([1, 2, 3, -1, -2, -3]),
};

it("takes the first", () => {
  const { width, inputWeights, outputWeights } = someNeurons(network, 2, false);
  expect([width, [...inputWeights], [...outputWeights]]).toEqual([2, [0, 1, 10, 11], [1, 2]]);
});

it("takes as many mirror images", () => {
  const { width, inputWeights, outputWeights } = someNeurons(network, 5, true);
  expect([width, [...inputWeights], [...outputWeights]]).toEqual([
    4,
    [0, 1, 3, 4, 10, 11, 13, 14],
    [1, 2, -1, -2],
  ]);
});

it("takes a small network as it is", () => {
  expect(someNeurons(network, 6, true)).toBe(network);
});
