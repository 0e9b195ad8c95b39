/**
 * From what a reader types to a function of x: “tanh(2*x) + x^2/3”. A parser of others makes a tree of it and runs
 * nothing; of that tree only what is named here is understood, and becomes functions of ours. Whatever else it says is
 * refused in a sentence.
 */
import jsep from "jsep";
import { angleOf, cos, exp, log, sin, tanh, wholePower } from "../../math/elementary.ts";
import { hermite } from "../../math/hermite.ts";

type Function = (x: number) => number;

/** Characters at most: no tree is deeper, and no function slower, than so many allow. */
export const LONGEST = 200;
/** Degrees of the Hermite polynomials that have a name. */
const DEGREES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Whole exponents up to this are products. */
const LARGEST_PRODUCT = 64;

const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ["pi", Math.PI],
  ["e", Math.E],
]);

const OF_ONE: ReadonlyMap<string, Function> = new Map<string, Function>([
  ["abs", Math.abs],
  ["atan", (x) => angleOf(x, 1)],
  ["cos", cos],
  ["exp", exp],
  ["log", log],
  ["relu", (x) => Math.max(0, x)],
  ["sign", Math.sign],
  ["sin", sin],
  ["sqrt", Math.sqrt],
  ["tanh", tanh],
  ...DEGREES.map((k): [string, Function] => [`h${k}`, (x) => hermite(k, x)]),
  ...DEGREES.map((k): [string, Function] => [`He${k}`, (x) => Math.sqrt(factorial(k)) * hermite(k, x)]),
]);

const OF_TWO: ReadonlyMap<string, (one: number, other: number) => number> = new Map([
  ["max", Math.max],
  ["min", Math.min],
]);

const OPERATORS: ReadonlyMap<string, (one: number, other: number) => number> = new Map([
  ["+", (one: number, other: number) => one + other],
  ["-", (one: number, other: number) => one - other],
  ["*", (one: number, other: number) => one * other],
  ["/", (one: number, other: number) => one / other],
  ["^", raised],
]);

const NAMES = `x, ${[...CONSTANTS.keys()].join(", ")}, ${[...OF_ONE.keys()].filter((name) => !/\d/.test(name)).join(", ")}, ${[...OF_TWO.keys()].join(", ")}, and the Hermite polynomials h0 to h9 and He0 to He9`;

// The parser knows JavaScript’s operators; these are all that there are here.
jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [operator, precedence] of [
  ["+", 1],
  ["-", 1],
  ["*", 2],
  ["/", 2],
] as const)
  jsep.addBinaryOp(operator, precedence);
jsep.addBinaryOp("^", 3, true);
// A sign before a power is of all of it: −x² = −(x²), where the parser by itself would square −x.
jsep.hooks.add("gobble-token", function (this: jsep.HookScope, found: { node?: jsep.Expression }) {
  if (this.char !== "-" && this.char !== "+") return;
  const operator = this.char;
  this.index++;
  found.node = { type: "UnaryExpression", operator, argument: powerAt(this), prefix: true };
});

/** A token, and what it is raised to. */
function powerAt(parser: jsep.HookScope): jsep.Expression {
  const left = parser.gobbleToken() ?? parser.throwError("Nothing follows");
  parser.gobbleSpaces();
  if (parser.char !== "^") return left;
  parser.index++;
  return { type: "BinaryExpression", operator: "^", left, right: powerAt(parser) };
}

/**
 * The function that an expression says. What it gives may be no number (√ of −1) or not finite (1/0).
 * @throws RangeError with a sentence for what is not understood
 */
export function functionFrom(text: string): Function {
  if (text.length > LONGEST)
    throw new RangeError(`The expression has ${text.length} characters; ${LONGEST} is the most.`);
  if (text.trim() === "") throw new RangeError("The expression is empty. Try x + sin(x).");
  try {
    return meaningOf(treeOf(plain(text)), plain(text));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Where commas part arguments, 0,5 is two of them.
    const hint = /\d,\d/.test(text) ? " A number has a decimal point here: 0.5, not 0,5." : "";
    throw new RangeError(error.message + hint);
  }
}

/** Signs that people write and the parser does not know. */
function plain(text: string): string {
  return text
    .replaceAll("−", "-")
    .replaceAll(/[·×]/g, "*")
    .replaceAll("π", "pi")
    .replaceAll("²", "^2")
    .replaceAll("³", "^3");
}

