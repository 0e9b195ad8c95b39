// Neurons gathered on lines: made-up directions whose lines are known.
import { expect, it } from "vitest";
import { linesOf } from "../../../../src/experiments/condensation/setting/lines.ts";
import { directionsOf } from "../../../../src/experiments/condensation/setting/neurons.ts";

/** Unit vectors at angles in degrees. */
const at = (...degrees: number[]) =>
  degrees.map((angle) => [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]);

it("reads directions off the columns of the input weights, and has none for a dead neuron", () => {
  const inputWeights = [3, 0, -1, 4, 0, 0];
  const network = { width: 3, inputDimension: 2, inputWeights, outputWeights: [1, 1, 1] };
  expect(directionsOf(network)).toEqual([
    [0.6, 0.8],
    [0, 0],
    [-1, 0],
  ]);
});

it("takes opposite heads for one line, and puts the fullest line first", () => {
  // |cos 5°| = 0.996, |cos 40°| = 0.766.
  const lines = linesOf(at(10, 50, 190, 55, 12, 230, 235, 100), 0.98);
  expect(lines.map(({ neurons }) => [...neurons].sort((a, b) => a - b))).toEqual([
    [1, 3, 5, 6],
    [0, 2, 4],
    [7],
  ]);
  // The mean of 50°, 55°, 50° and 55° is 52.5°, seen from the side of the first neuron.
  const [first] = lines;
  expect(first?.direction[0]).toBeCloseTo(Math.cos((52.5 * Math.PI) / 180), 12);
  expect(first?.direction[1]).toBeCloseTo(Math.sin((52.5 * Math.PI) / 180), 12);
});

it("counts no neuron twice where neighbourhoods overlap", () => {
  // 0°, 10° and 20°: both ends are within 11.48° of the middle and not of each other.
  const lines = linesOf(at(0, 10, 20, 30), 0.98);
  expect(lines.map(({ neurons }) => neurons.length)).toEqual([3, 1]);
  expect(lines.flatMap(({ neurons }) => neurons).sort()).toEqual([0, 1, 2, 3]);
});
