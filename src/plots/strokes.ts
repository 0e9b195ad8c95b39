/** A mark for lines: as many as there are, each through its points, cut off at the edges of the plot where it leaves them. */
import { elementOf, type MovingMark, movingMark, type Scales } from "./moving.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Strokes {
  readonly lines: readonly (readonly Point[])[];
  readonly colour: string;
  /** In pixels. */
  readonly width: number;
  readonly opacity?: number;
  /** Lengths of dashes and of the gaps between them, in pixels. */
  readonly dashes?: readonly number[];
  /** From where to where y is drawn; all of it, if missing. */
  readonly within?: readonly [number, number];
}

/** x and y are in the units of the plot's scales. A line has a gap where one of its numbers is not finite. */
export function strokes(given: Strokes): MovingMark {
  const { colour, width, opacity = 1, dashes = [], within } = given;
  const lines = within ? given.lines.flatMap((line) => clipped(line, within)) : given.lines;
  return movingMark({
    svg: (scales, document) =>
      elementOf(document, "path", {
        d: lines.map((line) => pathOf(line, scales)).join(""),
        fill: "none",
        stroke: colour,
        "stroke-width": width,
        "stroke-linejoin": "round",
        ...(opacity < 1 ? { "stroke-opacity": opacity } : {}),
        ...(dashes.length > 0 ? { "stroke-dasharray": dashes.join(" ") } : {}),
      }),
    paint(context, scales, inkOf) {
      context.beginPath();
      for (const line of lines)
        for (const [isFirst, across, down] of walked(line, scales)) {
          if (isFirst) context.moveTo(across, down);
          else context.lineTo(across, down);
        }
      Object.assign(context, {
        lineJoin: "round",
        lineCap: "butt",
        lineWidth: width,
        strokeStyle: inkOf(colour),
      });
      context.setLineDash([...dashes]);
      context.globalAlpha = opacity;
      context.stroke();
      context.setLineDash([]);
    },
  });
}

function pathOf(line: readonly Point[], scales: Scales): string {
  return walked(line, scales)
    .map(
      ([isFirst, across, down]) =>
        `${isFirst ? "M" : "L"}${Number(across.toFixed(1))},${Number(down.toFixed(1))}`,
    )
    .join("");
}

/** The places of a line's points, and whether a new piece begins there. */
function walked(line: readonly Point[], scales: Scales): [isFirst: boolean, across: number, down: number][] {
  let isFirst = true;
  return line.flatMap(({ x, y }): [boolean, number, number][] => {
    const [across, down] = [scales.x(x), scales.y(y)];
    const begins = isFirst;
    isFirst = !Number.isFinite(across + down);
    return isFirst ? [] : [[begins, across, down]];
  });
}

/** The pieces of a line whose y lies between two bounds, with the points at which it crosses them. */
export function clipped(line: readonly Point[], [low, high]: readonly [number, number]): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const end = () => {
    if (piece.length > 1) pieces.push(piece);
    piece = [];
  };
  line.forEach((to, k) => {
    const from = line[k - 1];
    if (from) {
      const crossings = [low, high]
        .map((bound) => (bound - from.y) / (to.y - from.y))
        .filter((share) => share > 0 && share < 1)
        .sort((one, other) => one - other)
        .map((share) => ({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }));
      for (const crossing of crossings) {
        piece.push(crossing);
        if (piece.length > 1) end();
      }
    }
    if (to.y >= low && to.y <= high) piece.push(to);
    else end();
  });
  end();
  return pieces;
}
