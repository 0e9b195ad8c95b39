/**
 * Parameters of an experiment: what they mean, their ranges and how values from outside (a link, a form, a record)
 * become trusted ones. Describes; computes nothing. Looked at by hand: a schema library would be in every page's first bytes.
 */

import { labelledPointsOf } from "./labelledPoints.ts";
import { type Nearest, ParameterError } from "./parameterError.ts";

export { type Nearest, ParameterError };

interface Described {
  readonly label: string;
  /** TeX-free symbol, for axes and short labels: "γ". */
  readonly symbol?: string;
  readonly hint?: string;
}

/** A real or whole number in a range; `step` is that of its slider, values between are allowed for reals. */
export interface NumberParameter extends Described {
  readonly kind: "real" | "whole";
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
  /** Whether the slider moves in powers of ten: its ends and its step are then those of log₁₀. */
  readonly isLogarithmic?: boolean;
  readonly unit?: string;
}

/** A few whole numbers in a range, in rising order. */
export interface NumbersParameter extends Described {
  readonly kind: "wholes";
  readonly minimum: number;
  readonly maximum: number;
  readonly atMost: number;
}

/** A few points of the plane as x₁, y₁, x₂, y₂, …, from left to right. */
export interface PointsParameter extends Described {
  readonly kind: "points";
  readonly x: Range;
  readonly y: Range;
  /** Least distance between neighbours along x. */
  readonly apart: number;
  /** Least size of the largest y. */
  readonly reach: number;
  readonly atLeast: number;
  readonly atMost: number;
}
/** Points of the plane, each in one of two classes, as x, y, class, x, y, class, …; classes are −1 and 1. */
export interface LabelledParameter extends Described {
  readonly kind: "labelled";
  /** Largest size of x and y. */
  readonly within: number;
  readonly atLeast: number;
  readonly atMost: number;
}

interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** One of a few words. */
export interface ChoiceParameter<Value extends string = string> extends Described {
  readonly kind: "choice";
  readonly options: { readonly [value in Value]: string };
}

/** A line of text. What it means, and whether it means anything, an experiment says in `refuses`. */
export interface TextParameter extends Described {
  readonly kind: "text";
  /** Characters. */
  readonly atMost: number;
}

/** No text is longer, whatever a parameter allows: so much goes into a link and a record. */
export const LONGEST_TEXT = 200;

export type Parameter =
  | NumberParameter
  | NumbersParameter
  | PointsParameter
  | LabelledParameter
  | ChoiceParameter
  | TextParameter;
export type Parameters = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> = P extends NumberParameter
  ? number
  : P extends NumbersParameter | PointsParameter | LabelledParameter
    ? readonly number[]
    : P extends ChoiceParameter<infer Value>
      ? Value
      : P extends TextParameter
        ? string
        : never;

/** Values of all parameters of an experiment. */
export type ValuesOf<P extends Parameters> = { readonly [name in keyof P]: ValueOf<P[name]> };
/** The same without knowledge of the experiment. */
export type Values = Readonly<Record<string, number | string | readonly number[]>>;

/** Largest seed that a form or a link may ask for. */
export const MAXIMUM_SEED = 2 ** 32 - 1;
export const SEED: NumberParameter = {
  kind: "whole",
  label: "Seed",
  minimum: 0,
  maximum: MAXIMUM_SEED,
  step: 1,
};

function isWithin(value: unknown, { minimum, maximum }: Range): value is number {
  return typeof value === "number" && value >= minimum && value <= maximum;
}

function areRising(values: unknown, range: Range, atMost: number): boolean {
  return (
    Array.isArray(values) &&
    values.length >= 1 &&
    values.length <= atMost &&
    values.every((each, k) => Number.isSafeInteger(each) && isWithin(each, range) && !(each <= values[k - 1]))
  );
}

function arePoints(values: unknown, { x, y, apart, reach, atLeast, atMost }: PointsParameter): boolean {
  return (
    Array.isArray(values) &&
    values.length % 2 === 0 &&
    values.length >= 2 * atLeast &&
    values.length <= 2 * atMost &&
    values.every((each, k) => isWithin(each, k % 2 === 0 ? x : y)) &&
    values.some((each, k) => k % 2 === 1 && Math.abs(each) >= reach) &&
    // Half of a millionth forgives what decimal fractions lose in binary.
    values.every((each, k) => k < 2 || k % 2 === 1 || each - (values[k - 2] as number) > apart - 5e-7)
  );
}

/** Points that are less apart than this are in one place. */
const ONE_PLACE = 1e-6;

function areLabelled(values: unknown, { within, atLeast, atMost }: LabelledParameter): boolean {
  if (!Array.isArray(values) || values.length % 3 !== 0) return false;
  const points = labelledPointsOf(values);
  const [first] = points;
  return (
    first !== undefined &&
    points.length >= atLeast &&
    points.length <= atMost &&
    values.every((each, k) =>
      k % 3 === 2 ? each === 1 || each === -1 : isWithin(each, { minimum: -within, maximum: within }),
    ) &&
    points.some(({ label }) => label !== first.label) &&
    points.some(({ x, y }) => Math.max(Math.abs(x - first.x), Math.abs(y - first.y)) >= ONE_PLACE)
  );
}

