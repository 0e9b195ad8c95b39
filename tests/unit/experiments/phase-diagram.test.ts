// The experiments of the phase diagram on the real engine: orders of magnitude known from the theory, and measures
// on neurons placed by hand.
import { beforeAll, describe, expect, it } from "vitest";
import { experimentNamed } from "../../../src/catalogue/experiments.ts";
import { runOf } from "../../../src/catalogue/runs.ts";
import { wholeOf } from "../../../src/catalogue/sweeps.ts";
import { openNodeDevice } from "../../../src/cli/device.ts";
import type { Measurement, ParametersOf } from "../../../src/experiments/experiment.ts";
import { meta as regimes } from "../../../src/experiments/phase-diagram/regimes/meta.ts";
import { run as runRegimes } from "../../../src/experiments/phase-diagram/regimes/run.ts";
import type { meta as relativeDistance } from "../../../src/experiments/phase-diagram/relative-distance/meta.ts";
import {
  condensedShare,
  effectiveOrientations,
  neuronsOf,
  ORIENTATION_BINS,
  tallestNeurons,
} from "../../../src/experiments/phase-diagram/setting/neurons.ts";
import { ABSCISSAE } from "../../../src/experiments/phase-diagram/setting/training.ts";
import { requestFor } from "../../../src/experiments/request.ts";
import { lastOf, reportsOf } from "./drive.ts";

const SEED = 1;
const regimesAt = (given: Partial<ParametersOf<typeof regimes>>, seed = SEED) =>
  runRegimes({ ...regimes.defaults, ...given }, seed);

beforeAll(async () => {
  await openNodeDevice("wasm");
});

describe("regimes", () => {
  it("fits the four points whatever the regime, and ends with progress 1", async () => {
    for (const gamma of [0.5, 1, 1.75]) {
      const result = await lastOf(regimesAt({ gamma, width: 200 }));
      expect(result.finished).toBe(true);
      expect(result.progress).toBe(1);
      expect(result.quantities.relativeRisk).toBeLessThanOrEqual(1e-5);
      const at = (x: number) => result.series.learned?.[Math.round(100 * x) + 60] ?? Number.NaN;
      // x = ±1/2 are points of the grid; the residual there is at most √(2n·R) = 0.0011.
      expect(Math.abs(at(-0.5) - 0.25)).toBeLessThan(0.0012);
      expect(Math.abs(at(0.5) - 0.25)).toBeLessThan(0.0012);
    }
  });

  it("shows some neurons of both halves of a wide network, and measures all of them", async () => {
    const at = (width: number) => lastOf(regimesAt({ gamma: 1.75, width }));
    const [narrow, wide] = [await at(1000), await at(1500)];
    expect(narrow.series.amplitude).toHaveLength(2000);
    expect(wide.series.amplitude).toHaveLength(1000);
    expect(wide.series.initialAmplitude).toHaveLength(500);
    // The halves part: neurons that are each other's mirror image at the start have targets of one sign to fit.
    const { amplitude = [] } = wide.series;
    expect(amplitude[0]).not.toBe(amplitude[500]);
    expect(wide.quantities.relativeDistance).toBeGreaterThan(narrow.quantities.relativeDistance ?? Infinity);
  });

  it("gives the same numbers for the same seed and others for another", async () => {
    const first = await lastOf(regimesAt({ width: 50 }));
    const again = await lastOf(regimesAt({ width: 50 }), { stride: 7 });
    expect(again.quantities).toEqual(first.quantities);
    const other = await lastOf(regimesAt({ width: 50 }, 2));
    expect(other.quantities).not.toEqual(first.quantities);
  });
});

/** All widths of a sweep, the last first: the order must not matter. */
async function sweep(parameters: Partial<ParametersOf<typeof relativeDistance>>): Promise<Measurement> {
  const request = requestFor(experimentNamed("phase-diagram/relative-distance"), parameters, SEED);
  const run = await runOf(request.experiment);
  const { parts, take } = await wholeOf(request, () => 1);
  let result: Measurement | undefined;
  for (const [k, part] of [...parts.entries()].reverse()) {
    for (const report of await reportsOf(run(part.parameters, part.seed))) result = take(k, report);
  }
  return result as Measurement;
}

