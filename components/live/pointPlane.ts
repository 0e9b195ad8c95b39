/**
 * The reader's points on a plane, to be dragged. A second way, for a pointer, to what the field beside it does for
 * everybody, and so hidden from assistive technology.
 */
import { svg, type TemplateResult } from "lit";
import type { PointsParameter } from "../../src/experiments/parameters.ts";
import { textOfValue } from "../../src/experiments/parameterTexts.ts";
import { meantBy } from "./hand.ts";
import type { Settable } from "./setting.ts";

const WIDTH = 300;
const HEIGHT = 200;
const MARGIN = 14;
/** Points move in steps of this, where their neighbours leave room for one. */
const GRAIN = 0.02;
/** Digits of a place. */
const PLACES = 1e4;
/** Radius of a point among few, and the least among many: a hand must be able to take it. */
const [RADIUS, LEAST_RADIUS] = [9, 4];

export function pointPlane(figure: Settable): TemplateResult {
  const [name, parameter] = Object.entries(figure.about.meta.parameters).find(
    ([, { kind }]) => kind === "points",
  ) as [string, PointsParameter];
  const flat = figure.controlValue(name) as readonly number[];
  const { x, y, apart } = parameter;
  const count = flat.length / 2;
  const radius = Math.max(LEAST_RADIUS, Math.min(RADIUS, WIDTH / (2 * count)));
  const across = (value: number) => MARGIN + (WIDTH * (value - x.minimum)) / (x.maximum - x.minimum);
  const up = (value: number) => MARGIN + (HEIGHT * (y.maximum - value)) / (y.maximum - y.minimum);

  /** A point cannot be dragged past its neighbours, nor out of the plane. */
  const move = (event: PointerEvent, i: number) => {
    const meant = meantBy(event, "is dragged");
    if (meant === "taken back") figure.leaveAsItWas();
    const frame = (event.currentTarget as SVGElement).ownerSVGElement?.getBoundingClientRect();
    if (!frame || (meant !== "moving" && meant !== "done")) return;
    const scale = (WIDTH + 2 * MARGIN) / frame.width;
    const at = (position: number, length: number) => (position * scale - MARGIN) / length;
    const left = i > 0 ? (flat[2 * i - 2] as number) + apart : x.minimum;
    const right = 2 * i + 2 < flat.length ? (flat[2 * i + 2] as number) - apart : x.maximum;
    const moved = flat.slice();
    moved[2 * i] = within(
      x.minimum + at(event.clientX - frame.left, WIDTH) * (x.maximum - x.minimum),
      left,
      right,
    );
    moved[2 * i + 1] = within(
      y.maximum - at(event.clientY - frame.top, HEIGHT) * (y.maximum - y.minimum),
      y.minimum,
      y.maximum,
    );
    figure.setParameter(name, textOfValue(moved), meant === "moving");
  };
  const point = (i: number) => {
    const onHand = (event: PointerEvent) => move(event, i);
    // Within a picture browsers heed only what touch-action says of all of it: a finger may scroll.
    return svg`<circle
      cx=${across(flat[2 * i] as number)} cy=${up(flat[2 * i + 1] as number)} r=${radius}
      @pointerdown=${onHand} @pointermove=${onHand} @pointerup=${onHand} @pointercancel=${onHand}
      @touchstart=${(event: Event) => event.preventDefault()}></circle>`;
  };

  return svg`<svg class="point-plane" aria-hidden="true" viewBox="0 0 ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}">
    <rect x=${MARGIN} y=${MARGIN} width=${WIDTH} height=${HEIGHT} fill="none" stroke="var(--line-strong)"></rect>
    <line x1=${MARGIN} x2=${MARGIN + WIDTH} y1=${up(0)} y2=${up(0)} stroke="var(--line)"></line>
    <line x1=${across(0)} x2=${across(0)} y1=${MARGIN} y2=${MARGIN + HEIGHT} stroke="var(--line)"></line>
    ${Array.from({ length: count }, (_, i) => point(i))}
  </svg>`;
}

/** The place nearest to a value between two others, on the grain or at an end; halfway, where there is next to no room. */
function within(value: number, lowest: number, highest: number): number {
  const [low, high] = [Math.ceil(lowest * PLACES - 1e-6), Math.floor(highest * PLACES + 1e-6)];
  if (low > high) return (lowest + highest) / 2;
  const onGrain = Math.round(Math.round(value / GRAIN) * GRAIN * PLACES);
  return Math.min(high, Math.max(low, onGrain)) / PLACES;
}
