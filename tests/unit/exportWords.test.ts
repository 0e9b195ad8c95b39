// What a file that is taken away says of where its numbers come from.
import { describe, expect, it } from "vitest";
import { computedInWords, settingsInWords } from "../../components/live/exportWords.ts";
import { figureNamed } from "../../src/catalogue/experiments.ts";
import type { Shown } from "../../src/experiments/drawing/drawing.ts";
import { parseValues, type Values } from "../../src/experiments/parameters.ts";

const shownOf = (name: string, given: Values = {}): Shown[] => {
  const { meta, figure } = figureNamed(name);
  return figure.cases.map(({ label, parameters }) => ({
    label,
    parameters: parseValues(meta.parameters, meta.defaults, { ...parameters, ...given }),
    now: null,
    reference: null,
  }));
};
const result = (step: number) => ({ step, quantities: {}, series: {} });

describe("settings in words", () => {
  it("have labels, symbols and values, and the seed", () => {
    const name = "phase-diagram/any-point";
    expect(settingsInWords(figureNamed(name), shownOf(name, { gammaPrime: -0.5 }), 3, "")).toEqual([
      "Output scaling γ: 1.25",
      "Imbalance γ′: −0.5",
      "Neurons in a half m: 1,000",
      "Seed: 3",
    ]);
  });

  it("have the words of choices, lists and points, and what is shown of the result", () => {
    const map = figureNamed("phase-diagram/map");
    const [lens = ""] = Object.keys(map.figure.lens?.options ?? {});
    const words = settingsInWords(map, shownOf("phase-diagram/map", { widths: [50, 2000] }), 1, lens);
    expect(words).toContainEqual(expect.stringMatching(/ m: 50, 2,000$/));
    expect(words).toContain(`${map.figure.lens?.label}: ${map.figure.lens?.options[lens]}`);
    const points = settingsInWords(
      figureNamed("phase-diagram/own-data"),
      shownOf("phase-diagram/own-data", { points: [-0.5, -0.25, 0, 0.3, 0.5, 0] }),
      1,
      "",
    );
    expect(points[0]).toMatch(/: \(−0\.5, −0\.25\) \(0, 0\.3\) \(0\.5, 0\)$/);
  });

  it("have a text as it was typed", () => {
    const name = "time-scales/own-target";
    const words = settingsInWords(figureNamed(name), shownOf(name, { expression: "x + x^2, 1" }), 1, "");
    expect(words[0]).toBe("Target φ(x): x + x^2, 1");
  });

  it("have the value of each case where cases differ", () => {
    const { meta, figure } = figureNamed("phase-diagram/three-regimes");
    const about = { meta, figure: { ...figure, controls: ["gamma"] } };
    expect(settingsInWords(about, shownOf("phase-diagram/three-regimes"), 1, "")[0]).toBe(
      "Output scaling γ: 0.5, 1 and 1.75",
    );
  });
});

describe("what computed", () => {
  const { meta } = figureNamed("phase-diagram/any-point");
  const [shown] = shownOf("phase-diagram/any-point") as [Shown];
  const device = { backend: "wasm", adapter: null, reason: "" } as never;
  const origin = { software: "", backend: "wasm", adapter: null, precision: "float32" } as const;
  const words = (given: Partial<Shown>, isBefore = false) =>
    computedInWords({ meta, shown: [{ ...shown, ...given }], isBefore, device, origin });

  it("is a run with its backend and its steps, the recorded result, a start, or nothing yet", () => {
    expect(words({ now: result(2000), reference: result(5) })).toBe("Run on WebAssembly, after 2,000 steps");
    expect(words({ now: result(1) })).toBe("Run on WebAssembly, after 1 step");
    expect(words({ reference: result(5) })).toBe("Recorded result, computed on WebAssembly");
    expect(words({ now: result(0) }, true)).toBe("The start, before the run");
    expect(words({})).toBe("Not run yet");
  });

  it("names the graphics adapter, and steps from the fewest to the most", () => {
    const both = [5, 20].map((step) => ({ ...shown, now: result(step) }));
    const webgpu = { backend: "webgpu", adapter: "a card", reason: "" } as never;
    expect(computedInWords({ meta, shown: both, isBefore: false, device: webgpu, origin })).toBe(
      "Run on WebGPU (a card), after 5 to 20 steps",
    );
  });
});
