/** A mark for a matrix of colours: one path per colour, neighbours in a row are one rectangle. Axes and scales are Plot's. */
import type { Mark, RenderFunction } from "@observablehq/plot";

const SVG = "http://www.w3.org/2000/svg";

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

/** A mark that Observable Plot accepts beside its own. */
export function heat(matrix: Heat): RenderFunction & Mark {
  const render: RenderFunction = (_index, scales, _values, _dimensions, context) => {
    const [scaleX, scaleY] = [scales.x as (value: number) => number, scales.y as (value: number) => number];
    const [x, y] = [(at: number) => scaleX(at).toFixed(2), (at: number) => scaleY(at).toFixed(2)];
    const group = context.document.createElementNS(SVG, "g");
    // Edges that neighbours share are rounded alike, so that no ground shows between them.
    group.setAttribute("shape-rendering", "crispEdges");
    runsByColour(matrix).forEach((runs, level) => {
      if (runs.length === 0) return;
      const path = context.document.createElementNS(SVG, "path");
      const rectangles = runs.map(
        ([row, column, length]) => `M${x(column)},${y(row)}V${y(row + 1)}H${x(column + length)}V${y(row)}Z`,
      );
      path.setAttribute("d", rectangles.join(""));
      path.setAttribute("fill", matrix.colours[level] as string);
      group.append(path);
    });
    return group;
  };
  return render as RenderFunction & Mark;
}
