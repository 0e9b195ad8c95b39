/**
 * What a pointer means that goes down on a control. A finger may only want to scroll the page: until it has moved
 * sideways, or was lifted where it went down, it sets nothing, and what runs goes on.
 */
export type Meant = "moving" | "done" | "taken back" | null;

/** Whether a finger can scroll the page from here, or every movement is meant for the control, and a tap means nothing. */
type Ground = "scrolls" | "is dragged";

interface Hand {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  isMeant: boolean;
}

/** Pixels by which a finger moves sideways, or what is dragged moves at all, before it counts. */
const SLACK = 3;
const HANDS = new WeakMap<EventTarget, Hand>();

/** What an event of a pointer asks of the control that listens to it: to be told of all of them. */
export function meantBy(event: PointerEvent, ground: Ground = "scrolls"): Meant {
  const control = event.currentTarget as Element;
  if (event.type === "pointerdown") {
    const hand = put(control, event, ground);
    if (hand) control.setPointerCapture(event.pointerId);
    return hand?.isMeant ? "moving" : null;
  }
  const hand = HANDS.get(control);
  if (hand?.pointer !== event.pointerId) return null;
  if (event.type === "pointermove") return hasMeant(hand, event, ground) ? "moving" : null;
  HANDS.delete(control);
  if (event.type === "pointercancel") return hand.isMeant ? "taken back" : null;
  return hand.isMeant || ground === "scrolls" ? "done" : null;
}

function put(control: Element, event: PointerEvent, ground: Ground): Hand | null {
  if (!event.isPrimary || event.button !== 0) return null;
  const isMeant = ground === "scrolls" && event.pointerType !== "touch";
  const hand = { pointer: event.pointerId, x: event.clientX, y: event.clientY, isMeant };
  HANDS.set(control, hand);
  return hand;
}

function hasMeant(hand: Hand, { clientX, clientY }: PointerEvent, ground: Ground): boolean {
  const [across, along] = [Math.abs(clientX - hand.x), Math.abs(clientY - hand.y)];
  hand.isMeant ||= ground === "scrolls" ? across > Math.max(SLACK, along) : Math.max(across, along) > SLACK;
  return hand.isMeant;
}

/**
 * Listeners of a slider, which moves by itself: `set` where that is meant, and `takeBack` where it turns out that the
 * page took the pointer away from it.
 */
export function sliding(
  set: (slider: HTMLInputElement, isMoving: boolean) => void,
  takeBack: (slider: HTMLInputElement) => void,
) {
  const sliderOf = ({ currentTarget }: Event) => currentTarget as HTMLInputElement;
  return {
    down(event: PointerEvent): void {
      put(sliderOf(event), event, "scrolls");
      BEFORE.set(sliderOf(event), sliderOf(event).value);
    },
    move(event: PointerEvent): void {
      const slider = sliderOf(event);
      const hand = HANDS.get(slider);
      if (hand?.pointer !== event.pointerId || hand.isMeant || !hasMeant(hand, event, "scrolls")) return;
      if (slider.value !== BEFORE.get(slider)) set(slider, true);
    },
    up(event: PointerEvent): void {
      HANDS.delete(sliderOf(event));
    },
    cancel(event: PointerEvent): void {
      const slider = sliderOf(event);
      const isMeant = HANDS.get(slider)?.isMeant;
      HANDS.delete(slider);
      slider.value = BEFORE.get(slider) ?? slider.value;
      if (isMeant) takeBack(slider);
    },
    input(event: Event): void {
      const slider = sliderOf(event);
      if (HANDS.get(slider)?.isMeant !== false) set(slider, true);
    },
    change(event: Event): void {
      set(sliderOf(event), false);
    },
  };
}

/** The values of sliders when a hand came to them. */
const BEFORE = new WeakMap<Element, string>();
