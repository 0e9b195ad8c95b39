/** Parameters of an experiment, declared in a line each. */
import type {
  ChoiceParameter,
  LabelledParameter,
  NumberParameter,
  NumbersParameter,
  PointsParameter,
  TextParameter,
} from "./parameters.ts";

type Range = readonly [minimum: number, maximum: number];
type Declared = "kind" | "label" | "minimum" | "maximum";
type More = Omit<NumberParameter, Declared>;

/** A whole number; its slider moves by 1 unless it is told otherwise. */
export function whole(label: string, [minimum, maximum]: Range, more: Partial<More> = {}): NumberParameter {
  return { kind: "whole", label, minimum, maximum, step: 1, ...more };
}

/** A real number. */
export function real(label: string, [minimum, maximum]: Range, more: More): NumberParameter {
  return { kind: "real", label, minimum, maximum, ...more };
}

/** A few whole numbers in rising order. */
export function wholes(
  label: string,
  [minimum, maximum]: Range,
  more: Omit<NumbersParameter, Declared>,
): NumbersParameter {
  return { kind: "wholes", label, minimum, maximum, ...more };
}

/** One of a few words, each with what it means. */
export function choice<Value extends string>(
  label: string,
  options: ChoiceParameter<Value>["options"],
  more: Omit<ChoiceParameter, "kind" | "label" | "options"> = {},
): ChoiceParameter<Value> {
  return { kind: "choice", label, options, ...more };
}

/** A line of text. */
export function text(
  label: string,
  atMost: number,
  more: Omit<TextParameter, "kind" | "label" | "atMost"> = {},
): TextParameter {
  return { kind: "text", label, atMost, ...more };
}

/** At least two points of the plane, a tenth apart if nothing else is said. */
export function points(
  ranges: Pick<PointsParameter, "x" | "y" | "reach" | "atMost"> & Partial<Pick<PointsParameter, "apart">>,
): PointsParameter {
  const hint = `A point per row: x, y, as in 0.5, -0.2; 2 to ${ranges.atMost} rows. Or drag them, or drop a CSV file here.`;
  return { kind: "points", label: "Points x, y", apart: 0.1, atLeast: 2, hint, ...ranges };
}

/** Points of the plane in two classes. */
export function labelledPoints(
  limits: Pick<LabelledParameter, "within" | "atLeast" | "atMost">,
): LabelledParameter {
  const hint = `A point per row: x, y, class, as in 0.5, -0.2, 1; ${limits.atLeast} to ${limits.atMost} rows, two classes. Or drop a CSV file here.`;
  return { kind: "labelled", label: "Points x, y, class", hint, ...limits };
}
