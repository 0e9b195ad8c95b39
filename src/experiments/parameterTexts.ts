/** Values of parameters as texts, of a link or a form field: read, and written. What is allowed is in parameters.ts. */
import { IN_LISTS, isUnclear, readingsOf, TIGHT, withoutPoints } from "./commas.ts";
import { flatFromText } from "./labelledPoints.ts";
import { ParameterError } from "./parameterError.ts";
import { fits, nameOf, type Parameter, parseValue, quoted } from "./parameters.ts";

/** One trusted value from a text (of a link or a form field). @throws ParameterError */
export function parseText(parameter: Parameter, text: string): number | string | readonly number[] {
  try {
    return parseValue(parameter, valueFromText(parameter, text), text.trim());
  } catch (error) {
    const isList = /wholes|points|labelled/.test(parameter.kind);
    if (!(error instanceof ParameterError && isList && TIGHT.test(text))) throw error;
    // What was meant is not known, and so no value is near to it.
    throw new ParameterError(`${error.message} ${IN_LISTS}`);
  }
}

/**
 * What a text (of a link or a form field) says for a parameter, not yet checked for its range.
 * @throws ParameterError where it can be read in two ways
 */
export function valueFromText(parameter: Parameter, text: string): unknown {
  if (parameter.kind === "choice") return text;
  if (parameter.kind === "text") return text.trim();
  if (parameter.kind === "wholes" || parameter.kind === "points") {
    if (isUnclear(text)) throw new ParameterError(`${quoted(text.trim())} can be read in two ways.`);
    return text
      .split(",")
      .map((each) => numberFrom(parameter.kind === "wholes" ? withoutPoints(each) : each));
  }
  if (parameter.kind === "labelled") return flatFromText(text);
  const readings = readingsOf(parameter.kind === "whole" ? withoutPoints(text) : text).map(numberFrom);
  // Nobody writes a whole number with decimals.
  if (parameter.kind === "whole") return readings[0];
  const fitting = readings.filter((value) => fits(parameter, value));
  if (fitting.length > 1)
    throw new ParameterError(
      `${nameOf(parameter)} may be ${fitting.join(" or ")}; write it without the comma, or with a decimal point.`,
    );
  return fitting[0] ?? readings.at(-1);
}

/** The number of a text. What is none stays the text that it was, so that the refusal can quote it; −0 becomes 0. */
function numberFrom(text: string): number | string {
  const plain = text.trim().replace("−", "-");
  return plain === "" || Number.isNaN(Number(plain)) ? text : Number(plain) + 0;
}

/** The text of a value in a link or a form field; `valueFromText` reads it back. */
export function textOfValue(value: number | string | readonly number[]): string {
  return Array.isArray(value) ? value.join(",") : String(value);
}

/** The same as a field shows it: points in rows, lists with blanks after their commas. */
export function shownText({ kind }: Parameter, value: number | string | readonly number[]): string {
  if (typeof value !== "object") return String(value);
  const columns = kind === "points" ? 2 : kind === "labelled" ? 3 : value.length;
  const ends = (k: number) => (k === value.length - 1 ? "" : (k + 1) % columns === 0 ? "\n" : ", ");
  return value.map((each, k) => `${each}${ends(k)}`).join("");
}

/** The same where it cannot be changed, in one line: a choice by its name, rows of points with semicolons between them. */
export function textInLine(parameter: Parameter, value: number | string | readonly number[]): string {
  if (parameter.kind === "choice") return parameter.options[String(value)] ?? "";
  const text = shownText(parameter, value);
  return parameter.kind === "text" ? text : text.replaceAll("\n", "; ").replaceAll("-", "−");
}