describe("the tallest neurons", () => {
  it("are the largest of each direction, with nothing in directions without neurons", () => {
    const neurons = {
      amplitude: Float64Array.of(1, 3, 2, 5),
      orientation: Float64Array.of(0.1, 0.2, 0.3, -Math.PI),
      active: [true, true, true, true],
    };
    expect(tallestNeurons(neurons, 4)).toEqual({
      amplitude: Float64Array.of(5, 0, 3, 0),
      orientation: Float64Array.of(-Math.PI, 0, 0.2, 0),
    });
  });
});

describe("relative distance", () => {
  it("falls with the width in the linear regime and grows in the condensed one", async () => {
    const linear = await sweep({ widths: [100, 400, 1600], gamma: 0.5 });
    const condensed = await sweep({ widths: [100, 400, 1600], gamma: 1.75 });
    expect(linear.quantities.slope).toBeLessThan(-0.3);
    expect(condensed.quantities.slope).toBeGreaterThan(0.2);
    expect([...(linear.series.width ?? [])]).toEqual([100, 400, 1600]);
    expect(linear).toMatchObject({ finished: true, progress: 1 });
  });

  it("has no slope for a single width, and a larger distance where the width counts both halves", async () => {
    const parameters = { gamma: 0.5, widths: [1000] };
    const half = await sweep(parameters);
    const whole = await sweep({ ...parameters, widthCounts: "whole" });
    expect(half.quantities.slope).toBeUndefined();
    // With half the neurons and the same κ the output needs about twice the distance.
    expect(whole.quantities.relativeDistance! / half.quantities.relativeDistance!).toBeCloseTo(2, 0);
  });
});

describe("neurons as points", () => {
  const network = (angles: number[], lengths: number[]) => ({
    width: angles.length,
    inputDimension: 2,
    inputWeights: Float32Array.from([...angles.map(Math.cos), ...angles.map(Math.sin)]),
    outputWeights: Float32Array.from(lengths),
  });

  it("have the angle of (w, b) and the amplitude |a|‖(w, b)‖", () => {
    const { amplitude, orientation } = neuronsOf(network([0.5, -2], [-3, 2]));
    expect([...amplitude].map((a) => Number(a.toFixed(6)))).toEqual([3, 2]);
    expect([...orientation].map((angle) => Number(angle.toFixed(6)))).toEqual([0.5, -2]);
  });

  it("fill one bin when they agree and as many as there are when evenly spread", () => {
    expect(effectiveOrientations(neuronsOf(network([0.3, 0.3, 0.3], [1, 5, 2])))).toBeCloseTo(1, 12);
    const even = Array.from({ length: 36 }, (_, k) => ((k + 0.5) * 2 * Math.PI) / ORIENTATION_BINS);
    expect(
      effectiveOrientations(
        neuronsOf(
          network(
            even,
            even.map(() => 1),
          ),
        ),
      ),
    ).toBeCloseTo(36, 6);
  });

  it("count as condensed within 0.06 rad of the two orientations with a kink on an inner point", () => {
    const [right, left] = [Math.atan2(-1 / 6, 1), Math.atan2(-1 / 6, -1)];
    expect(
      condensedShare(neuronsOf(network([right, left + 0.05, 1, right - 0.07], [3, 3, 2, 2]))),
    ).toBeCloseTo(0.6, 6);
  });

  it("do not count when no point of the sample activates them", () => {
    const dead = -Math.PI / 2;
    const { active } = neuronsOf(network([dead, 0], [100, 1]));
    expect(active).toEqual([false, true]);
    expect(effectiveOrientations(neuronsOf(network([dead, 0], [100, 1])))).toBeCloseTo(1, 12);
    expect(ABSCISSAE).toHaveLength(4);
  });
});
