// Numbers and plots as people see them.
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { drawingOf } from "../../../src/catalogue/drawings.ts";
import { experimentNamed } from "../../../src/catalogue/experiments.ts";
import type { Shown } from "../../../src/experiments/drawing/drawing.ts";
import { tableOf } from "../../../src/experiments/drawing/words.ts";
import { cloud } from "../../../src/plots/cloud.ts";
import { draw } from "../../../src/plots/draw.ts";
import { inWords, logTicks } from "../../../src/plots/numbers.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: Document };

describe("numbers in words", () => {
  it.each([
    [0.008834, "0.00883"],
    [-0.508, "−0.508"],
    [3.2e-7, "3.20 × 10⁻⁷"],
    [-1.5e8, "−1.50 × 10⁸"],
    [0, "0"],
    [undefined, "—"],
    [Number.NaN, "—"],
  ])("%s reads %s", (value, words) => expect(inWords(value)).toBe(words));
});

describe("a number below what can be resolved", () => {
  it("is said to be less than that, whatever its sign", () => {
    expect(inWords(3e-9, 3, 1e-6)).toBe("less than 1 × 10⁻⁶");
    expect(inWords(-3e-9, 3, 1e-6)).toBe("less than 1 × 10⁻⁶");
    expect(inWords(2e-6, 3, 1e-6)).toBe("2.00 × 10⁻⁶");
  });
});

describe("ticks of a logarithmic axis", () => {
  it("are 1, 2, 5 over few decades and powers of ten over many", () => {
    expect(logTicks([800, 46_000])).toEqual([1000, 2000, 5000, 10_000, 20_000]);
    expect(logTicks([1e-3, 62])).toEqual([0.001, 0.01, 0.1, 1, 10]);
  });
});

describe("a cloud of points", () => {
  it("is one path with a dot for every place, in half pixels from one to the next", () => {
    const svg = draw(
      {
        x: { domain: [0, 1] },
        y: { domain: [0, 1] },
        marks: [cloud({ x: [0, 1, 0.5, 1], y: [0, 1, 0.5, 1], size: 3, colour: "red", opacity: 1 })],
      },
      "three points",
      document,
    );
    const path = [...svg.querySelectorAll("path")].find((each) => each.getAttribute("stroke") === "red");
    // Dots at (52, 168), (199, 95) and twice (346, 22).
    expect(path?.getAttribute("d")).toBe("m104,336zm294-146zm294-146z");
    expect(path?.getAttribute("transform")).toBe("scale(0.5)");
    expect(svg.getAttribute("aria-label")).toBe("three points");
  });
});

describe("drawings", () => {
  const empty: Shown = {
    label: "γ = 1",
    parameters: { gamma: 1, gammaPrime: 0 },
    now: null,
    reference: null,
  };

  it.each(["phase-diagram/digit-neurons", "phase-diagram/regimes", "phase-diagram/relative-distance"])(
    "of %s can be drawn before anything is known",
    async (name) => {
      const drawing = await drawingOf(name);
      const { views, describe: words } = drawing;
      for (const view of views)
        expect(draw(view.plot([empty]), view.title, document).outerHTML).toContain("<svg");
      expect(words([empty])).toBe("γ = 1: not run yet.");
      expect(tableOf(drawing, experimentNamed(name), [empty]).columns.length).toBeGreaterThan(2);
    },
  );

  it("tell the slope that was measured, so far or in the end, and beside it the one that the paper prints", async () => {
    const { describe: words, table } = await drawingOf("phase-diagram/relative-distance");
    const parameters = { ...empty.parameters, widths: [1000, 5000, 10_000] };
    const now = {
      step: 1,
      quantities: { slope: 0.0123 },
      series: { width: [1000, 5000], relativeDistance: [0.25, 0.26] },
    };
    expect(words([{ ...empty, parameters, now }])).toBe(
      "γ = 1: so far the distance hardly changes as the network gets wider, with a slope of 0.0123.",
    );
    expect(words([{ ...empty, parameters: { ...parameters, widths: [1000, 5000] }, now }])).toContain(
      "γ = 1: the distance hardly changes",
    );
    const one = { step: 1, quantities: {}, series: { width: [1000], relativeDistance: [0.25] } };
    expect(words([{ ...empty, parameters, now: one }])).toBe("γ = 1: one width has been run.");
    expect(table?.([{ ...empty, parameters, now }]).rows).toEqual([
      ["γ = 1", 1000, "0.25", "0.262"],
      ["γ = 1", 5000, "0.26", "0.2697"],
      ["γ = 1, slope", "—", "0.0123", "0.007"],
    ]);
  });
});
