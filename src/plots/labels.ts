/** A mark for short texts at places that move, in the letters of the plots. What is fixed by the axes is Plot's `text`. */
import { elementOf, type MovingMark, movingMark } from "./moving.ts";
import type { Point } from "./strokes.ts";

export interface Label extends Point {
  readonly words: string;
  readonly colour: string;
}

/** Size of the letters in pixels, that of all plots. */
const SIZE = 12;
/** From the middle of the letters down to the line on which they stand. */
const DROP = 4;

export interface Labels {
  /** x and y in the units of the plot's scales: the middle of a text's height. */
  readonly labels: readonly Label[];
  /** Which part of a text is at x. */
  readonly anchor: "start" | "middle" | "end";
}

/** The letters of the page, looked up once: to ask for its style in mid-frame costs as much as the frame. */
let letters: string | undefined;

function lettersOf(canvas: HTMLCanvasElement): string {
  letters ??= getComputedStyle(canvas).getPropertyValue("--sans") || "sans-serif";
  return letters;
}

export function labels({ labels: all, anchor }: Labels): MovingMark {
  return movingMark({
    svg(scales, document) {
      const group = elementOf(document, "g", { "text-anchor": anchor, "font-weight": 600 });
      for (const { x, y, words, colour } of all) {
        const text = elementOf(document, "text", {
          x: Number(scales.x(x).toFixed(1)),
          y: Number((scales.y(y) + DROP).toFixed(1)),
          fill: colour,
        });
        text.textContent = words;
        group.append(text);
      }
      return group;
    },
    paint(context, scales, inkOf) {
      Object.assign(context, {
        font: `600 ${SIZE}px ${lettersOf(context.canvas)}`,
        textAlign: anchor === "middle" ? "center" : anchor,
        textBaseline: "alphabetic",
        globalAlpha: 1,
      });
      for (const { x, y, words, colour } of all) {
        context.fillStyle = inkOf(colour);
        context.fillText(words, scales.x(x), scales.y(y) + DROP);
      }
    },
  });
}
