/** A mark for bars that grow: as many as there are, each from 0 to its height, a pixel apart. */
import { elementOf, type MovingMark, movingMark, type Scales } from "./moving.ts";

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** `from`, `to` and `height` are in the units of the plot's scales. */
export function bars(all: readonly Bar[], colour: string): MovingMark {
  return movingMark({
    svg: (scales, document) =>
      elementOf(document, "path", {
        d: all
          .map((bar) => boxOf(bar, scales).map((pixels) => Number(pixels.toFixed(1))))
          .map(([left, top, width, height]) => `M${left},${top}h${width}v${height}h-${width}z`)
          .join(""),
        fill: colour,
      }),
    paint(context, scales, inkOf) {
      context.globalAlpha = 1;
      context.fillStyle = inkOf(colour);
      for (const bar of all) context.fillRect(...boxOf(bar, scales));
    },
  });
}

function boxOf(
  { from, to, height }: Bar,
  { x, y }: Scales,
): [left: number, top: number, width: number, height: number] {
  const [left, top] = [x(from) + 0.5, y(height)];
  return [left, top, Math.max(0, x(to) - 0.5 - left), y(0) - top];
}
