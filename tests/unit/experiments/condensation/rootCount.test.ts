// The scan of the circle on forms whose zeros are known, and the count of roots beside it.
import { describe, expect, it } from "vitest";
import { meta } from "../../../../src/experiments/condensation/root-count/meta.ts";
import { run } from "../../../../src/experiments/condensation/root-count/run.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import { largestGapOf, signChangesOfSlopes } from "../../../../src/theory/condensation/slopeScan.ts";
import { lastOf } from "../drive.ts";

const DEGREE = Math.PI / 180;

describe("the scan", () => {
  it("finds the axes of cos³ + 2 sin³ and the line between them, and the line of cos + 2 sin", () => {
    // F′ = −3 cos² sin + 6 sin² cos vanishes at 0, at 90° and at tan θ = ½.
    const found = signChangesOfSlopes(
      [
        [1, 0],
        [0, 1],
      ],
      [-1, -2],
      3,
    );
    const degrees = found.map((angles) => angles.map((angle) => angle / DEGREE));
    expect(degrees[0]).toHaveLength(1);
    expect(Math.abs((degrees[0]?.[0] ?? 0) - 63.435)).toBeLessThan(0.1);
    const wanted = [0, 26.565, 90];
    expect(degrees[2]).toHaveLength(3);
    for (const [k, angle] of (degrees[2] ?? []).entries())
      expect(Math.abs(angle - (wanted[k] as number))).toBeLessThan(0.1);
  });

  it("takes lines in pairs, round the half circle too, and not at all where their numbers differ", () => {
    expect(largestGapOf([0.001, 1], [1.002, Math.PI - 0.001])).toBeCloseTo(0.002 / DEGREE, 9);
    expect(largestGapOf([1], [1, 2])).toBe(90);
    expect(largestGapOf([], [])).toBe(0);
  });
});

describe("random residuals", () => {
  const at = (given: Partial<ParametersOf<typeof meta>>) =>
    lastOf(run({ ...meta.defaults, draws: 20, ...given }, 1), { stride: 100 });

  it("have p lines or an even number fewer, where the scan sees them", async () => {
    const { quantities, finished, step } = await at({});
    expect(quantities.miscounted).toBe(0);
    expect(quantities.largestGap).toBeLessThanOrEqual(0.06);
    expect(quantities.fullShare).toBeGreaterThan(0.4);
    expect({ finished, step }).toEqual({ finished: true, step: 20 });
  });

  it("have one line at p = 1 and two at p = 2, always", async () => {
    expect((await at({ orders: [1, 2] })).quantities.fullShare).toBe(1);
  });

  it("are miscounted by the polynomial of another multiplicity", async () => {
    const { quantities } = await at({ polynomial: "next" });
    expect(quantities).toMatchObject({ miscounted: 100, largestGap: 90 });
  });
});
