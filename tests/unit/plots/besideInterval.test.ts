// Runs beside an interval: the scale fits the claim, and not a control that is off by powers of ten.
import { describe, expect, it } from "vitest";
import { besideInterval } from "../../../src/plots/besideInterval.ts";

describe("runs beside their interval", () => {
  it("fill the middle half of the line, with the interval", () => {
    expect(besideInterval({ minimum: 1, maximum: 3 }, [1.5, 2], [3.5])).toEqual({
      band: [0.25, 0.75],
      runs: [0.375, 0.5],
      controls: [0.875],
      beyond: { left: false, right: false },
    });
  });

  it("leave controls that are far away at the end where they are", () => {
    const far = besideInterval({ minimum: null, maximum: 1e-6 }, [0, 1e-9], [1, 1e-6, -1]);
    expect(far.band).toEqual([0, 0.75]);
    expect(far.controls).toEqual([0.75]);
    expect(far.beyond).toEqual({ left: true, right: true });
    expect(far.runs[0]).toBe(0.25);
  });

  it("stretch the scale for runs of the claim, wherever they are", () => {
    const { band, runs } = besideInterval({ minimum: 0, maximum: 1 }, [9], []);
    expect(runs).toEqual([0.75]);
    expect(band[1] - band[0]).toBeCloseTo(1 / 18);
  });

  it("have a scale where all numbers are the same", () => {
    expect(besideInterval({ minimum: 2, maximum: 2 }, [2], []).runs).toEqual([0.5]);
    expect(besideInterval({ minimum: 0, maximum: 0 }, [0], []).runs).toEqual([0.5]);
  });
});
