// The built site under test: where it is, at which address it is served, and which pages it has.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

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

/** Every page, except those that only send the reader on to another. */
export function builtPages(): BuiltPage[] {
  if (!existsSync(built.folder)) return [];
  return globSync("**/*.html", { cwd: built.folder })
    .map((found) => {
      const file = found.split(sep).join("/");
      const html = readFileSync(join(built.folder, found), "utf8");
      return { file, path: file.replace(/(^|\/)index\.html$/, "$1"), html };
    })
    .filter(({ html }) => !/<meta\s+http-equiv="refresh"/i.test(html))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
