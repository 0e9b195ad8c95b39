// Writes the service worker of a built site, sw.js: ./serviceWorker.ts with a list of what it keeps.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

/** Pages that are of no use without a connection, or not of the site: what only they load is not kept. */
const LEFT_OUT = ["bench/", "gallery/"];
/**
 * Pages for teachers: what only they load is kept with the first of them that is visited, so that no other reader's browser
 * fetches how assignments are scored.
 */
const FOR_TEACHERS = ["grade/", "teach/"];

/** @returns {import("astro").AstroIntegration} */
export function offline() {
  return {
    name: "offline",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const { files, bytes } = await writeServiceWorker(fileURLToPath(dir));
        logger.info(
          `sw.js keeps ${files} files, ${(bytes / 1e6).toFixed(1)} MB, and the pages that are visited`,
        );
      },
    },
  };
}

/**
 * Writes sw.js into a built site.
 *
 * @param {string} folder
 * @returns {Promise<{ files: number, bytes: number }>} what is kept for every reader of scripts, styles, typefaces and WebAssembly
 */
export async function writeServiceWorker(folder) {
  const assets = join(folder, "assets");
  const names = new Set(globSync("*.{js,css,wasm,woff2}", { cwd: assets }));
  const isIn = (/** @type {readonly string[]} */ folders) => (/** @type {string} */ page) =>
    folders.some((path) => page.startsWith(normalize(path)));
  const pages = globSync("**/*.html", { cwd: folder }).filter((page) => !isIn(LEFT_OUT)(page));
  const filesOf = (/** @type {readonly string[]} */ some) =>
    reachable(
      some.map((page) => readFileSync(join(folder, page), "utf8")),
      names,
      (name) => readFileSync(join(assets, name), "utf8"),
    );
  const files = filesOf(pages.filter((page) => !isIn(FOR_TEACHERS)(page)));
  const forTeachers = filesOf(pages.filter(isIn(FOR_TEACHERS)))
    .filter((name) => !files.includes(name))
    .map((name) => `assets/${name}`);
  const url = (/** @type {string} */ name) => ({ url: `assets/${name}`, revision: null });
  const icon = readFileSync(join(folder, "favicon.svg"));
  const list = [...files.map(url), { url: "favicon.svg", revision: digest(icon) }];
  const built = await build({
    configFile: false,
    logLevel: "warn",
    define: {
      FILES: JSON.stringify(list),
      FOR_TEACHERS: JSON.stringify(forTeachers),
      VERSION: JSON.stringify(digest(JSON.stringify([list, forTeachers]))),
      "process.env.NODE_ENV": '"production"',
    },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL("serviceWorker.ts", import.meta.url)),
        formats: ["iife"],
        name: "serviceWorker",
      },
    },
  });
  const [whole] = /** @type {import("vite").Rolldown.RolldownOutput[]} */ (built);
  if (!whole) throw new Error("The service worker came to nothing.");
  writeFileSync(join(folder, "sw.js"), whole.output[0].code);
  const sizes = files.map((name) => readFileSync(join(assets, name)).length);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/**
 * The files with a hash that pages name, and what these load in turn, by name and in order.
 *
 * @param {readonly string[]} pages their HTML
 * @param {ReadonlySet<string>} names all files that there are
 * @param {(name: string) => string} read the text of a script or style
 * @returns {string[]}
 */
export function reachable(pages, names, read) {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} text */
  const follow = (text) => {
    for (const [name] of text.matchAll(/[\w.~@-]+\.(?:js|css|wasm|woff2)\b/g)) {
      if (!names.has(name) || found.has(name)) continue;
      found.add(name);
      if (/\.(js|css)$/.test(name)) follow(read(name));
    }
  };
  pages.forEach(follow);
  return [...found].sort();
}

/** @param {string | Uint8Array} content */
function digest(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}
