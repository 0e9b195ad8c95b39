/** A mark for a matrix of colours: one path per colour, neighbours in a row are one rectangle. Axes and scales are Plot's. */
import { elementOf, type MovingMark, movingMark } from "./moving.ts";

export interface Heat {
  /** Row by row; entry (i, j) fills the square from (j, i) to (j + 1, i + 1) in the units of the plot's scales. */
  readonly values: ArrayLike<number>;
  readonly columns: number;
  /** The colours of equal pieces of the range of values. */
  readonly colours: readonly string[];
  readonly range: readonly [number, number];
}

/** For every colour the runs of neighbours in a row that have it, as [row, first column, columns]. */
export function runsByColour({ values, columns, colours, range }: Heat): [number, number, number][][] {
  const [least, greatest] = range;
  const levelOf = (value: number) =>
    Math.max(
      0,
      Math.min(colours.length - 1, Math.floor(((value - least) / (greatest - least)) * colours.length)),
    );
  const runs: [number, number, number][][] = colours.map(() => []);
  for (let at = 0; at < values.length; ) {
    const level = levelOf(values[at] as number);
    const [row, column] = [Math.floor(at / columns), at % columns];
    let length = 1;
    while (column + length < columns && levelOf(values[at + length] as number) === level) length++;
    runs[level]?.push([row, column, length]);
    at += length;
  }
  return runs;
}

/** Edges that neighbours share are rounded alike, so that no ground shows between them. */
export function heat(matrix: Heat): MovingMark {
  return movingMark({
    svg(scales, document) {
      const group = elementOf(document, "g", { "shape-rendering": "crispEdges" });
      const [x, y] = [(at: number) => scales.x(at).toFixed(2), (at: number) => scales.y(at).toFixed(2)];
      runsByColour(matrix).forEach((runs, level) => {
        if (runs.length === 0) return;
        const rectangles = runs.map(
          ([row, column, length]) => `M${x(column)},${y(row)}V${y(row + 1)}H${x(column + length)}V${y(row)}Z`,
        );
        const fill = matrix.colours[level] as string;
        group.append(elementOf(document, "path", { d: rectangles.join(""), fill }));
      });
      return group;
    },
    paint(context, scales, inkOf) {
      const [x, y] = [(at: number) => Math.round(scales.x(at)), (at: number) => Math.round(scales.y(at))];
      context.globalAlpha = 1;
      runsByColour(matrix).forEach((runs, level) => {
        context.fillStyle = inkOf(matrix.colours[level] as string);
        for (const [row, column, length] of runs)
          context.fillRect(x(column), y(row), x(column + length) - x(column), y(row + 1) - y(row));
      });
    },
  });
}
