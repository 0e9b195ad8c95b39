/** Where a function of the solution changes its sign within a step, by the polynomial between the ends of the step. */
import { type Step, valueAt } from "./problem.ts";

/** Something that happens where g(t, y) = 0. */
export interface Event {
  readonly of: (t: number, y: Float64Array) => number;
  /** Whether g has to rise through 0, to fall, or either. */
  readonly direction?: "rising" | "falling";
  /** Parts of a step at whose ends g is looked at: two changes within a part go unseen. 4 if missing. */
  readonly looks?: number;
}

/** Where it happens. */
export interface Occurrence {
  readonly t: number;
  readonly y: Float64Array;
}

/**
 * Changes of sign of g within a step, in the order in which they are passed, each to the last bits of t; where g is 0 at
 * the end of a step it counts as in that step, not in the next.
 */
export function eventsOf(step: Step, { of: g, direction, looks = 4 }: Event): Occurrence[] {
  const at = (t: number) => g(t, t === step.from ? step.before : valueAt(step, t));
  const found: Occurrence[] = [];
  let [t, value] = [step.from, at(step.from)];
  for (let look = 1; look <= looks; look++) {
    const next = look === looks ? step.t : step.from + (look / looks) * (step.t - step.from);
    const there = at(next);
    const wanted = direction === undefined || (direction === "rising") === value < 0;
    if (value !== 0 && Math.sign(there) !== Math.sign(value) && wanted) {
      const root = rootBetween(at, [t, value], [next, there]);
      found.push({ t: root, y: valueAt(step, root) });
    }
    [t, value] = [next, there];
  }
  return found;
}

/** More than the bisections from the largest interval to neighbouring numbers. */
const MOST_HALVINGS = 2200;

/**
 * A root between two ends of unlike sign: the secant through both ends where it at least halves the interval within two
 * tries, otherwise the middle, until no number lies between.
 */
function rootBetween(
  g: (t: number) => number,
  [start, atStart]: readonly [number, number],
  [end, atEnd]: readonly [number, number],
): number {
  let [a, ga, b, gb] = [start, atStart, end, atEnd];
  for (let k = 0; k < MOST_HALVINGS && gb !== 0; k++) {
    const middle = a + (b - a) / 2;
    const secant = b - (gb * (b - a)) / (gb - ga);
    const t = k % 2 === 0 && (secant - a) * (secant - b) < 0 ? secant : middle;
    if (t === a || t === b) break;
    const value = g(t);
    if (Math.sign(value) === Math.sign(ga)) [a, ga] = [t, value];
    else [b, gb] = [t, value];
  }
  return b;
}
