/** Points as rows of numbers that are not trusted yet, and where a parameter allows them. */
import type { LabelledParameter, PointsParameter } from "./parameters.ts";

export type RowsParameter = PointsParameter | LabelledParameter;

/** A point, and what to call the row that it comes from. */
export interface Place {
  readonly x: number;
  readonly y: number;
  /** Of points in two classes, once all of them are known. There from the beginning: to a hundred thousand objects nothing is added. */
  label: 1 | -1 | undefined;
  /** Its line, or its place in a list that is all in one. */
  readonly line: number;
}

export interface Range {
  readonly minimum: number;
  readonly maximum: number;
}

/** Where an axis may be. */
export function rangeOf(parameter: RowsParameter, axis: "x" | "y"): Range {
  return parameter.kind === "points"
    ? parameter[axis]
    : { minimum: -parameter.within, maximum: parameter.within };
}

export function isIn({ minimum, maximum }: Range, value: number): boolean {
  return value >= minimum && value <= maximum;
}

/** What is lost by decimal fractions in binary is forgiven, as where values are checked. */
export function isApart({ apart }: PointsParameter, left: number, right: number): boolean {
  return right - left > apart - 5e-7;
}
