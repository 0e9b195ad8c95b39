// Coordinates and regimes of the phase diagram at points that the paper names.
import { describe, expect, it } from "vitest";
import { boundary, regimeAt, scalings } from "../../../src/theory/phaseDiagram.ts";

describe("the phase diagram", () => {
  it("has its boundary at γ = 1 below and at γ = 1 + γ′ above γ′ = 0", () => {
    expect([-0.5, 0, 0.4].map(boundary)).toEqual([1, 1, 1.4]);
  });

  it("places NTK and LeCun in the linear regime, mean-field on the boundary, and γ = 1.75 in the condensed regime", () => {
    expect([regimeAt(0.5, 0), regimeAt(0.5, 0.5), regimeAt(1, 0), regimeAt(1.75, 0)]).toEqual([
      "linear",
      "linear",
      "critical",
      "condensed",
    ]);
    expect([regimeAt(1.3, 0.4), regimeAt(1.5, 0.4)]).toEqual(["linear", "condensed"]);
  });

  it("scales κ and κ′ as powers of the width", () => {
    const { kappa, kappaPrime } = scalings(0.5, -1, 100);
    expect(kappa).toBeCloseTo(0.1, 14);
    expect(kappaPrime).toBeCloseTo(100, 11);
  });
});
