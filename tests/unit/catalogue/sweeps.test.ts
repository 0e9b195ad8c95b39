// A request split into its runs: an experiment that is not a sweep is its own part, and progress counts by cost.
import { describe, expect, it } from "vitest";
import { EXPERIMENTS, experimentNamed } from "../../../src/catalogue/experiments.ts";
import { wholeOf } from "../../../src/catalogue/sweeps.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";
import { knownIn, partsOf } from "../../../src/experiments/listed.ts";
import { isSame, keyOf, type Request, requestFor } from "../../../src/experiments/request.ts";
import { single } from "../../../src/experiments/single.ts";

const report = (given: Partial<Measurement>): Measurement => ({
  ...{ progress: 0, step: 0, finished: false, quantities: {}, series: {} },
  ...given,
});
const end = (relativeDistance: number) =>
  report({ progress: 1, step: 100, finished: true, quantities: { relativeDistance } });
const regimes = requestFor(experimentNamed("phase-diagram/regimes"), {}, 3);
const distance = experimentNamed("phase-diagram/relative-distance");
const sweep = requestFor(distance, { widths: [100, 400, 1600] }, 3);
const seconds = ({ parameters }: Request) => distance.cost(parameters);

describe("what is no sweep", () => {
  it("is its own only part, and what that reports is what the whole does", async () => {
    const { parts, take } = await wholeOf(regimes, () => 7);
    expect(parts).toEqual([regimes]);
    const neurons = Float64Array.of(1, 2);
    for (const said of [
      report({ progress: 0.25, step: 10, quantities: { relativeRisk: 0.5 }, series: { amplitude: neurons } }),
      report({ progress: 0.5, step: 20, quantities: { relativeRisk: 0.1 }, series: { amplitude: neurons } }),
      report({ progress: 1, step: 30, finished: true, quantities: { relativeRisk: 0 } }),
    ])
      expect(take(0, said)).toEqual(said);
  });

  it("holds for a sweep over one element, too", async () => {
    const one = requestFor(distance, { widths: [400] }, 3);
    const { parts, take } = await wholeOf(one, seconds);
    expect(parts.map(keyOf)).toEqual([keyOf(one)]);
    const { quantities, finished, progress, step } = take(0, end(0.5));
    expect({ quantities, finished, progress, step }).toEqual({
      ...{ quantities: { relativeDistance: 0.5 }, finished: true, progress: 1, step: 100 },
    });
  });
});

describe("a sweep", () => {
  it("comes apart into requests of the same experiment, one for each element", async () => {
    const { parts } = await wholeOf(sweep, seconds);
    const at = (width: number) => ({ ...sweep, parameters: { ...sweep.parameters, widths: [width] } });
    expect(parts).toEqual([at(100), at(400), at(1600)]);
  });

  it("is as far as its parts are, by what they cost", async () => {
    const costs: Readonly<Record<number, number>> = { 100: 1, 400: 3, 1600: 6 };
    const cost = ({ parameters }: Request) => costs[single(parameters.widths as readonly number[])] as number;
    const { take } = await wholeOf(sweep, cost);
    expect(take(2, report({ progress: 0.5, step: 10 })).progress).toBeCloseTo(0.3, 12);
    expect(take(0, end(1)).progress).toBeCloseTo(0.4, 12);
    expect(take(2, end(1)).progress).toBeCloseTo(0.7, 12);
    const almost = take(1, report({ progress: 0.999, step: 90 }));
    expect(almost.progress).toBeCloseTo(0.7 + 0.3 * 0.999, 12);
    expect(almost).toMatchObject({ finished: false, step: 290 });
    expect(take(1, end(1))).toMatchObject({ finished: true, progress: 1, step: 300 });
  });

  it("joins what is known of its parts, in their order whatever the order of the reports", async () => {
    const { take } = await wholeOf(sweep, seconds);
    expect(take(2, report({ progress: 0.5 }))).toMatchObject({ quantities: {} });
    expect([...(take(2, end(0.04)).series.width ?? [])]).toEqual([1600]);
    // What says nothing but how far it is changes nothing of it, and nothing is joined anew.
    const { series: known } = take(2, end(0.04));
    expect(take(0, report({ progress: 0.5 })).series).toBe(known);
    take(0, end(0.16));
    const { series, quantities } = take(1, end(0.08));
    expect(series).toEqual({
      width: Float64Array.of(100, 400, 1600),
      relativeDistance: Float64Array.of(0.16, 0.08, 0.04),
    });
    expect(quantities.relativeDistance).toBe(0.04);
    expect(quantities.slope).toBeCloseTo(-1 / 2, 12);
  });
});

describe.each(EXPERIMENTS.map((meta) => [meta.id, meta] as const))("the parts of %s", (_, meta) => {
  it("are valid requests of its own, each another run and its own only part", async () => {
    const whole = requestFor(meta, {}, 1);
    const cost = ({ parameters }: Request) => meta.cost(parameters);
    const { parts } = await wholeOf(whole, cost);
    expect(parts.length).toBeGreaterThan(0);
    expect(new Set(parts.map(keyOf)).size).toBe(parts.length);
    for (const part of parts) {
      const { parameters } = requestFor(meta, part.parameters, part.seed);
      expect(isSame(parameters, part.parameters)).toBe(true);
      expect((await wholeOf(part, cost)).parts.map(keyOf)).toEqual([keyOf(part)]);
      expect(cost(part)).toBeGreaterThan(0);
    }
    // The parts together are about as much work as the whole.
    const together = parts.reduce((sum, part) => sum + cost(part), 0);
    expect(together / cost(whole)).toBeGreaterThan(0.5);
    expect(together / cost(whole)).toBeLessThan(2);
  });
});

describe("a list", () => {
  const parameters = { widths: [10, 20, 30], gamma: 1 };
  const measured = (value: number | null) =>
    value === null ? null : { quantities: { distance: value }, series: {} };

  it("comes apart into lists of one", () => {
    expect(partsOf("widths", parameters, 5)).toEqual(
      [10, 20, 30].map((width) => ({ parameters: { gamma: 1, widths: [width] }, seed: 5 })),
    );
  });

  it("is known where a part has the quantity", () => {
    const reports = [measured(0.1), null, measured(0.3)];
    expect(knownIn(reports, parameters.widths, "distance")).toEqual({ at: [10, 30], values: [0.1, 0.3] });
    expect(knownIn([{ quantities: {}, series: {} }, null, null], parameters.widths, "distance")).toEqual({
      at: [],
      values: [],
    });
  });

  it("is one element for a run, neither none nor several", () => {
    expect(single([7])).toBe(7);
    expect(() => single([])).toThrow(/one element of a list, not 0/);
    expect(() => single([1, 2])).toThrow(
      /one element of a list, not 2: what comes apart says so in sweep.ts/,
    );
  });
});
