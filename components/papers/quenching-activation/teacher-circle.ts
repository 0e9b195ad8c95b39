/**
 * The reader's teacher neurons as points on a circle, placed, dragged and removed by a pointer or by the keyboard. They set
 * the parameter `angles`.
 */
import { html, svg, type TemplateResult } from "lit";
import type { NumbersParameter } from "../../../src/experiments/parameters.ts";
import { textOfValue } from "../../../src/experiments/parameterTexts.ts";
import { nextFrame } from "../../live/frames.ts";
import { meantBy } from "../../live/hand.ts";
import type { Settable } from "../../live/setting.ts";
import { degreesAt, freeFrom, inLargestGap } from "./angles.ts";

const NAME = "angles";
const RADIUS = 100;
const SIDE = 228;
/** Degrees by which an arrow key turns a neuron: right and up raise its angle, as they do with every slider. */
const TURN = 5;
const TURNS: Readonly<Record<string, number>> = {
  ArrowRight: TURN,
  ArrowUp: TURN,
  ArrowLeft: -TURN,
  ArrowDown: -TURN,
};
/** A neuron takes a pointer that is so near, and is removed so near to the centre, as shares of the radius. */
const REACH = 0.2;
const CENTRE = 0.5;

/** The neurons that a hand has left alone since it took hold of one, or of a place for a new one. */
const OTHERS = new WeakMap<object, readonly number[]>();

export function picker(figure: Settable): TemplateResult {
  const { atMost } = figure.about.meta.parameters[NAME] as NumbersParameter;
  const angles = figure.controlValue(NAME) as readonly number[];
  const set = (next: readonly number[], isMoving = false) => {
    if (next.length > 0 && next.length <= atMost)
      figure.setParameter(NAME, textOfValue(next.toSorted((one, other) => one - other)), isMoving);
  };
  const without = (angle: number) => angles.filter((each) => each !== angle);

  const onHand = (event: PointerEvent) => {
    const circle = event.currentTarget as SVGSVGElement;
    const { left, top, width } = circle.getBoundingClientRect();
    const scale = SIDE / width / RADIUS;
    const x = (event.clientX - left - width / 2) * scale;
    const y = (top + width / 2 - event.clientY) * scale;
    const held = angles.find((angle) => distanceTo(angle, x, y) < REACH);
    if (event.type === "pointerdown") {
      OTHERS.set(figure, held === undefined ? angles : without(held));
      circle.dataset.ground = held === undefined ? "scrolls" : "is dragged";
    }
    const others = OTHERS.get(figure) ?? angles;
    const meant = meantBy(event, circle.dataset.ground === "scrolls" ? "scrolls" : "is dragged");
    if (meant === "taken back") figure.leaveAsItWas();
    if (meant !== "moving" && meant !== "done") return;
    const isAtCentre = Math.hypot(x, y) < CENTRE;
    set(isAtCentre ? others : [...others, freeFrom(degreesAt(x, y), others)], meant === "moving");
  };

  const onKey = async (event: KeyboardEvent, angle: number) => {
    const turn = TURNS[event.key];
    const isRemoved = event.key === "Delete" || event.key === "Backspace";
    if (turn === undefined && !isRemoved) return;
    event.preventDefault();
    const circle = (event.currentTarget as SVGElement).ownerSVGElement;
    const others = without(angle);
    const next = turn === undefined ? others[0] : freeFrom(angle + turn, others, Math.sign(turn));
    set(turn === undefined || next === undefined ? others : [...others, next]);
    // Neurons stand in the order of their angles, which may be another now.
    await nextFrame();
    circle?.querySelector<SVGElement>(`[aria-valuenow="${next}"]`)?.focus();
  };

  const neuron = (angle: number, k: number) => {
    const [x, y] = placeOf(angle);
    return svg`<g role="slider" tabindex="0" aria-label=${`Teacher neuron ${k + 1} of ${angles.length}`}
        aria-valuemin="0" aria-valuemax="359" aria-valuenow=${angle} aria-valuetext=${`${angle} degrees`}
        @keydown=${(event: KeyboardEvent) => void onKey(event, angle)}
        @touchstart=${(event: Event) => event.preventDefault()}>
      <line x2=${x} y2=${y}></line>
      <circle class="target" cx=${x} cy=${y} r="20"></circle>
      <circle class="neuron" cx=${x} cy=${y} r="9"></circle>
    </g>`;
  };

  return html`<div class="teacher-circle">
    <svg
      viewBox=${`${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`}
      role="group"
      aria-label="Directions of the teacher neurons"
      @pointerdown=${onHand}
      @pointermove=${onHand}
      @pointerup=${onHand}
      @pointercancel=${onHand}
    >
      <circle class="rim" r=${RADIUS}></circle>
      ${angles.map(neuron)}
    </svg>
    <div class="controls">
      <button
        type="button"
        class="quiet"
        ?disabled=${angles.length >= atMost}
        @click=${() => set([...angles, inLargestGap(angles)])}
      >
        Add a neuron
      </button>
    </div>
    <small>
      Drag a neuron, to the centre to remove it, or use arrow keys and Delete. The last one stays.
    </small>
  </div>`;
}

function placeOf(angle: number): [x: number, y: number] {
  const radians = (Math.PI / 180) * angle;
  return [RADIUS * Math.cos(radians), -RADIUS * Math.sin(radians)];
}

/** In radii, y upwards. */
function distanceTo(angle: number, x: number, y: number): number {
  const [across, down] = placeOf(angle);
  return Math.hypot(across / RADIUS - x, -down / RADIUS - y);
}
