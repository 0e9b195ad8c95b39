// Eq. 77: a measure on neurons placed by hand, and descents that keep the identity, nearly or not at all.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import type { Network } from "../../../../src/engine/network.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import { meta } from "../../../../src/experiments/phase-diagram/neuron-identity/meta.ts";
import { identityDrift, run } from "../../../../src/experiments/phase-diagram/neuron-identity/run.ts";
import { sweep } from "../../../../src/experiments/phase-diagram/neuron-identity/sweep.ts";
import { lastOf } from "../drive.ts";
import { joined } from "../joined.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

describe("the drift", () => {
  const network = (a: number[], w: number[][]): Network<Float64Array> => ({
    width: a.length,
    inputDimension: 2,
    inputWeights: Float64Array.from([...w.map(([x]) => x ?? 0), ...w.map(([, y]) => y ?? 0)]),
    outputWeights: Float64Array.from(a),
  });
  const start = network(
    [1, -2],
    [
      [3, 4],
      [1, 0],
    ],
  );

  it("is 0 where κ′²a² and |w|² of every neuron grew by the same", () => {
    // κ′ = 2: neuron 1 gains 4 · (4 − 1) = 12 = 37 − 25, neuron 2 loses 4 · (4 − 3.75) = 1.
    const now = network(
      [2, Math.sqrt(3.75)],
      [
        [6, 1],
        [0, 0],
      ],
    );
    expect(identityDrift(now, start, 2)).toBeCloseTo(0, 14);
    expect(identityDrift(now, start, 1)).toBeGreaterThan(0.1);
  });

  it("is the change of the worst neuron over the largest κ′²a² now", () => {
    const now = network(
      [1, -2],
      [
        [3, 4],
        [1, 1],
      ],
    );
    expect(identityDrift(now, start, 1)).toBeCloseTo(1 / 4, 14);
    expect(identityDrift(now, start, 10)).toBeCloseTo(1 / 400, 14);
  });
});

describe("descent", () => {
  const at = (given: Partial<ParametersOf<typeof meta>>) =>
    lastOf(run({ ...meta.defaults, width: 60, ...given }, 1));

  it("nearly keeps the identity, on the backend and in float64, and less with a frozen or a hurried layer", async () => {
    for (const precision of ["float32", "float64"] as const) {
      const { quantities } = await at({ gammaPrime: 0.3, precision });
      expect(quantities.drift).toBeGreaterThan(1e-6);
      expect(quantities.drift).toBeLessThan(0.01);
    }
    expect((await at({ trained: "output" })).quantities.drift).toBeGreaterThan(0.1);
    expect((await at({ trained: "unequal" })).quantities.drift).toBeGreaterThan(0.02);
  });

  it("makes more and finer steps when it is asked to, and drifts less", async () => {
    const coarse = await at({ precision: "float64", refinements: [2] });
    const fine = await at({ precision: "float64", refinements: [8] });
    expect(fine.step / coarse.step).toBeCloseTo(4, 0);
    expect(coarse.quantities.drift! / fine.quantities.drift!).toBeGreaterThan(3.5);
    expect(fine).toMatchObject({ finished: true, progress: 1 });
  });
});

describe("a run at several step sizes", () => {
  const whole = { ...meta.defaults, refinements: [2, 8] };
  const report = (drift: number) => ({
    progress: 1,
    step: 1,
    finished: true,
    quantities: { drift },
    series: {},
  });

  it("comes apart into one of each size, and goes together into a ratio once all are there", () => {
    expect(sweep.parts(whole, 1)).toEqual([
      { parameters: { ...whole, refinements: [2] }, seed: 1 },
      { parameters: { ...whole, refinements: [8] }, seed: 1 },
    ]);
    expect(joined(sweep, [report(0.04), report(0.01)], whole).quantities).toEqual({
      drift: 0.01,
      driftRatio: 4,
    });
    expect(joined(sweep, [report(0.04), null], whole).quantities).toEqual({});
    expect(joined(sweep, [report(0.04)], { ...whole, refinements: [1] }).quantities).toEqual({ drift: 0.04 });
  });
});
