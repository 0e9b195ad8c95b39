// The leading-order flow of many neurons: on how many lines they settle.
import { expect, it } from "vitest";
import { meta } from "../../../../src/experiments/condensation/two-lines/meta.ts";
import { drawing } from "../../../../src/experiments/condensation/two-lines/plot.ts";
import { run } from "../../../../src/experiments/condensation/two-lines/run.ts";
import { tableOf } from "../../../../src/experiments/drawing/words.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import { lastOf, reportsOf } from "../drive.ts";

const at = (given: Partial<ParametersOf<typeof meta>>, stride = 1e6) =>
  lastOf(run({ ...meta.defaults, neurons: 40, inputs: 3, ...given }, 1), { stride });

it("is two at p = 2, one for each sign of a, however many inputs", async () => {
  for (const inputs of [1, 3]) {
    const { quantities, series } = await at({ inputs });
    expect(quantities.lines).toBe(2);
    expect(quantities.leastCosine).toBeGreaterThan(0.9999);
    for (const [k, sign] of (series.sign ?? []).entries())
      expect(Math.abs(series[sign > 0 ? "top" : "bottom"]?.[k] ?? 0)).toBeGreaterThan(0.9999);
  }
});

it("is one at p = 1", async () => {
  expect((await at({ order: 1 })).quantities.lines).toBe(1);
});

it("lets signs of a change where output weights follow their own equation", async () => {
  const [kept, free] = [await at({}), await at({ outputWeights: "free" })];
  const before = (await at({}, 100)).series.sign;
  expect(kept.series.sign).toEqual(before);
  expect(free.series.sign).not.toEqual(before);
  expect(free.quantities.lines).toBe(2);
});

it("does not depend on how often it is looked at, and keeps where neurons started", async () => {
  const [often, once] = [await at({}, 7), await at({})];
  expect(often).toEqual(once);
  expect(once.series.startTop).not.toEqual(once.series.top);
});

it("is told in a sentence, and not before neurons have gathered", async () => {
  const parameters = { ...meta.defaults };
  const now = await at({});
  const [first] = await reportsOf(run({ ...meta.defaults, neurons: 40 }, 1), { stride: 1 });
  const sentence = drawing.describe([
    { label: "end", parameters, now, reference: null },
    { label: "start", parameters, now: first ?? null, reference: null },
  ]);
  expect(sentence).toMatch(/end: .* on 2 lines.*start: .* no common lines yet/);
  expect(tableOf(drawing, meta, [{ label: "end", parameters, now, reference: null }]).rows).toHaveLength(40);
});
