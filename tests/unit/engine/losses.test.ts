// The losses against closed forms and differences: what an example costs, and how it pulls on the output.
import { describe, expect, it } from "vitest";
import { LOSSES, losses } from "../../../src/engine/losses.ts";

const { squared, hinge } = losses;

describe.each(LOSSES)("the %s loss", (name) => {
  const { value, pull } = losses[name];

  it("pulls as central differences of its value say", () => {
    const h = 1e-6;
    for (const target of [1, -1]) {
      for (const output of [-2.3, -0.7, 0.1, 0.4, 1.9]) {
        const difference = (value(output + h, target, 0.5) - value(output - h, target, 0.5)) / (2 * h);
        // Neither has a third derivative: what is left is rounding, some 1e-16/h.
        expect(pull(output, target, 0.5), `${name} at ${output}`).toBeCloseTo(difference, 8);
      }
    }
  });

  it("is the same for a wrong output on either side", () => {
    for (const output of [-2, -0.5, 0, 0.5, 2]) {
      expect(value(-output, -1, 0.5)).toBe(value(output, 1, 0.5));
      expect(pull(-output, -1, 0.5) + pull(output, 1, 0.5)).toBe(0);
    }
  });

  it("is never negative", () => {
    for (const output of [-1e4, -1, 0, 0.5, 1, 1e4]) expect(value(output, 1, 0.5)).toBeGreaterThanOrEqual(0);
  });
});

describe("the squared loss", () => {
  it("is half the square of the residual and pulls with the residual, whatever the margin", () => {
    for (const margin of [0, 0.5, 3]) {
      expect(squared.value(3, 1, margin)).toBe(2);
      expect(squared.pull(3, 1, margin)).toBe(2);
      expect(squared.pull(-0.25, 0.5, margin)).toBe(-0.75);
    }
  });
});

describe("the hinge loss", () => {
  it("is what is missing to the margin below it, and pulls towards the label with force one", () => {
    expect(hinge.value(0.25, 1, 0.75)).toBe(0.5);
    expect(hinge.pull(0.25, 1, 0.75)).toBe(-1);
    expect(hinge.value(0.25, -1, 0.75)).toBe(1);
    expect(hinge.pull(0.25, -1, 0.75)).toBe(1);
  });

  it("is nothing at the margin and above it, and does not pull there", () => {
    for (const output of [0.75, 0.7500001, 2, 1e4]) {
      for (const label of [1, -1]) {
        expect(hinge.value(label * output, label, 0.75)).toBe(0);
        expect(hinge.pull(label * output, label, 0.75)).toBe(0);
      }
    }
  });

  it("pulls as soon as an output is below the margin, by however little", () => {
    const justBelow = 0.75 - 2 ** -53;
    expect(hinge.pull(justBelow, 1, 0.75)).toBe(-1);
    expect(hinge.value(justBelow, 1, 0.75)).toBe(2 ** -53);
  });

  it("with the margin 0 costs only what is misclassified, and leaves an output of zero alone", () => {
    expect(hinge.value(0, 1, 0)).toBe(0);
    expect(hinge.pull(0, 1, 0)).toBe(0);
    expect(hinge.value(-0.5, 1, 0)).toBe(0.5);
    expect(hinge.pull(-0.5, 1, 0)).toBe(-1);
  });
});
