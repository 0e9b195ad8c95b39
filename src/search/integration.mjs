// Writes the index that the page /search/ reads, by Pagefind, from the pages once they are built. It is loaded when somebody
// searches, in the pieces that a query needs, and is not kept for reading without a connection.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromHtml } from "hast-util-from-html";
import { inLetters } from "../formulas/inLetters.mjs";

/** Where the index is, under the base of the site. */
export const INDEX = "search/index/";

/** Pages that say what another page says, that nobody looks for, or that students need not find: what solves their tasks. */
const LEFT_OUT = /^(embed|gallery|offline|search|bench|teach\/[^/]+)\/|^404\.html$|^claims\/index\.html$/;

/** What is on a page besides its text; a claim in an article has a page of its own. */
const NOT_TEXT = [
  "live-figure",
  "article claim-check",
  ".hint",
  ".cite",
  ".badge",
  "svg",
  "button",
  "nav",
  ".contents",
  ".glossary",
  ".bibliography",
  ".to-here",
  "pre",
];

/** What of Pagefind a browser needs to ask the index; its own widgets are left out. */
const NEEDED = /^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.en\.pagefind)$|\.pf_\w+$/;

/** @returns {import("astro").AstroIntegration} */
export function search() {
  return {
    name: "search",
    hooks: {
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        try {
          const { pages, bytes } = await writeIndex(folder);
          logger.info(`${pages} pages in an index of ${Math.round(bytes / 1000)} kB`);
        } catch (error) {
          // Pagefind is a program, which not every platform has; the page then says that there is no index.
          logger.warn(`no index: ${/** @type {Error} */ (error).message}`);
        }
      },
    },
  };
}

/**
 * Puts the index of a built site into it.
 *
 * @param {string} folder
 * @returns {Promise<{ pages: number, bytes: number }>}
 * @throws {Error} where Pagefind cannot run, or cannot read a page
 */
async function writeIndex(folder) {
  const { close, createIndex } = await import("pagefind");
  try {
    const { index, errors } = await createIndex({
      rootSelector: "main",
      excludeSelectors: NOT_TEXT,
      forceLanguage: "en",
    });
    if (!index) throw new Error(errors.join("; "));
    const pages = globSync("**/*.html", { cwd: folder })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => !LEFT_OUT.test(file))
      .sort();
    for (const file of pages) {
      const content = withFormulasInLetters(readFileSync(join(folder, file), "utf8"));
      const { errors: wrong } = await index.addHTMLFile({ url: file.replace(/index\.html$/, ""), content });
      if (wrong.length > 0) throw new Error(`${file}: ${wrong.join("; ")}`);
    }
    const { files } = await index.getFiles();
    const needed = files.filter(({ path }) => NEEDED.test(path));
    for (const { path, content } of needed) {
      const to = join(folder, INDEX, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, content);
    }
    return { pages: pages.length, bytes: needed.reduce((sum, { content }) => sum + content.length, 0) };
  } finally {
    await close();
  }
}

/** @param {string} html */
function withFormulasInLetters(html) {
  return html.replace(/<math\b.*?<\/math>/gs, (math) => {
    const [element] = fromHtml(math, { fragment: true }).children;
    const letters = element?.type === "element" ? inLetters(element).trim() : "";
    return letters.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  });
}
