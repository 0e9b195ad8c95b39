/** Points of two classes that have a name: drawn once by formulas, with some noise, and rounded as a person would write them. */
import { cos, sin } from "../../../math/elementary.ts";
import { normal, stream } from "../../../math/random.ts";
import { flatOf, type LabelledPoint } from "../../labelledPoints.ts";

/** Points of each class. */
const EACH = 24;
const NOISE = 0.08;

/** Points of both classes by a formula that takes a share from 0 to 1, with noise in both directions. */
function drawnBy(
  name: string,
  place: (share: number, label: LabelledPoint["label"]) => readonly [x: number, y: number],
): number[] {
  const source = stream(0, name);
  const rounded = (value: number, k: number) =>
    Math.round(100 * (value + NOISE * normal(source, k))) / 100 + 0;
  return flatOf(
    ([1, -1] as const).flatMap((label, which) =>
      Array.from({ length: EACH }, (_, i) => {
        const [x, y] = place(i / (EACH - 1), label);
        const k = 2 * (which * EACH + i);
        return { x: rounded(x, k), y: rounded(y, k + 1), label };
      }),
    ),
  );
}

/** Two half circles that grip each other. */
export const MOONS = drawnBy("moons", (share, label) => {
  const [across, up] = [cos(Math.PI * share), sin(Math.PI * share)];
  return label > 0 ? [across - 0.5, up - 0.25] : [0.5 - across, 0.25 - up];
});

/** A heap within a ring. */
export const RING = drawnBy("ring", (share, label) => {
  const [angle, radius] = [2 * Math.PI * share, label > 0 ? 1.2 : 0.3];
  return [radius * cos(angle), radius * sin(angle)];
});

/** Both sides of a line, each the other's mirror image through the origin: the symmetry of the theory. */
export const OPPOSITE = drawnBy("opposite", (share, label) => {
  const angle = Math.PI * (0.08 + 0.84 * share);
  const radius = 0.4 + 0.8 * ((7 * share) % 1);
  return [label * radius * cos(angle), label * radius * sin(angle)];
});
