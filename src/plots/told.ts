/** What plots say of their points, in no more places than a keyboard can go through. */
import { readout } from "./readout.ts";
import type { Point } from "./strokes.ts";

/** Some of a list, evenly, the last among them. */
export function thinned<Item>(items: readonly Item[], most = 60): readonly Item[] {
  const every = Math.ceil(items.length / most);
  return every > 1 ? items.filter((_, k) => (items.length - 1 - k) % every === 0) : items;
}

/** A readout of points, of `most` of them where there are more. */
export function told<P extends Point>(points: readonly P[], wordsOf: (point: P) => string, most?: number) {
  return readout(() =>
    thinned(points, most).map((point) => ({ x: point.x, y: point.y, words: wordsOf(point) })),
  );
}

/** The places, in two lists, of the highest point in each of so many equal strips, from left to right. */
export function highest(x: ArrayLike<number>, y: ArrayLike<number>, strips = 60): number[] {
  let [left, right] = [Infinity, -Infinity];
  for (let k = 0; k < x.length; k++) {
    left = Math.min(left, x[k] as number);
    right = Math.max(right, x[k] as number);
  }
  const found: (number | undefined)[] = new Array(strips).fill(undefined);
  for (let k = 0; k < x.length; k++) {
    const share = ((x[k] as number) - left) / (right - left || 1);
    const strip = Math.min(strips - 1, Math.floor(strips * share));
    const best = found[strip];
    if (best === undefined || (y[k] as number) > (y[best] as number)) found[strip] = k;
  }
  return found.filter((k) => k !== undefined);
}
