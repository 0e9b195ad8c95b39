// Through the lens of initial condensation a preset ends in its companion's own bits.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { meta as layer } from "../../../src/experiments/condensation/layer/meta.ts";
import { run as layerRun } from "../../../src/experiments/condensation/layer/run.ts";
import { lastOf } from "../../unit/experiments/drive.ts";
import { presetOf, seen } from "./atPreset.ts";

const setup = presetOf("Neurons line up");
const SHARED = ["lines", "largestLine", "shareOnLines", "meanSimilarity", "signLikeness"] as const;

beforeAll(() => openNodeDevice("wasm"));

describe("neurons line up", () => {
  it("as in the figure of the companion", async () => {
    const [here, there] = [await seen(setup, 1), await lastOf(layerRun(layer.defaults, 1))];
    for (const name of SHARED) expect(here.quantities[name], name).toBe(there.quantities[name]);
    expect(here.quantities.relativeRisk).toBe(there.quantities.relativeRisk);
    expect(here.series.ownLine).toEqual(there.series.line);
    const direction = there.series.direction as ArrayLike<number>;
    const row = (k: number) => Array.from({ length: 6 }, (_, j) => direction[6 * k + j] as number);
    const cos = (j: number, k: number) =>
      row(j).reduce((sum, entry, at) => sum + entry * (row(k)[at] as number), 0);
    const cosines = Array.from({ length: 2500 }, (_, at) => cos(Math.floor(at / 50), at % 50));
    expect(Array.from(here.series.similarity as ArrayLike<number>)).toEqual(cosines);
  });

  it("and with z tanh z to the two eigenvectors", async () => {
    const activation = "xTanh";
    const [here, there] = [
      await seen({ ...setup, activation }, 3),
      await lastOf(layerRun({ ...layer.defaults, activation }, 3)),
    ];
    for (const name of [...SHARED, "medianCosine"] as const)
      expect(here.quantities[name], name).toBe(there.quantities[name]);
  });

  it("under gradient descent on the predicted line, while the risk has hardly fallen", async () => {
    const { quantities, series } = await seen(
      { ...setup, beta1: 1e-4, beta2: 1e-4, rule: "fixed", rate: 0.01, steps: 100_000, stopAt: 0.98 },
      1,
    );
    expect(quantities.medianCosine).toBeGreaterThan(0.98);
    expect(quantities.alikePairs).toBeGreaterThan(0.8);
    const then = Array.from(series.alikeThen ?? []);
    expect(then[0]).toBeLessThan(0.1);
    expect(then.at(-1)).toBe(quantities.alikePairs);
  });
});
