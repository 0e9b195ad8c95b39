/**
 * A plot in its place on the page. While a run goes on its moving marks are painted on a canvas at every frame, and the
 * rest is drawn anew at a beat where its axes change, and twice a second; at rest all of it is one SVG.
 */
import type { PlotOptions } from "@observablehq/plot";
import { draw, drawStill } from "../../src/plots/draw.ts";
import { isMoving, type Scales } from "../../src/plots/moving.ts";
import { inkOf } from "./inks.ts";

/** Milliseconds after which what does not move is drawn anew all the same: words and numbers in a plot. */
const STILL_FOR = 500;
/** A plot is no narrower than this, in pixels, and one that is not wide by itself no wider; plots.css says the latter, too. */
const LEAST_WIDTH = 240;
const MOST_WIDTH = 384;

export class Picture {
  readonly #place: HTMLElement;
  #canvas: HTMLCanvasElement | null = null;
  /** How the still part was drawn last, and the time, while a run goes on. */
  #still: { readonly key: string; readonly at: number; readonly scales: Scales } | null = null;
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
    const svg = draw(options, title, document, this.#widthFor(options));
    svg.classList.add("fitted");
    this.#place.replaceChildren(svg);
  }

  /** Draws one frame of many. What moves between two beats is painted under the axes that are there. */
  move(options: PlotOptions, title: string, isBeat: boolean): void {
    const moving = (options.marks ?? []).filter(isMoving);
    if (isBeat || !this.#still) this.#drawStill(options, title, moving.length > 0);
    const context = this.#canvas?.getContext("2d");
    if (!context || !this.#still) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    for (const mark of moving) mark.moving.paint(context, this.#still.scales, inkOf);
  }

  /** Draws what does not move, unless it is as it was not long ago. */
  #drawStill(options: PlotOptions, title: string, hasMoving: boolean): void {
    const key = keyOf(options);
    const now = performance.now();
    if (hasMoving && this.#still?.key === key && now - this.#still.at < STILL_FOR) return;
    const { svg, scales } = drawStill(options, title, document, this.#widthFor(options));
    svg.classList.add("fitted");
    this.#still = { key, at: now, scales };
    this.#canvas = hasMoving ? (this.#canvas ?? movingCanvas()) : null;
    // Rules and words of the plot lie over what moves.
    this.#place.replaceChildren(...(this.#canvas ? [this.#canvas, svg] : [svg]));
    if (this.#canvas) sizeTo(svg, this.#canvas);
  }

  #widthFor({ width = 0 }: PlotOptions): number {
    const most = Math.max(width, MOST_WIDTH);
    return Math.max(LEAST_WIDTH, Math.min(most, Math.round(this.#room)));
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
