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
