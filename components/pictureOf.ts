// The picture of a companion, found by its folder: on the front page, and at the top of the companion itself.
import type { AstroComponentFactory } from "astro/runtime/server/index.js";

const PICTURES = import.meta.glob<{ default: AstroComponentFactory }>("./papers/*/Picture.astro", {
  eager: true,
});

/** @throws Error that names the file which is missing */
export function pictureOf(companion: string): AstroComponentFactory {
  const found = PICTURES[`./papers/${companion}/Picture.astro`];
  if (!found)
    throw new Error(
      `components/papers/${companion}/Picture.astro is missing: it is the picture of the companion on the front page and at its top.`,
    );
  return found.default;
}
