/**
 * The plane in which directions are drawn: that of the first two inputs. Three teacher neurons or more at right angles to
 * each other have no plane in common; they are drawn as a star, each along a ray of its own.
 */
import { cos, sin } from "../../../math/elementary.ts";
import type { Target } from "./target.ts";

/** A direction b̂ is drawn at (b̂·across, b̂·up). */
export interface Plane {
  readonly across: Float64Array;
  readonly up: Float64Array;
}

export function planeOf(target: Target, inputDimension: number): Plane {
  const places = isStar(target)
    ? rays(target)
    : [
        [1, 0],
        [0, 1],
      ];
  const coordinates = (which: 0 | 1) => {
    const vector = new Float64Array(inputDimension);
    vector.set(places.map((place) => place[which] as number).slice(0, inputDimension));
    return vector;
  };
  return { across: coordinates(0), up: coordinates(1) };
}

export function isStar({ target, teachers }: Pick<Target, "target" | "teachers">): boolean {
  return target === "neurons" && teachers > 2;
}

/** Where the teacher neurons are drawn, at length 1; none for a circle of them. */
export function rays({ target, teachers, angles }: Target): (readonly [across: number, up: number])[] {
  if (target === "circle") return [];
  // One or two at right angles lie in the plane; more share the whole turn.
  const apart = teachers > 2 ? 1 / teachers : 1 / 4;
  const turns =
    target === "own"
      ? angles.map((angle) => angle / 360)
      : Array.from({ length: teachers }, (_, k) => apart * k);
  return turns.map((turn) => [cos(2 * Math.PI * turn), sin(2 * Math.PI * turn)]);
}
