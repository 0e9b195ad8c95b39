/** Why points do not fit, in a sentence that names the first row that is wrong. */
import { type LabelledParameter, numberInWords, type PointsParameter } from "./parameters.ts";
import { isApart, isIn, type Place, type RowsParameter, rangeOf } from "./placesOfPoints.ts";

/** Undefined, where they do; points of a function are given from left to right, unless there are too many. */
export function faultOf(parameter: RowsParameter, places: readonly Place[]): string | undefined {
  return parameter.kind === "points" ? faultOfPoints(parameter, places) : faultOfClasses(parameter, places);
}

/** "2 to 8 rows of x and y". */
export function allowedRows({ kind, atLeast, atMost }: RowsParameter): string {
  return `${atLeast} to ${atMost} rows of ${kind === "points" ? "x and y" : "x, y and a class"}`;
}

function faultOfCount(
  parameter: RowsParameter,
  { length }: readonly Place[],
  isMany: boolean,
): string | undefined {
  if (isMany ? length <= parameter.atMost : length >= parameter.atLeast) return undefined;
  const rows = length === 1 ? "There is 1 row" : `There are ${length.toLocaleString("en")} rows`;
  return `${rows}; there must be ${allowedRows(parameter)}.`;
}

/** Of the first place whose x or y is out of its range. */
function faultOfRange(parameter: RowsParameter, places: readonly Place[]): string | undefined {
  for (const axis of ["x", "y"] as const) {
    const range = rangeOf(parameter, axis);
    const stray = places.find((place) => !isIn(range, place[axis]));
    if (stray)
      return `Row ${stray.line} has ${axis} = ${inWords(stray[axis])}; ${axis} must be from ${numberInWords(range.minimum)} to ${numberInWords(range.maximum)}.`;
  }
  return undefined;
}

/** Of points from left to right, unless there are too many. */
function faultOfPoints(parameter: PointsParameter, rising: readonly Place[]): string | undefined {
  const [first] = rising as [Place, ...Place[]];
  const few = faultOfCount(parameter, rising, false);
  if (few) return few;
  if (rising.every(({ x }) => x === first.x))
    return `All x are ${inWords(first.x)}: what is learnt is a function of x, which needs different ones.`;
  const many = faultOfCount(parameter, rising, true);
  if (many) return many;
  const next = (k: number) => rising[k + 1] as Place;
  const twice = rising.findIndex((place, k) => k + 1 < rising.length && place.x === next(k).x);
  if (twice >= 0)
    return `Rows ${rising[twice]?.line} and ${next(twice).line} both have x = ${inWords(next(twice).x)}; a function has one y for each x.`;
  const stray = faultOfRange(parameter, rising);
  if (stray) return stray;
  const close = rising.findIndex(
    (place, k) => k + 1 < rising.length && !isApart(parameter, place.x, next(k).x),
  );
  if (close >= 0)
    return `Rows ${rising[close]?.line} and ${next(close).line} are less than ${parameter.apart} apart in x.`;
  return rising.some(({ y }) => Math.abs(y) >= parameter.reach)
    ? undefined
    : `All y are less than ${parameter.reach} in size: one must be larger.`;
}

function faultOfClasses(parameter: LabelledParameter, places: readonly Place[]): string | undefined {
  const [first] = places as [Place, ...Place[]];
  const few = faultOfCount(parameter, places, false);
  if (few) return few;
  for (const axis of ["x", "y"] as const)
    if (places.every((place) => place[axis] === first[axis]))
      return `All ${axis} are ${inWords(first[axis])}: points must differ in x and in y, or a column says nothing.`;
  if (places.every(({ x, y }) => x === y))
    return "x and y are the same in every row: take two columns that differ.";
  if (places.every(({ label }) => label === first.label))
    return `All ${places.length.toLocaleString("en")} rows are of one class; there must be rows of two classes.`;
  return faultOfRange(parameter, places) ?? faultOfCount(parameter, places, true);
}

function inWords(value: number): string {
  return String(Number(value.toPrecision(6)));
}
