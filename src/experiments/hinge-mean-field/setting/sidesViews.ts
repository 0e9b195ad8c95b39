/** Points in two classes, and the side on which a network has each place around them. */
import type { PlotOptions } from "@observablehq/plot";
import { dots } from "../../../plots/cloud.ts";
import { colouredDots } from "../../../plots/coloured.ts";
import { roundIn } from "../../../plots/domains.ts";
import { heat } from "../../../plots/heat.ts";
import { inWords } from "../../../plots/numbers.ts";
import { told } from "../../../plots/told.ts";
import { labelledPointsOf } from "../../labelledPoints.ts";
import { SQUARES, windowAround } from "../../squares.ts";
import { NEGATIVE, POSITIVE, SIZE } from "./nodesViews.ts";

/** Sides of the boundary, and within them what is beyond the margin. */
const SIDES = [
  `color-mix(in srgb, ${NEGATIVE} 40%, var(--panel))`,
  `color-mix(in srgb, ${NEGATIVE} 18%, var(--panel))`,
  `color-mix(in srgb, ${POSITIVE} 18%, var(--panel))`,
  `color-mix(in srgb, ${POSITIVE} 40%, var(--panel))`,
] as const;

/** The points, and f at the squares around them. Axes are in the reader’s numbers, marks in squares. */
export function sidesPlot(flat: readonly number[], output: ArrayLike<number> | undefined): PlotOptions {
  const points = labelledPointsOf(flat);
  const { centre, reach } = windowAround(points);
  const inSquares = (value: number, middle: number) => (SQUARES * ((value - middle) / reach + 1)) / 2;
  const placed = points.map((point) => ({
    ...point,
    at: { x: inSquares(point.x, centre[0]), y: inSquares(point.y, centre[1]) },
    colour: point.label > 0 ? POSITIVE : NEGATIVE,
  }));
  const axis = (label: string, middle: number) => {
    const ticks = roundIn([middle - reach, middle + reach], 5);
    return {
      label,
      domain: [0, SQUARES],
      ticks: ticks.map((tick) => inSquares(tick, middle)),
      tickFormat: (_: number, k: number) => inWords(ticks[k]),
    };
  };
  return {
    ...SIZE,
    x: axis("x →", centre[0]),
    y: axis("↑ y", centre[1]),
    marks: [
      ...(output && output.length > 0
        ? [heat({ values: output, columns: SQUARES, colours: SIDES, range: [-2, 2] })]
        : []),
      dots(
        placed.map(({ at }) => at),
        10,
        "var(--panel)",
      ),
      ...colouredDots(
        [NEGATIVE, POSITIVE],
        placed.map(({ at, colour }) => ({ ...at, colour })),
        8,
        1,
      ),
      told(
        placed.map(({ at, x, y, label }) => ({
          ...at,
          words: `point (${inWords(x)}, ${inWords(y)}), class ${label > 0 ? "+1" : "−1"}`,
        })),
        ({ words }) => words,
        40,
      ),
    ],
  };
}