/** Whether a value is allowed. */
export function fits(parameter: Parameter, value: unknown): value is number | string | readonly number[] {
  switch (parameter.kind) {
    case "real":
      return isWithin(value, parameter);
    case "whole":
      return Number.isSafeInteger(value) && isWithin(value, parameter);
    case "wholes":
      return areRising(value, parameter, parameter.atMost);
    case "points":
      return arePoints(value, parameter);
    case "labelled":
      return areLabelled(value, parameter);
    case "choice":
      return typeof value === "string" && Object.hasOwn(parameter.options, value);
    case "text":
      return typeof value === "string" && value.length <= Math.min(parameter.atMost, LONGEST_TEXT);
    default:
      return parameter satisfies never;
  }
}

/** What values of a parameter are allowed, as the end of a sentence. */
function rangeInWords(parameter: Parameter): string {
  const between = (range: Range) => `from ${numberInWords(range.minimum)} to ${numberInWords(range.maximum)}`;
  switch (parameter.kind) {
    case "real":
      return `a number ${between(parameter)}`;
    case "whole":
      return `a whole number ${between(parameter)}`;
    case "wholes":
      return `one to ${parameter.atMost} whole numbers ${between(parameter)}, in rising order`;
    case "points":
      return `${parameter.atLeast} to ${parameter.atMost} points x, y from left to right, x ${between(parameter.x)} and ${parameter.apart} apart at least, y ${between(parameter.y)} and ${parameter.reach} in size at least once`;
    case "labelled":
      return `${parameter.atLeast} to ${parameter.atMost} rows of x, y and a class, with both of two classes, x and y ${between({ minimum: -parameter.within, maximum: parameter.within })} and not all of them in one place`;
    case "choice":
      return `one of ${Object.keys(parameter.options).join(", ")}`;
    case "text":
      return `a text of at most ${parameter.atMost} characters`;
    default:
      return parameter satisfies never;
  }
}

/** A bound as it can be typed: "12,000", "0.001", "1e-14". */
export function numberInWords(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-3 ? String(value) : value.toLocaleString("en");
}

/** "Output scaling (γ)". */
export function nameOf({ label, symbol }: Described): string {
  return symbol ? `${label} (${symbol})` : label;
}

/** A piece of what came from outside, short enough for a sentence. */
export function quoted(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

/** One trusted value; a refusal quotes it as it was `given`. @throws ParameterError */
export function parseValue(
  parameter: Parameter,
  value: unknown,
  given = value,
): number | string | readonly number[] {
  if (fits(parameter, value)) return value;
  throw new ParameterError(
    `${nameOf(parameter)} must be ${rangeInWords(parameter)}; ${quoted(given)} is not.`,
    nearestTo(parameter, value),
  );
}

/** The allowed value that is nearest to a number, or to numbers of a list; of too many of these, some spread evenly. */
function nearestTo(parameter: Parameter, value: unknown): Nearest | undefined {
  if (parameter.kind !== "real" && parameter.kind !== "whole" && parameter.kind !== "wholes")
    return undefined;
  const { kind, minimum, maximum } = parameter;
  const given: unknown[] = kind === "wholes" && Array.isArray(value) ? value : [value];
  if (given.length === 0 || !given.every((each) => typeof each === "number" && !Number.isNaN(each)))
    return undefined;
  const inside = (each: number) =>
    Math.min(maximum, Math.max(minimum, kind === "real" ? each : Math.round(each)));
  const rising = [...new Set((given as number[]).map(inside))].sort((one, other) => one - other);
  const taken = kind === "wholes" ? evenly(rising, parameter.atMost) : rising;
  return { text: taken.join(","), words: `Take ${taken.map(numberInWords).join(", ")}` };
}

/** As many of some things as there may be at most, spread evenly from the first to the last. */
export function evenly<Thing>(all: readonly Thing[], atMost: number): Thing[] {
  const count = Math.min(all.length, atMost);
  return Array.from(
    { length: count },
    (_, k) => all[Math.round((k * (all.length - 1)) / Math.max(1, count - 1))] as Thing,
  );
}

/**
 * Trusted values of all parameters, with defaults where a name is missing.
 * @throws ParameterError for a value out of range or a name that the experiment does not have.
 */
export function parseValues<P extends Parameters>(
  parameters: P,
  defaults: ValuesOf<P>,
  given: Readonly<Record<string, unknown>>,
): ValuesOf<P> {
  const unknown = Object.keys(given).find((name) => !Object.hasOwn(parameters, name));
  if (unknown !== undefined) {
    throw new ParameterError(
      `There is no parameter ${quoted(unknown)} here, only ${Object.keys(parameters).join(", ")}.`,
    );
  }
  const values = Object.entries(parameters).map(([name, parameter]) => [
    name,
    Object.hasOwn(given, name) ? parseValue(parameter, given[name]) : defaults[name],
  ]);
  return Object.fromEntries(values) as ValuesOf<P>;
}
