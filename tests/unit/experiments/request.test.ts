// What identifies a run, and what is let in from outside.
import { describe, expect, it } from "vitest";
import { EXPERIMENTS, experimentNamed } from "../../../src/catalogue/experiments.ts";
import { MAXIMUM_SEED, ParameterError } from "../../../src/experiments/parameters.ts";
import { isSame, keyOf, requestFor } from "../../../src/experiments/request.ts";

const regimes = experimentNamed("phase-diagram/regimes");
const sweep = experimentNamed("phase-diagram/relative-distance");

describe("the key of a request", () => {
  const request = { experiment: "a/b", parameters: { width: 10, gamma: 1, widths: [1, 2] }, seed: 1 };

  it("does not depend on the order of its parameters", () => {
    const other = { ...request, parameters: { widths: [1, 2], gamma: 1, width: 10 } };
    expect(keyOf(other)).toBe(keyOf(request));
    expect(keyOf({ seed: 1, parameters: other.parameters, experiment: "a/b" })).toBe(keyOf(request));
  });

  it("is another one for another experiment, parameter, list, name or seed", () => {
    const { parameters } = request;
    const others = [
      { ...request, experiment: "a/c" },
      { ...request, seed: 2 },
      { ...request, parameters: { ...parameters, gamma: 1.5 } },
      { ...request, parameters: { ...parameters, gamma: "1" } },
      { ...request, parameters: { ...parameters, widths: [2, 1] } },
      { ...request, parameters: { ...parameters, widths: [1] } },
      { ...request, parameters: { width: 1, gamma: 10, widths: [1, 2] } },
    ];
    expect(new Set([request, ...others].map(keyOf)).size).toBe(1 + others.length);
  });
});

describe("parameters", () => {
  it("are the same in any order, and not where one differs or is missing", () => {
    const one = { gamma: 1, widths: [1, 2], pixels: "unit" };
    expect(isSame(one, { pixels: "unit", widths: [1, 2], gamma: 1 })).toBe(true);
    for (const other of [
      { ...one, gamma: 2 },
      { ...one, widths: [1, 2, 3] },
      { ...one, pixels: "centred" },
      { gamma: 1, widths: [1, 2] },
      { ...one, more: 1 },
    ]) {
      expect(isSame(one, other)).toBe(false);
      expect(isSame(other, one)).toBe(false);
    }
  });
});

describe("a request from outside", () => {
  it("gets defaults where nothing is said", () => {
    expect(requestFor(regimes, { gamma: 0.5 }, 7)).toEqual({
      experiment: "phase-diagram/regimes",
      parameters: { ...regimes.defaults, gamma: 0.5 },
      seed: 7,
    });
    expect(keyOf(requestFor(sweep, {}, 1))).toBe(keyOf(requestFor(sweep, sweep.defaults, 1)));
  });

  it.each([0, 1, MAXIMUM_SEED])("may have %d as its seed", (seed) => {
    expect(requestFor(regimes, {}, seed).seed).toBe(seed);
  });

  it.each([-1, 1.5, MAXIMUM_SEED + 1, Number.NaN, Infinity])("may not have %d", (seed) => {
    expect(() => requestFor(regimes, {}, seed)).toThrow(ParameterError);
    expect(() => requestFor(regimes, {}, seed)).toThrow(
      `The seed must be a whole number from 0 to 4,294,967,295; ${seed} is not.`,
    );
  });

  it("may not have a parameter of another experiment, or one out of its range", () => {
    expect(() => requestFor(regimes, { widths: [10] }, 1)).toThrow(/no parameter “widths” here/);
    expect(() => requestFor(regimes, { gamma: 3 }, 1)).toThrow(ParameterError);
    expect(() => requestFor(sweep, { widths: [20, 10] }, 1)).toThrow(ParameterError);
  });

  it("are refused where values do not go together, and no figure asks for such", () => {
    const given = { teachers: 20, inputs: 10 };
    for (const id of [
      "activation",
      "population",
      "width-sweep",
      "plane",
      "winners",
      "gap",
      "deterioration",
      "balance",
    ])
      expect(() => requestFor(experimentNamed(`quenching-activation/${id}`), given, 1)).toThrow(
        /20 teacher neurons cannot/,
      );
    for (const meta of EXPERIMENTS)
      for (const { cases, presets = [] } of meta.figures)
        for (const each of cases)
          for (const preset of [{ parameters: {} }, ...presets])
            expect(() => requestFor(meta, { ...each.parameters, ...preset.parameters }, 1)).not.toThrow();
  });
});
