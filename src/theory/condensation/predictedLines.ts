/**
 * On which lines the neurons of a tiny start are to gather, as far as that is known: at most p with one input and its bias,
 * one for p = 1 and two for p = 2 with any number of inputs, each with the sign of the output weights of those that turn to
 * it. And a plane through them in which directions can be drawn. Nothing is trained or integrated here.
 */
import { cos, sin } from "../../math/elementary.ts";
import { dot, unit } from "../../math/vectors.ts";
import { criticalLines } from "./criticalLines.ts";
import { type Inputs, pullOn } from "./leadingOrder.ts";
import type { Multiplicity } from "./multiplicity.ts";
import { twoLinesOf } from "./twoLines.ts";

/** A half of a predicted line. */
export interface Ray {
  /** Unit vector along it, shape [d]. */
  readonly direction: ArrayLike<number>;
  /** The sign of a for which neurons turn to it. */
  readonly sign: 1 | -1;
  /** Whether neurons grow there. Where they do not, a falls through 0 and the line lets them go. */
  readonly feeds: boolean;
}

export interface Prediction {
  /** None where nothing is known: without a multiplicity, for p > 2 in more than two coordinates, where F = 0. */
  readonly rays: readonly Ray[];
  /** Two unit vectors at right angles, shape [d]; the second is null in one coordinate. */
  readonly plane: readonly [across: ArrayLike<number>, up: ArrayLike<number>];
}

interface Known {
  /** None for ReLU. */
  readonly multiplicity: Multiplicity | undefined;
  /** Whether descent goes by the signs of gradients, as Adam does at first: then p = 1 has the line of sign g. */
  readonly bySigns: boolean;
}

/** @param residuals f − y at the start, about −y */
export function predictedLines(
  inputs: Inputs,
  residuals: ArrayLike<number>,
  { multiplicity, bySigns }: Known,
): Prediction {
  const { inputDimension } = inputs;
  const order = multiplicity?.order;
  if (inputDimension === 1) return { rays: [], plane: [[1], [0]] };
  const pull = pullOn({ inputs, residuals, order: 1 }, new Float64Array(inputDimension)).gradient;
  const along = unit(bySigns ? pull.map(Math.sign) : pull);
  const exists = dot(along, along) > 0;
  const oneLine: Ray[] = exists
    ? [1, -1].map((sign) => ({ direction: along.map((u) => sign * u), sign: sign as 1 | -1, feeds: true }))
    : [];
  if (inputDimension === 2)
    return {
      rays:
        order === undefined
          ? []
          : order === 1 && bySigns
            ? oneLine
            : raysInPlane(inputs, Array.from(residuals), order),
      plane: [
        [1, 0],
        [0, 1],
      ],
    };
  const { top, bottom } = twoLinesOf(inputs, residuals);
  if (order === 2) {
    const both = (vector: readonly number[], sign: 1 | -1, value: number): Ray[] =>
      [1, -1].map((end) => ({ direction: vector.map((v) => end * v), sign, feeds: sign * value > 0 }));
    return {
      rays: [...both(top.vector, 1, top.value), ...both(bottom.vector, -1, bottom.value)],
      plane: [top.vector, bottom.vector],
    };
  }
  return {
    rays: order === 1 ? oneLine : [],
    plane: exists ? [along, acrossTo(along, [top.vector, bottom.vector])] : [top.vector, bottom.vector],
  };
}

/** For c > 0, as it is of every activation here. */
function raysInPlane({ inputs, sampleSize }: Inputs, residuals: readonly number[], order: number): Ray[] {
  const rows = Array.from(
    { length: sampleSize },
    (_, i) => [inputs[2 * i] as number, inputs[2 * i + 1] as number] as const,
  );
  return whereAny(() => criticalLines(rows, residuals, order)).flatMap(({ angle, attractedSign, feeds }) =>
    [0, 1].map((end) => {
      const isTurned = end === 1 && order % 2 === 1;
      const side = end === 1 ? -1 : 1;
      return {
        direction: [side * cos(angle), side * sin(angle)],
        sign: attractedSign > 0 !== isTurned ? 1 : -1,
        feeds,
      };
    }),
  );
}

/** None if no direction is better than another, since the moments of the residuals vanish. */
function whereAny<Line>(lines: () => readonly Line[]): readonly Line[] {
  try {
    return lines();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

/** Of some unit vectors the one least along a direction, turned to be at right angles to it. */
function acrossTo(along: ArrayLike<number>, vectors: readonly (readonly number[])[]): ArrayLike<number> {
  const [least] = vectors
    .map((vector) => ({ vector, part: dot(vector, along) }))
    .sort((one, other) => Math.abs(one.part) - Math.abs(other.part));
  if (!least) return [];
  return unit(least.vector.map((v, j) => v - least.part * (along[j] as number)));
}
