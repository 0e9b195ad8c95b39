// The built site under test: where it is, at which address it is served, and which pages it has.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

const port = Number(process.env.TEST_PORT || 4399);
const base = process.env.BASE_PATH || "/two-layers/";

export const built = {
  folder: process.env.OUT_DIR || "dist-test",
  base,
  port,
  /** `page.goto("papers/")` starts here. */
  address: `http://localhost:${port}${base}`,
};

export interface BuiltPage {
  /** The file inside the folder, with forward slashes. */
  file: string;
  /** Its path under the base: "" for the front page, "phase-diagram/", "404.html". */
  path: string;
  html: string;
}

/** Where the gallery of figures is, which is no page of the site: gallery.spec.ts looks at it. */
export const GALLERY = "gallery/";

/** Every page, except those that only send the reader on to another. */
export function builtPages(): BuiltPage[] {
  if (!existsSync(built.folder)) return [];
  return globSync("**/*.html", { cwd: built.folder })
    .map((found) => {
      const file = found.split(sep).join("/");
      const html = readFileSync(join(built.folder, found), "utf8");
      return { file, path: file.replace(/(^|\/)index\.html$/, "$1"), html };
    })
    .filter(({ path, html }) => !path.startsWith(GALLERY) && !/<meta\s+http-equiv="refresh"/i.test(html))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Pages that one file of src/pages makes; an article is by itself, since its text is written by hand. */
export interface Template {
  readonly name: string;
  readonly pages: readonly BuiltPage[];
  /** The one with most in it. */
  readonly fullest: BuiltPage;
}

/** All templates that made a page. */
export function builtTemplates(): Template[] {
  const byTemplate = Map.groupBy(builtPages(), templateOf);
  return [...byTemplate].map(([name, pages]) => ({
    name,
    pages,
    fullest: pages.reduce((most, each) => (each.html.length > most.html.length ? each : most)),
  }));
}

/** Astro's own order: what is named goes before what is matched. */
const SOURCES = globSync("**/*.astro", { cwd: fileURLToPath(new URL("../../src/pages", import.meta.url)) })
  .map((file) => file.split(sep).join("/"))
  .sort((a, b) => a.split("[").length - b.split("[").length);

function templateOf({ path }: BuiltPage): string {
  const source = SOURCES.find((file) => {
    const address = file.replace(/(^|\/)index\.astro$/, "$1").replace(/\.astro$/, "(/|\\.html)");
    return new RegExp(`^${address.replace(/\[[^\]]*\]/g, "[^/]+")}$`).test(path);
  });
  return source === "[paper].astro" ? path : (source ?? path);
}
