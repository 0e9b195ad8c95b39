// Which lines neurons make, in which order a similarity matrix shows them, and what is measured of them.
import { describe, expect, it } from "vitest";
import {
  layerQuantities,
  medianCosine,
} from "../../../../src/experiments/condensation/setting/layerMeasures.ts";
import { orderedLayer } from "../../../../src/experiments/condensation/setting/orderedLayer.ts";
import { symmetricEigenpairs } from "../../../../src/math/eigenvalues.ts";

/** A network of neurons [w…, a]. */
function networkOf(neurons: readonly (readonly number[])[]) {
  const inputDimension = (neurons[0]?.length ?? 0) - 1;
  const column = (j: number) => neurons.map((neuron) => neuron[j] as number);
  return {
    width: neurons.length,
    inputDimension,
    inputWeights: Float32Array.from(Array.from({ length: inputDimension }, (_, j) => column(j)).flat()),
    outputWeights: Float32Array.from(column(inputDimension)),
  };
}

/** Four neurons along the first axis, one of them backwards; three along the second; two on no line. */
const NEURONS = [
  [0, 2, 0, 1],
  [-1, 0, 0, 1],
  [0, 0.5, 0, -1],
  [2, 0, 0, 2],
  [0, 0, 3, 1],
  [1, 0, 0, -1],
  [0, -1, 0, 1],
  [3, 0.3, 0, 1],
  [1, 1, 1, 1],
] as const;

describe("the order of the neurons", () => {
  const layer = orderedLayer(networkOf(NEURONS));

  it("goes line by line, the largest first, the rarer way last, and then those on no line", () => {
    expect(layer.line).toEqual([0, 0, 0, 0, 1, 1, 1, -1, -1]);
    expect(layer.cosine.map(Math.sign)).toEqual([1, 1, 1, -1, 1, 1, -1, 0, 0]);
    expect(layer.directions[3]).toEqual([-1, 0, 0]);
    expect(layer.directions[6]).toEqual([0, -1, 0]);
    expect(layer.norms.slice(4, 7).sort()).toEqual([0.5, 1, 2]);
  });

  it("sorts neurons on no line by the leading eigenvector of their similarity matrix", () => {
    const scattered = [
      [1, 0, 0, 1],
      [-0.2, 1, 0.3, 1],
      [-1, -1, -0.2, 1],
      [1, 1, 1, 1],
      [0.3, 0, -1, 1],
    ];
    const { line, directions } = orderedLayer(networkOf(scattered));
    expect(new Set(line)).toEqual(new Set([-1]));
    const similarity = directions.map((one) =>
      directions.map((other) => one.reduce((sum, u, j) => sum + u * (other[j] as number), 0)),
    );
    const leading = symmetricEigenpairs(similarity).at(-1)?.vector ?? [];
    const falling = [...leading].sort((one, other) => other - one);
    // An eigenvector has no sign of its own.
    expect([falling, [...falling].reverse()]).toContainEqual(leading);
  });

  it("leaves out neurons that are too short, empty or not finite", () => {
    const broken = [...NEURONS, [0, 0, 0, 1], [Number.POSITIVE_INFINITY, 0, 0, 1], [Number.NaN, 0, 0, 1]];
    expect(orderedLayer(networkOf(broken)).line).toEqual(layer.line);
    const long = orderedLayer(networkOf(broken), 1);
    expect(Math.min(...long.norms)).toBe(1);
    expect(long.line).toEqual([0, 0, 0, 0, -1, -1, -1, -1]);
  });
});

describe("what is measured of them", () => {
  it("counts lines, shares and signs", () => {
    const quantities = layerQuantities(orderedLayer(networkOf(NEURONS)));
    expect(quantities).toMatchObject({ neurons: 9, lines: 2 });
    expect(quantities.shareOnLines).toBeCloseTo(7 / 9, 12);
    expect(quantities.largestLine).toBeCloseTo(4 / 9, 12);
    expect(quantities.rarerSign).toBeCloseTo(1 / 9, 12);
    expect(quantities.normRatio).toBeCloseTo(Math.sqrt(9.09) / 0.5, 6);
    const amplitudes = NEURONS.map(([x, y, z, a]) => Math.hypot(x, y, z) * Math.abs(a));
    const sum = amplitudes.reduce((total, each) => total + each, 0);
    expect(quantities.largestNeuron).toBeCloseTo(4 / sum, 6);
  });

  it("has |D| = 1 on one line whatever the signs, 0 at right angles, and a likeness to signs of 1/√3 to 1", () => {
    const similarity = (neurons: readonly (readonly number[])[]) =>
      layerQuantities(orderedLayer(networkOf(neurons))).meanSimilarity;
    expect(
      similarity([
        [1, 2, 0, 1],
        [-2, -4, 0, 1],
        [3, 6, 0, 1],
      ]),
    ).toBeCloseTo(1, 6);
    expect(
      similarity([
        [1, 0, 0, 1],
        [0, 1, 0, 1],
        [0, 0, 1, 1],
      ]),
    ).toBe(0);
    const likeness = (neuron: readonly number[]) =>
      layerQuantities(orderedLayer(networkOf([neuron, neuron]))).signLikeness;
    expect(likeness([1, -1, 1, 1])).toBeCloseTo(1, 6);
    expect(likeness([0, 5, 0, 1])).toBeCloseTo(1 / Math.sqrt(3), 6);
  });

  it("says of a single neuron only that it is there", () => {
    expect(layerQuantities(orderedLayer(networkOf([[1, 0, 1]])))).toEqual({ neurons: 1, lines: 0 });
  });

  it("compares each neuron with the eigenvector of the sign of its output weight", () => {
    const lines = {
      top: { value: 1, vector: [1, 0, 0] },
      bottom: { value: -1, vector: [0, 1, 0] },
    };
    const own = [
      [1, 0, 0, 1],
      [0, -2, 0, -1],
      [-3, 0, 0, 2],
    ];
    expect(medianCosine(orderedLayer(networkOf(own)), lines)).toBe(1);
    const other = own.map(([x = 0, y = 0, z = 0, a = 0]) => [x, y, z, -a]);
    expect(medianCosine(orderedLayer(networkOf(other)), lines)).toBe(0);
  });
});
