/**
 * A mark for many points: one path, a dot per point. Points are written in half pixels, each relative to the last, from
 * left to right, so that a point costs some six characters; points in the same place are drawn once.
 */
import { elementOf, type MovingMark, movingMark, type Scales } from "./moving.ts";
import { paintDots } from "./stamp.ts";
import type { Point } from "./strokes.ts";

export interface Cloud {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Diameter of a dot in pixels. */
  readonly size: number;
  readonly colour: string;
  readonly opacity: number;
}

/** x and y are in the units of the plot's scales. */
export function cloud({ x, y, size, colour, opacity }: Cloud): MovingMark {
  return movingMark({
    svg: (scales, document) =>
      elementOf(document, "path", {
        d: dotsOf(x, y, scales),
        transform: "scale(0.5)",
        fill: "none",
        stroke: colour,
        "stroke-width": 2 * size,
        "stroke-linecap": "round",
        "stroke-opacity": opacity,
      }),
    paint(context, scales, inkOf) {
      const { a: ratio } = context.getTransform();
      const [across, down] = [new Float64Array(x.length), new Float64Array(x.length)];
      for (let k = 0; k < x.length; k++) {
        across[k] = ratio * scales.x(x[k] as number);
        down[k] = ratio * scales.y(y[k] as number);
      }
      Object.assign(context, { fillStyle: inkOf(colour), globalAlpha: opacity });
      paintDots(context, across, down, ratio * size);
    },
  });
}

/** The same of a list of points. */
export function dots(points: readonly Point[], size: number, colour: string, opacity = 1): MovingMark {
  return cloud({ x: points.map(({ x }) => x), y: points.map(({ y }) => y), size, colour, opacity });
}

function dotsOf(x: ArrayLike<number>, y: ArrayLike<number>, scales: Scales): string {
  const places = Array.from(x, (_, k) => ({
    across: Math.round(2 * scales.x(x[k] as number)),
    down: Math.round(2 * scales.y(y[k] as number)),
  })).filter(({ across, down }) => Number.isFinite(across + down));
  places.sort((one, other) => one.across - other.across || one.down - other.down);
  let dots = "";
  let [left, top] = [0, 0];
  for (const { across, down } of places) {
    if (across === left && down === top) continue;
    dots += `m${across - left},${down - top}z`.replace(",-", "-");
    [left, top] = [across, down];
  }
  return dots;
}
