// The gradient of a sample in pieces by the kernel: the reference's gradient of the whole sample, and the same bits however a
// piece comes to be computed.
import { describe, expect, test } from "vitest";
import { type DividedRule, PIECES, rangeOf, totalOf } from "../../src/engine/divided.ts";
import { gradientOfPieces } from "../../src/engine/kernels/wasm/gradient.ts";
import { type Network, normalInitialisation, type Sample } from "../../src/engine/network.ts";
import { outputs, PLAIN_RULE, pulls } from "../../src/engine/reference.ts";
import { EPSILON, expected, FACTOR, part, sampleOf, sizes } from "./pieces.ts";

function kernelFor({ width, inputDimension }: Network, sample: Sample, rule: DividedRule) {
  return gradientOfPieces({
    ...{ width, inputDimension, outputFactor: FACTOR, rule },
    sampleOf: (piece) => {
      const { from, to } = rangeOf(piece, sample.sampleSize);
      return part(sample, from, to);
    },
  });
}

const HINGE = { activation: "relu", loss: "hinge", margin: 0.5 } as const;
const ALL = [...Array(PIECES).keys()];

describe.each([
  // Several tiles a piece; one; pieces that are no whole groups of four; fewer examples than pieces.
  [32 * 600, 5, 13, HINGE],
  [32 * 40, 30, 40, HINGE],
  [1003, 3, 8, HINGE],
  [1003, 3, 9, { activation: "tanh", loss: "squared", margin: 0 } as const],
  [1003, 3, 9, { activation: "softplus", loss: "hinge", margin: 0.5 } as const],
  [20, 2, 1, HINGE],
])("n = %i, d = %i, m = %i, %o", (sampleSize, inputDimension, width, rule) => {
  const network = normalInitialisation(width, inputDimension, 3);
  const sample = sampleOf(sampleSize, inputDimension);

  test("is the reference's", () => {
    const kernel = kernelFor(network, sample, rule);
    const pieces = ALL.map((piece) => kernel(piece, network));
    const wanted = expected(network, sample, rule);
    expect(pieces.reduce((sum, { pulling }) => sum + pulling, 0)).toBe(wanted.pulling);
    const largest = sizes(network, sample, rule);
    // A sum in float32 is wrong by a rounding of its terms at each addition: 256 in a tile, three tiles in a piece; what is
    // summed is itself a product of sums over d inputs and m neurons and of an activation that is good to some roundings.
    const bound = (256 + 3 + inputDimension + width + 16) * EPSILON;
    totalOf(pieces).forEach((sum, k) => {
      expect(Math.abs(sum - (wanted.sums[k] as number))).toBeLessThanOrEqual(bound * (largest[k] as number));
    });
  });

  test("has the same bits in any order, and from a kernel that has computed other weights", () => {
    const [one, other] = [kernelFor(network, sample, rule), kernelFor(network, sample, rule)];
    const there = normalInitialisation(width, inputDimension, 4);
    const inOrder = ALL.map((piece) => one(piece, network));
    for (const piece of ALL) other(piece, there);
    const backwards = ALL.toReversed().map((piece) => other(piece, network));
    expect(backwards.toReversed()).toEqual(inOrder);
  });
});

test("examples that do not pull leave no trace in the bits", () => {
  const network = normalInitialisation(24, 6, 8);
  const all = sampleOf(200, 6);
  const f = outputs(network, all, FACTOR, "relu");
  const pull = pulls(f, all.targets, { ...PLAIN_RULE, ...HINGE });
  const kept = [...pull.keys()].filter((i) => pull[i] !== 0);
  const some: Sample = {
    ...all,
    sampleSize: kept.length,
    inputs: Float32Array.from(kept.flatMap((i) => [...all.inputs.subarray(6 * i, 6 * i + 6)])),
    targets: Float32Array.from(kept, (i) => all.targets[i] as number),
  };
  expect(kept.length).toBeGreaterThan(40);
  expect(kept.length).toBeLessThan(160);
  const [whole, rest] = [all, some].map((sample) =>
    gradientOfPieces({
      ...{ width: 24, inputDimension: 6, outputFactor: FACTOR, rule: HINGE },
      sampleOf: () => sample,
    })(0, network),
  );
  expect(rest).toEqual(whole);
});
