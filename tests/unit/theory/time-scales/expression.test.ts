// What a reader types, as a function: against the same in JavaScript. And what is refused, hostile texts among it: in a
// sentence, at once, and without running anything.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { functionFrom, LONGEST } from "../../../../src/theory/time-scales/expression.ts";

const PLACES = [-2.5, -1, -0.3, 0.2, 1, 3.7];

describe("an expression", () => {
  it.each<[string, (x: number) => number]>([
    ["x + sin(x)", (x) => x + Math.sin(x)],
    ["-x^2", (x) => -(x * x)],
    ["+x^2", (x) => x * x],
    ["2 - -x^2", (x) => 2 + x * x],
    ["2^-x^2", (x) => 2 ** -(x * x)],
    ["2^x^2", (x) => 2 ** (x * x)],
    ["x^3^2", (x) => x ** 9],
    ["(x^3)^2", (x) => x ** 6],
    ["-x^-2", (x) => -1 / (x * x)],
    ["1 - 2 - x", (x) => -1 - x],
    ["8/2/x", (x) => 4 / x],
    ["2*x+3*x^2/4", (x) => 2 * x + (3 * x * x) / 4],
    ["-2*x", (x) => -2 * x],
    ["-x^2^3", (x) => -(x ** 8)],
    ["exp(-x^2/2)*cos(3*x)", (x) => Math.exp((-x * x) / 2) * Math.cos(3 * x)],
    [
      "abs(x)^1.5 + sqrt(abs(x)) + log(x^2)",
      (x) => Math.abs(x) ** 1.5 + Math.sqrt(Math.abs(x)) + Math.log(x * x),
    ],
    ["relu(x) - max(0, x) + min(x, 1)", (x) => Math.min(x, 1)],
    ["sign(x) + tanh(x) + atan(x)", (x) => Math.sign(x) + Math.tanh(x) + Math.atan(x)],
    ["pi*e*x", (x) => Math.PI * Math.E * x],
    ["He3(x) - sqrt(6)*h3(x) + h0(x)", () => 1],
    ["He2(x)", (x) => x * x - 1],
    ["1.5e1*x + .5", (x) => 15 * x + 0.5],
    ["x^(1/3)", (x) => (x < 0 ? Number.NaN : Math.cbrt(x))],
    ["π·x − 2×x² + x³", (x) => Math.PI * x - 2 * x * x + x ** 3],
    ["x^101", (x) => x ** 101],
  ])("%s", (text, wanted) => {
    const f = functionFrom(text);
    for (const x of PLACES) {
      if (Number.isNaN(wanted(x))) expect(f(x)).toBeNaN();
      // A few units in the last place for each function, and a hundred for a power by logarithm.
      else expect(Math.abs(f(x) - wanted(x))).toBeLessThan(1e-12 * Math.max(1, Math.abs(wanted(x))));
    }
  });

  it.each([
    ["foo(x)", /^“foo” \(character 1\) is unknown here\. Known are x, pi, e, abs/],
    ["x + y", /^“y” \(character 5\) is unknown/],
    ["exp(x) + ex", /^“ex” \(character 10\) is unknown/],
    ["tan(x)", /“tan”.*unknown/],
    ["0,5*x", /decimal point here: 0\.5, not 0,5/],
    ["max(0,5, x)", /“max” \(character 1\) takes two numbers, not 3\. A number has a decimal point/],
    ["2x", /side by side.*write 2\*x/],
    ["2 x", /side by side/],
    ["2(x + 1)", /side by side/],
    ["sin x", /“sin” \(character 1\) needs brackets after it: sin\(x\)/],
    ["sin + 1", /needs brackets/],
    ["log(x, 2)", /“log”.*takes one number, not 2/],
    ["x(3)", /“x”.*is not a function/],
    ["sin(x)(x)", /bracket right after another/],
    ["(x + 1", /breaks off/],
    ["x + ", /breaks off/],
    ["()", /breaks off/],
    ["x + 1)", /not understood at character 6, “\)”/],
    ["x ** 2", /not understood at character 4, “\* 2”/],
    ["", /empty/],
    ["   ", /empty/],
    ["x, 2", /side by side/],
    ["1e", /breaks off/],
  ])("%s is refused", (text, sentence) => {
    expect(() => functionFrom(text)).toThrow(sentence);
  });

  it.each([
    "constructor",
    "__proto__",
    "this",
    "x.constructor",
    'x.constructor("return 1")()',
    "x['constructor']",
    "sin.constructor('return globalThis')(x)",
    "constructor(x)",
    "toString(x)",
    "hasOwnProperty(x)",
    "abs.call(x)",
    "globalThis",
    "import(x)",
    "`x`",
    "'x'",
    "[x]",
    "x ? 1 : 2",
    "x => x",
    "x = 2",
    "x; x",
    "true",
    "𝒙 + x",
    "х", // a Cyrillic letter
    "x\u200b",
    "\u202ex",
  ])("%s is refused, and runs nothing", (text) => {
    expect(() => functionFrom(text)).toThrow(RangeError);
    expect(() => functionFrom(text)).toThrow(/^.{10,260}$/);
  });

  it("is never longer or deeper than its limit", () => {
    expect(() => functionFrom("(".repeat(100_000))).toThrow(/100000 characters; 200 is the most/);
    expect(() => functionFrom("(".repeat(LONGEST))).toThrow(/breaks off/);
    const brackets = Math.floor((LONGEST - 1) / 2);
    expect(functionFrom(`${"(".repeat(brackets)}x${")".repeat(brackets)}`)(3)).toBe(3);
    expect(functionFrom(`${"-".repeat(LONGEST - 1)}x`)(3)).toBe(-3);
    // A tower of a hundred powers is a number or none, and is there at once.
    const tower = functionFrom(Array.from({ length: LONGEST / 2 }, () => "x").join("^"));
    expect(tower(1)).toBe(1);
    expect(tower(3)).toBe(Infinity);
    expect(tower(-0.5)).not.toBeUndefined();
  });

  it("is a function or a sentence, whatever is typed", () => {
    const pieces = fc.constantFrom(
      "x",
      "1",
      "2.5",
      "+",
      "-",
      "*",
      "/",
      "^",
      "(",
      ")",
      ",",
      " ",
      "sin",
      "max",
      "e",
      "h2",
      ".",
      "[",
      "'",
      "constructor",
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
      fc.string({ unit: "binary", maxLength: 40 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          return typeof functionFrom(text)(0.7) === "number";
        } catch (error) {
          return (
            error instanceof RangeError &&
            error.message.endsWith(".") &&
            !/undefined|\[object/.test(error.message.replaceAll(text.trim(), ""))
          );
        }
      }),
      { seed: 1, numRuns: 3000 },
    );
  });
});
