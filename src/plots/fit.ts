/**
 * How large a plot is in its place, whose room in pixels only a page knows: in numbers for what is drawn there, and in CSS
 * for a picture that was drawn before, so that the one stands where the other did and nothing around it moves.
 */

/** A plot's own size, and what it leaves free around what is within its axes, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly marginTop: number;
  readonly marginBottom: number;
}

/** A plot is no narrower than this, and one that is not wide by itself no wider. */
const LEAST_WIDTH = 240;
const MOST_WIDTH = 384;
/** What is drawn narrower than it is by itself keeps the shape of what is within its axes, down to this share of the height. */
const LOWEST = 0.7;

/** The width that a plot is drawn with where there is so much room. @param own its own, 0 if it has none */
export function widthIn(room: number, own = 0): number {
  return Math.max(LEAST_WIDTH, Math.min(Math.max(own, MOST_WIDTH), Math.round(room)));
}

/** The height of a plot that is drawn with a width: beyond + share · (height − beyond), share = (width − beside)/(own width − beside). */
export function heightAt(frame: Frame, width: number): number {
  const { beside, beyond } = freeIn(frame);
  const share = Math.min(1, Math.max(LOWEST, (width - beside) / (frame.width - beside)));
  return Math.round(beyond + share * (frame.height - beyond));
}

/** `heightAt(frame, widthIn(room, frame.width))` in CSS, but for the rounding, where the room is that of a container. */
export function heightInRoom(frame: Frame): string {
  const { beside } = freeIn(frame);
  return heightBetween(frame, Math.max(LEAST_WIDTH, beside + LOWEST * (frame.width - beside)), frame.width);
}

/** The same for what keeps its shape at every width, since both of its axes have one unit. */
export function heightOfShape(frame: Frame): string {
  return heightBetween(frame, LEAST_WIDTH, Math.max(MOST_WIDTH, frame.width));
}

function heightBetween(frame: Frame, least: number, most: number): string {
  const { beside, beyond } = freeIn(frame);
  const slope = (frame.height - beyond) / (frame.width - beside);
  return `calc(${beyond}px + ${slope.toFixed(5)} * (clamp(${least.toFixed(1)}px, 100cqi, ${most}px) - ${beside}px))`;
}

function freeIn({ marginLeft, marginRight, marginTop, marginBottom }: Frame) {
  return { beside: marginLeft + marginRight, beyond: marginTop + marginBottom };
}
