/**
 * Shows what the plots of a figure say of themselves, place by place: to a pointer that hovers, a finger that taps, and a
 * keyboard whose arrow keys go from one place to the next.
 */
import { type Placed, placesIn } from "../../src/plots/readout.ts";

/** A place answers to a pointer that is so near, in pixels of the screen. */
const REACH = 24;
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Listens to all plots within an element. */
export function readOut(cells: HTMLElement): void {
  for (const place of cells.querySelectorAll<HTMLElement>("[data-plot]")) listenTo(place);
}

function listenTo(place: HTMLElement): void {
  const words = document.createElement("output");
  words.className = "readout";
  words.hidden = true;
  place.after(words);
  /** Where the keyboard is, among the places of the picture. */
  let at = -1;

  const show = (found: Placed | undefined, svg: SVGSVGElement) => {
    words.hidden = !found;
    if (!found) return;
    const scale = svg.clientWidth / svg.viewBox.baseVal.width;
    words.textContent = found.words;
    const room = place.clientWidth;
    words.style.left = `${Math.min(Math.max(0, found.left * scale - words.offsetWidth / 2), Math.max(0, room - words.offsetWidth))}px`;
    const above = found.top * scale - words.offsetHeight - 10;
    words.style.top = `${above < 0 ? found.top * scale + 12 : above}px`;
  };
  const hide = () => {
    words.hidden = true;
    at = -1;
  };
  const onPointer = (event: PointerEvent) => {
    const svg = pictureIn(place);
    if (!svg) return;
    const frame = svg.getBoundingClientRect();
    const scale = svg.viewBox.baseVal.width / frame.width;
    const [left, top] = [(event.clientX - frame.left) * scale, (event.clientY - frame.top) * scale];
    const near = nearestTo(placesIn(svg), left, top, scale);
    show(near, svg);
  };
  // What lies over a plot, such as the grid of a map, stands beside it.
  const around = place.parentElement ?? place;
  around.addEventListener("pointermove", onPointer);
  around.addEventListener("pointerdown", onPointer);
  around.addEventListener("pointerleave", ({ pointerType }) => {
    // A finger that was lifted leaves what it asked for.
    if (pointerType === "mouse") hide();
  });
  place.addEventListener("blur", hide);
  place.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const svg = pictureIn(place);
    if (event.key === "Escape") hide();
    if (step === undefined || !svg) return;
    const places = placesIn(svg);
    if (places.length === 0) return;
    event.preventDefault();
    at = Math.min(places.length - 1, Math.max(0, at + step));
    show(places[at], svg);
  });
}

function pictureIn(place: HTMLElement): SVGSVGElement | null {
  return place.querySelector<SVGSVGElement>(":scope > svg");
}

function nearestTo(places: readonly Placed[], left: number, top: number, scale: number): Placed | undefined {
  let nearest: Placed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const each of places) {
    const distance = Math.hypot(each.left - left, each.top - top);
    if (distance <= least && distance <= (each.reach ?? REACH) * scale) [nearest, least] = [each, distance];
  }
  return nearest;
}
