/** Where the live figures of the built site stand. Opens no page. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Place {
  /** "<paper>/<figure>" */
  readonly figure: string;
  /** The path of its page, under the base of the site. */
  readonly path: string;
}

/** Pages that show figures a second time: to a student, where they wait, in frames, and in every state. */
const AGAIN = ["assignments/**", "embed/**", "gallery/**"];

/** The live figures of articles and of the laboratory, as they stand there. @throws Error with a sentence that says what to do */
export function placesIn(folder: string, wanted: string | undefined): Place[] {
  const pages = globSync("**/index.html", { cwd: folder, exclude: AGAIN }).sort();
  const all = pages.flatMap((file) =>
    [...readFileSync(join(folder, file), "utf8").matchAll(/<live-figure\s[^>]*data-figure="([^"]+)"/g)].map(
      ([, figure = ""]) => ({ figure, path: file.slice(0, -"index.html".length) }),
    ),
  );
  if (all.length === 0)
    throw new Error(`No page in ${folder} has a live figure. Build the site anew: add --build.`);
  const places = wanted === undefined ? all : all.filter(({ figure }) => figure === wanted);
  if (places.length > 0) return places;
  const names = all.map(({ figure }) => figure).join(", ");
  throw new Error(`The built site has no figure “${wanted}”. It has ${names}; --build builds it anew.`);
}

export function selectorOf(figure: string): string {
  return `live-figure[data-figure="${figure}"]`;
}