function treeOf(text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    const { index } = error as { readonly index?: unknown };
    if (typeof index !== "number") throw error;
    const rest = text.slice(index).trim();
    if (rest === "") throw brokenOff();
    if (/\d$/.test(text.slice(0, index)) && /^[A-Za-z]/.test(rest)) throw sideBySide();
    throw new RangeError(`The expression is not understood at character ${index + 1}, “${shortened(rest)}”.`);
  }
}

/** The function of a part of the tree. */
function meaningOf(node: jsep.Expression, text: string): Function {
  const part = node as jsep.CoreExpression;
  switch (part.type) {
    case "Literal": {
      const { value } = part;
      if (typeof value !== "number") throw new RangeError(`${quoted(part.raw, text)} is not a number.`);
      return () => value;
    }
    case "Identifier":
      return named(part.name, text);
    case "UnaryExpression": {
      const of = meaningOf(part.argument, text);
      return part.operator === "-" ? (x) => -of(x) : of;
    }
    case "BinaryExpression": {
      const operation = OPERATORS.get(part.operator) as (one: number, other: number) => number;
      const [left, right] = [meaningOf(part.left, text), meaningOf(part.right, text)];
      return (x) => operation(left(x), right(x));
    }
    case "CallExpression":
      return called(part, text);
    case "Compound":
      for (const each of part.body) meaningOf(each, text);
      throw part.body.length > 0 ? sideBySide() : brokenOff();
    default:
      throw new RangeError(
        "Only numbers, x, + − * / ^, round brackets and functions of x are understood here.",
      );
  }
}

function named(name: string, text: string): Function {
  if (name === "x") return (x) => x;
  const constant = CONSTANTS.get(name);
  if (constant !== undefined) return () => constant;
  if (OF_ONE.has(name) || OF_TWO.has(name))
    throw new RangeError(`${quoted(name, text)} needs brackets after it: ${name}(x).`);
  throw unknown(name, text);
}

function called({ callee, arguments: given }: jsep.CallExpression, text: string): Function {
  if (callee.type !== "Identifier")
    throw new RangeError("A bracket right after another one needs a sign between them: (x)*(x + 1).");
  const { name } = callee as jsep.Identifier;
  const [ofOne, ofTwo] = [OF_ONE.get(name), OF_TWO.get(name)];
  const wanted = ofOne ? 1 : 2;
  if (!ofOne && !ofTwo)
    throw name === "x" || CONSTANTS.has(name)
      ? new RangeError(`${quoted(name, text)} is not a function: write ${name}*(…).`)
      : unknown(name, text);
  if (given.length !== wanted)
    throw new RangeError(
      `${quoted(name, text)} takes ${wanted === 1 ? "one number" : "two numbers"}, not ${given.length}.`,
    );
  const [one, other] = given.map((each) => meaningOf(each, text)) as [Function, Function];
  if (ofOne) return (x) => ofOne(one(x));
  return (x) => (ofTwo as (one: number, other: number) => number)(one(x), other(x));
}

function sideBySide(): RangeError {
  return new RangeError("Two things stand side by side with no sign between them: write 2*x for 2x.");
}

function brokenOff(): RangeError {
  return new RangeError("The expression breaks off: something is missing at its end, a bracket perhaps.");
}

function unknown(name: string, text: string): RangeError {
  return new RangeError(`${quoted(name, text)} is unknown here. Known are ${NAMES}.`);
}

/** A name with its place, “foo” (character 5): where it first stands by itself. */
function quoted(name: string, text: string): string {
  const place = text.search(
    new RegExp(`(?<![A-Za-z0-9])${name.replaceAll(/[^A-Za-z0-9]/g, ".")}(?![A-Za-z0-9])`),
  );
  return `“${shortened(name)}”${place < 0 ? "" : ` (character ${place + 1})`}`;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** base^exponent where it is a real number. */
function raised(base: number, exponent: number): number {
  if (Number.isInteger(exponent) && Math.abs(exponent) <= LARGEST_PRODUCT) {
    const product = wholePower(base, Math.abs(exponent));
    return exponent < 0 ? 1 / product : product;
  }
  const size = exp(exponent * log(Math.abs(base)));
  if (base >= 0) return size;
  return Number.isInteger(exponent) ? (exponent % 2 === 0 ? size : -size) : Number.NaN;
}

function factorial(k: number): number {
  return k < 2 ? 1 : k * factorial(k - 1);
}
