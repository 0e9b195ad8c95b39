// Values from outside: what is allowed passes unchanged, everything else is refused in a sentence.
import { describe, expect, it } from "vitest";
import { EXPERIMENTS, figureNamed } from "../../../src/catalogue/experiments.ts";
import {
  LONGEST_TEXT,
  type Parameter,
  ParameterError,
  parseValue,
  parseValues,
} from "../../../src/experiments/parameters.ts";
import {
  parseText,
  textInLine,
  textOfValue,
  valueFromText,
} from "../../../src/experiments/parameterTexts.ts";
import { meta } from "../../../src/experiments/phase-diagram/relative-distance/meta.ts";

const { parameters, defaults } = meta;

describe("parameters", () => {
  it("fill in defaults and keep what is allowed", () => {
    expect(parseValues(parameters, defaults, { gamma: 0.5, widths: [10, 20] })).toEqual({
      ...defaults,
      gamma: 0.5,
      widths: [10, 20],
    });
  });

  it("refuse numbers out of range, saying name, range and value", () => {
    expect(() => parseValue(parameters.gamma, 99)).toThrow(
      "Output scaling (γ) must be a number from 0.3 to 2; “99” is not.",
    );
    expect(() => parseValue(parameters.widths, [10.5])).toThrow(
      /whole numbers from 10 to 40,000, in rising order/,
    );
  });

  it.each([
    ["gamma", "0.5"],
    ["gamma", Number.NaN],
    ["gamma", Infinity],
    ["gamma", null],
    ["gamma", {}],
    ["widths", []],
    ["widths", [20, 10]],
    ["widths", [10, 10]],
    ["widths", "10"],
    ["widths", [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ["widthCounts", "both"],
    ["widthCounts", "__proto__"],
    ["widthCounts", 3],
  ] as const)("refuse %s = %j", (name, value) => {
    expect(() => parseValue(parameters[name], value)).toThrow(ParameterError);
  });

  it("refuse names that the experiment does not have, those of every object included", () => {
    for (const name of ["colour", "constructor", "toString"]) {
      expect(() => parseValues(parameters, defaults, { [name]: 1 })).toThrow(/There is no parameter/);
    }
  });

  it("shorten what they quote", () => {
    expect(() => parseValue(parameters.widthCounts, "x".repeat(1000))).toThrow(/^.{1,200}$/);
  });

  it.each([
    ["gamma", "1,5", 1.5],
    ["gamma", "−0.5", -0.5],
    ["gamma", ",7", 0.7],
    ["width", "10,000", 10_000],
    ["width", "10 000", 10_000],
    ["width", "12,5", 12.5],
    ["width", "10.000", 10_000],
    ["width", "1.000.000", 1_000_000],
    ["width", "10.5", 10.5],
    ["gamma", "1.000", 1],
    ["gamma", "1,5,2", "1,5,2"],
  ] as const)("of %s understand “%s” as people write it", (name, text, value) => {
    const { parameters: all } = figureNamed("phase-diagram/any-point").meta;
    expect(valueFromText(all[name] as Parameter, text)).toBe(value);
  });

  it.each([
    ["1,500", "may be 1500 or 1.5"],
    ["-1,500", null],
    ["0,500", null],
    ["1,5", null],
    ["1,5000", null],
  ] as const)("refuse “%s” where it may be thousands as well as a decimal, and only there", (text, words) => {
    const time: Parameter = { kind: "real", label: "Duration", minimum: -10, maximum: 2000, step: 1 };
    if (words) expect(() => parseText(time, text)).toThrow(words);
    else expect(parseText(time, text)).toBe(Number(text.replace(",", ".")));
    // With a range that holds only one of the two there is no doubt.
    expect(parseText({ ...time, maximum: 10 }, text)).toBe(Number(text.replace(",", ".")));
    expect(parseText({ ...time, minimum: 100 }, "1,500")).toBe(1500);
  });

  it.each([
    ["points", "0,5, 1,2, 2, 3"],
    ["points", "0,5; 1,2"],
    ["points", "0,5 1,2"],
    ["points", "-1,5 2"],
    ["widths", "1,500, 2,000"],
    ["widths", "10,000"],
    ["labelled", "0,5, 1,2, 1"],
    ["labelled", "0,5 1,2 1 3 4 1 -1,5 1 -1"],
    ["labelled", "0,5 1 -1\n1 2 1"],
    ["labelled", "0.5, 1,2 1\n1 2 1\n3 4 -1"],
  ] as const)("of %s say how decimals are written, where commas may be decimal: “%s”", (name, text) => {
    const kinds: Record<string, Parameter> = {
      points: {
        kind: "points",
        label: "Points",
        x: { minimum: -9, maximum: 9 },
        y: { minimum: -9, maximum: 9 },
        apart: 0,
        reach: 0,
        atLeast: 1,
        atMost: 9,
      },
      widths: { kind: "wholes", label: "Widths", minimum: 1, maximum: 4000, atMost: 9 },
      labelled: { kind: "labelled", label: "Points", within: 9, atLeast: 2, atMost: 9 },
    };
    expect(() => parseText(kinds[name] as Parameter, text)).toThrow(
      /Commas part numbers here: .*written with a point, as in 0\.5/,
    );
  });

  it.each([
    ["widths", "abc", "“abc” is not"],
    ["widths", "3, 5, x", "“3, 5, x” is not"],
    ["widths", "20,10", "“20,10” is not"],
    ["gamma", " 1e9 ", "“1e9” is not"],
  ] as const)("of %s are refused as they were typed: %s", (name, text, words) => {
    expect(() => parseText(parameters[name], text)).toThrow(words);
  });

  it.each([
    ["real", "99", "2", "Take 2"],
    ["real", "-1e999", "-1.5", "Take -1.5"],
    ["whole", "2,6", "3", "Take 3"],
    ["whole", "10.500", "10500", null],
    ["whole", "2000000", "1000000", "Take 1,000,000"],
    ["wholes", "30, 20, 20, 1e9", "20,30,4000", "Take 20, 30, 4,000"],
    ["wholes", "1, 2, 3, 4, 5, 6, 7", "1,3,5,7", "Take 1, 3, 5, 7"],
    // What may have been meant as a number with a comma is not guessed.
    ["wholes", "4,500", null, null],
    ["real", "one", null, null],
    ["real", "NaN", null, null],
    ["wholes", "", null, null],
  ] as const)("of kind %s have the nearest to “%s”: %s", (kind, text, nearest, words) => {
    const all: Record<string, Parameter> = {
      real: { kind: "real", label: "Real", minimum: -1.5, maximum: 2, step: 0.1 },
      whole: { kind: "whole", label: "Whole", minimum: 2, maximum: 1e6, step: 1 },
      wholes: { kind: "wholes", label: "Wholes", minimum: 1, maximum: 4000, atMost: 4 },
    };
    const parameter = all[kind] as Parameter;
    const read = () => {
      try {
        return { value: parseText(parameter, text) };
      } catch (error) {
        return { nearest: (error as ParameterError).nearest };
      }
    };
    if (nearest !== null && words === null) expect(read()).toEqual({ value: Number(nearest) });
    else expect(read().nearest).toEqual(nearest === null ? undefined : { text: nearest, words });
    if (nearest !== null) expect(() => parseText(parameter, nearest)).not.toThrow();
  });

  it("of a text are any line that is short enough, without the blanks around it", () => {
    const line: Parameter = { kind: "text", label: "Target", symbol: "φ", atMost: 12 };
    expect(parseText(line, "  0,5 + x ")).toBe("0,5 + x");
    expect(parseText(line, "")).toBe("");
    expect(() => parseText(line, "x".repeat(13))).toThrow(
      "Target (φ) must be a text of at most 12 characters; “xxxxxxxxxxxxx” is not.",
    );
    expect(() => parseValue(line, 3)).toThrow(ParameterError);
    expect(() => parseValue(line, ["x"])).toThrow(ParameterError);
    // What no link and no record has room for is refused whatever a parameter says.
    expect(() => parseText({ ...line, atMost: 1e6 }, "x".repeat(LONGEST_TEXT + 1))).toThrow(ParameterError);
  });

  it("survive the way into a text and back", () => {
    for (const [name, value] of Object.entries(defaults)) {
      const parameter = parameters[name as keyof typeof parameters];
      expect(parseValue(parameter, valueFromText(parameter, textOfValue(value)))).toEqual(value);
    }
    expect(() => parseValue(parameters.gamma, valueFromText(parameters.gamma, ""))).toThrow(ParameterError);
  });
});

describe("every experiment", () => {
  it.each(EXPERIMENTS.map((each) => [each.id, each] as const))(
    "%s has defaults and figures within its own ranges",
    (_, each) => {
      expect(() => parseValues(each.parameters, each.defaults, each.defaults)).not.toThrow();
      for (const { cases, controls } of each.figures) {
        for (const { parameters: given } of cases)
          expect(() => parseValues(each.parameters, each.defaults, given)).not.toThrow();
        for (const control of controls) expect(Object.keys(each.parameters)).toContain(control);
      }
    },
  );

  it("has figures that are found by their address", () => {
    expect(figureNamed("phase-diagram/any-point").meta.id).toBe("phase-diagram/regimes");
    expect(() => figureNamed("phase-diagram/none")).toThrow(/no figure/);
  });
});

describe("a value that cannot be changed", () => {
  it("stands in one line: a list with blanks, points with semicolons, a choice by its name", () => {
    const { widths } = figureNamed("phase-diagram/relative-distance").meta.parameters;
    const { points } = figureNamed("phase-diagram/own-data").meta.parameters;
    const { data } = figureNamed("laboratory/network").meta.parameters;
    expect(textInLine(widths as Parameter, [250, 1000])).toBe("250, 1000");
    expect(textInLine(points as Parameter, [-1, 0.6, 0, 0.3])).toBe("−1, 0.6; 0, 0.3");
    expect(textInLine(data as Parameter, "sines")).not.toBe("sines");
  });
});
