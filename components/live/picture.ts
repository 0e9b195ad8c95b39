/**
 * A plot in its place on the page. While a run goes on its moving marks are painted on a canvas, and the rest is drawn
 * anew at a beat where its axes change, and twice a second; the page gets it where it looks different. At rest all of it
 * is one SVG.
 */
import type { PlotOptions } from "@observablehq/plot";
import { draw, drawStill } from "../../src/plots/draw.ts";
import { widthIn } from "../../src/plots/fit.ts";
import { isMoving, type Scales } from "../../src/plots/moving.ts";
import { sayAs } from "../../src/plots/readout.ts";
import { inkOf } from "./inks.ts";

/** Milliseconds after which what does not move is drawn anew all the same: words and numbers in a plot. */
const STILL_FOR = 500;

export class Picture {
  readonly #place: HTMLElement;
  #canvas: HTMLCanvasElement | null = null;
  /** The still part as it was drawn last, and the time, while a run goes on. */
  #still: {
    readonly key: string;
    readonly at: number;
    readonly scales: Scales;
    readonly svg: SVGSVGElement;
  } | null = null;
  /** The width of the place. To ask the page for it in mid-frame, the whole of it would have to be laid out. */
  #room: number;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#room = place.clientWidth;
    new ResizeObserver(([entry]) => {
      this.#room = entry?.contentRect.width ?? this.#room;
    }).observe(place);
  }

  /** Whether there is anything to do in a frame between two beats. */
  get isStill(): boolean {
    return this.#still !== null && this.#canvas === null;
  }

  /** Draws all of it, as it stands. */
  rest(options: PlotOptions, title: string): void {
    this.#still = null;
    this.#canvas = null;
    const svg = draw(options, title, document, widthIn(this.#room, options.width));
    this.#place.replaceChildren(svg);
  }

  /**
   * Draws one frame of many. What moves is painted under the axes that are there. They are drawn anew in any frame, and
   * put into the page at a beat, with whatever else changes there.
   */
  move(options: PlotOptions, title: string, isBeat: boolean): void {
    const moving = (options.marks ?? []).filter(isMoving);
    const isFirst = !this.#still;
    if (isFirst || this.#isDue(options, isBeat, moving.length > 0)) this.#drawStill(options, title);
    if (isFirst || isBeat) this.#putStill(moving.length > 0);
    const context = this.#canvas?.getContext("2d");
    if (!context || !this.#still) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    for (const mark of moving) mark.moving.paint(context, this.#still.scales, inkOf);
  }

  /** Whether what does not move may be another than not long ago; under other axes only at a beat. */
  #isDue(options: PlotOptions, isBeat: boolean, hasMoving: boolean): boolean {
    const { key, at } = this.#still ?? { key: "", at: 0 };
    const isOld = performance.now() - at > STILL_FOR;
    if (!isBeat) return isOld && keyOf(options) === key;
    return isOld || !hasMoving || keyOf(options) !== key;
  }

  #drawStill(options: PlotOptions, title: string): void {
    const { svg, scales } = drawStill(options, title, document, widthIn(this.#room, options.width));
    this.#still = { key: keyOf(options), at: performance.now(), scales, svg };
  }

  /** Puts what does not move into the page, unless that looks like it already. */
  #putStill(hasMoving: boolean): void {
    if (!this.#still) return;
    const { svg } = this.#still;
    const there = this.#place.lastElementChild as SVGSVGElement | null;
    if (there === svg) return;
    if (there && hasMoving === (this.#canvas !== null) && svg.isEqualNode(there)) {
      sayAs(there, svg);
      this.#still = { ...this.#still, svg: there };
      return;
    }
    this.#canvas = hasMoving ? (this.#canvas ?? movingCanvas()) : null;
    // Rules and words of the plot lie over what moves.
    this.#place.replaceChildren(...(this.#canvas ? [this.#canvas, svg] : [svg]));
    if (this.#canvas) sizeTo(svg, this.#canvas);
  }
}

/** The same text as long as axes and size stay as they are. */
function keyOf({ marks: _, ...options }: PlotOptions): string {
  return JSON.stringify(options);
}

function movingCanvas(): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.className = "moving";
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

/** As many pixels as the screen has there, in the units of the picture. */
function sizeTo(svg: SVGSVGElement, canvas: HTMLCanvasElement): void {
  const { width, height } = svg.viewBox.baseVal;
  const ratio = Math.min(2, devicePixelRatio || 1);
  const size = [Math.round(width * ratio), Math.round(height * ratio)] as const;
  if (canvas.width !== size[0] || canvas.height !== size[1]) [canvas.width, canvas.height] = size;
  canvas.style.width = `${width}px`;
  canvas.getContext("2d")?.setTransform(ratio, 0, 0, ratio, 0, 0);
}
