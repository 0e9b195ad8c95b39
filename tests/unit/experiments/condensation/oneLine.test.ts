// The closed form at p = 1 beside networks that are trained.
import { beforeAll, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { meta } from "../../../../src/experiments/condensation/one-line/meta.ts";
import { drawing } from "../../../../src/experiments/condensation/one-line/plot.ts";
import { run } from "../../../../src/experiments/condensation/one-line/run.ts";
import { tableOf } from "../../../../src/experiments/drawing/words.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import { lastOf } from "../drive.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

const at = (given: Partial<ParametersOf<typeof meta>>, stride = 1e6) =>
  lastOf(run({ ...meta.defaults, duration: 6, ...given }, 1), { stride });

it("is followed by every neuron while the risk stays what it was", async () => {
  const { quantities, step, series } = await at({});
  expect(step).toBe(3000);
  expect(quantities.cosineError).toBeLessThan(0.01);
  expect(quantities.predictedSigns).toBe(1);
  expect(quantities.lowCosine).toBeGreaterThan(0.8);
  expect(quantities.turned).toBeGreaterThan(0.1);
  expect(quantities.relativeRisk).toBeGreaterThan(0.999);
  expect(series.time).toHaveLength(25);
  expect(series.cosine).toHaveLength(25 * 50);
  expect(series.cosineNow).toEqual(series.cosine?.slice(-50));
});

it("works for any number of inputs", async () => {
  for (const inputs of [1, 10]) expect((await at({ inputs })).quantities.cosineError).toBeLessThan(0.01);
});

it("is missed where half of it is left out, where nothing is linear, and where σ(0) is not 0", async () => {
  const alone = await at({ predictedFrom: "input" });
  expect(alone.quantities.cosineError).toBeGreaterThan(1);
  expect(alone.quantities.predictedSigns).toBeLessThan(0.95);
  expect((await at({ activation: "xTanh" })).quantities.turned).toBeLessThan(0.1);
  expect((await at({ activation: "sigmoid" })).quantities.cosineError).toBeGreaterThan(0.5);
});

it("does not depend on how often it is looked at", async () => {
  const often = await at({ duration: 1 }, 30);
  const once = await at({ duration: 1 });
  expect(often.quantities).toEqual(once.quantities);
  expect(often.series).toEqual(once.series);
});

it("is told in a sentence and a table with a row for each neuron", async () => {
  const shown = [
    { label: "", parameters: meta.defaults, now: await at({ width: 20 }), reference: null },
  ] as const;
  expect(drawing.describe(shown)).toMatch(/^After 3,000 steps 20 of the 20 neurons are on the side/);
  const { columns, rows } = tableOf(drawing, meta, shown);
  expect(rows).toHaveLength(20);
  for (const row of rows) expect(row).toHaveLength(columns.length);
});
