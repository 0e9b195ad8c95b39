/**
 * Commas in what a reader types: between the digits of a number they may be decimal or between thousands, in a list they part
 * numbers; and points between thousands. What can be meant in one way only is understood; the rest is to be refused, never guessed.
 */

/** How a comma is read in a list, for a reader who meant something else. */
export const IN_LISTS = "Commas part numbers here: decimals are written with a point, as in 0.5.";

const DECIMAL = /^\s*[−+-]?\d*,\d+\s*$/;
const THOUSANDS = /^\s*[−+-]?[1-9]\d{0,2}([,\s]\d{3})+\s*$/;
/** A comma with no blank after it: someone may have meant it to be within a number. */
export const TIGHT = /\d,\d/;
/** Any other separator of numbers. */
const OTHER = /,\s|[\d.]\s+[−+-]?[\d.]/;

/** The ways to read a text as one number, with a decimal point and nothing between thousands. */
export function readingsOf(text: string): string[] {
  const readings = [
    ...(THOUSANDS.test(text) ? [text.replaceAll(/[,\s]/g, "")] : []),
    ...(DECIMAL.test(text) ? [text.replace(",", ".")] : []),
  ];
  return readings.length > 0 ? readings : [text];
}

const POINTS_IN_A_WHOLE = /^\s*[−+-]?[1-9]\d{0,2}(\.\d{3})+\s*$/;

/** A whole number without the points between its thousands, "10.000": nobody writes one with decimals. */
export function withoutPoints(text: string): string {
  return POINTS_IN_A_WHOLE.test(text) ? text.replaceAll(".", "") : text;
}

/** Whether a list may have decimal commas: some of its commas touch the digits on both sides, and something else parts numbers too. */
export function isUnclear(list: string): boolean {
  return TIGHT.test(list) && OTHER.test(list);
}
