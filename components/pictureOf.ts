// The picture at the top of a companion, found by its folder.
import type { AstroComponentFactory } from "astro/runtime/server/index.js";

const PICTURES = import.meta.glob<{ default: AstroComponentFactory }>("./papers/*/Picture.astro", {
  eager: true,
});

/** @throws Error that names the file which is missing */
export function pictureOf(companion: string): AstroComponentFactory {
  const found = PICTURES[`./papers/${companion}/Picture.astro`];
  if (!found)
    throw new Error(
      `components/papers/${companion}/Picture.astro is missing: it is the picture at the top of the companion.`,
    );
  return found.default;
}
