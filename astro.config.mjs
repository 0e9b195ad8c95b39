// The site: static HTML, MDX with mathematics typeset at build time, and workers as ES modules.

import { fileURLToPath } from "node:url";
import { unified } from "@astrojs/markdown-remark";
import mdx from "@astrojs/mdx";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import remarkMath from "remark-math";
import { checkArticle } from "./src/articles/checkArticle.mjs";
import { numberFigures } from "./src/articles/numberFigures.mjs";
import { write } from "./src/catalogue/find.mjs";
import { rehypeFormulas } from "./src/formulas/rehypeFormulas.mjs";
import { gallery } from "./src/gallery/integration.mjs";
import { licences } from "./src/licences/integration.mjs";
import { offline } from "./src/offline/integration.mjs";
import { policy } from "./src/policy/integration.mjs";
import { previews } from "./src/previews/integration.mjs";
import { search } from "./src/search/integration.mjs";

// A host sets these; nothing else in the site knows where it lives.
const base = process.env.BASE_PATH || "/";
const site = process.env.SITE_URL || undefined;

/**
 * Whether an index should know of a page: one for frames says what another one says, one stands for pages without a
 * connection, and a teacher's guide has what solves the tasks.
 *
 * @param {string} page
 */
function isListed(page) {
  return !/\/(embed\/.+|teach\/.+|offline\/)/.test(new URL(page).pathname);
}

export default defineConfig({
  output: "static",
  srcDir: "src",
  base,
  ...(site ? { site } : {}),
  outDir: process.env.OUT_DIR || "dist",
  trailingSlash: "always",
  // Not “_astro”: some hosts, branch-published GitHub Pages among them, drop names that begin with an underscore.
  build: { format: "directory", assets: "assets", inlineStylesheets: "never" },
  // The default would drop a line break between two words of text as JSX does; here it is a space.
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [
    mdx(),
    foldersFound(),
    gallery(),
    licences(),
    search(),
    previews(),
    policy(),
    offline(),
    ...(site ? [sitemap({ filter: isListed })] : []),
  ],
  markdown: {
    // Astro's default processor takes no remark plugins, so the unified one is put in its place.
    processor: unified({
      remarkPlugins: [remarkMath, checkArticle, numberFigures],
      rehypePlugins: [rehypeFormulas],
    }),
  },
  vite: {
    worker: {
      format: "es",
      // Into a file of its own, with all that it imports: src/runtime/workers/worker.ts says why.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: "page-worker", test: /\/pageWorker\.ts$/ }] } },
      },
    },
    // Every script, style and record is a file of its own: a strict policy of a host allows no others.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          sanitizeFileName: withoutUnderscore,
          codeSplitting: { groups: [{ name: "site", test: isSharedStyle }] },
        },
      },
    },
  },
});

/**
 * The name of a script or style as every host serves it: what is no name becomes an underscore, as it does by default, but
 * not at the beginning (“[paper].css”, “[...path].js”).
 *
 * @param {string} name
 */
function withoutUnderscore(name) {
  return name.replace(/[^\w.~@/-]/g, "_").replace(/^[_.]+/, "");
}

/**
 * Whether a style may be on any page. Together they are one file, which a reader fetches once, and in which they come in the
 * order in which layouts and components name them: of several files, a later one would overrule what it should not. The faces
 * stay apart, which pages for frames do without.
 *
 * @param {string} id
 */
function isSharedStyle(id) {
  return /\.css$/.test(id) && /\/(src\/(styles|layouts)|components)\//.test(id) && !id.endsWith("/fonts.css");
}

/** While you edit: a folder that comes or goes is found at once. @returns {import("astro").AstroIntegration} */
function foldersFound() {
  const root = fileURLToPath(new URL(".", import.meta.url));
  const watched = /(experiments|claims|papers)\/[^/]+(\/[^/]+)?\/?[^/]*\.(ts|mdx|astro)$/;
  return {
    name: "folders-found",
    hooks: {
      "astro:server:setup": ({ server, logger }) => {
        for (const event of ["add", "unlink"])
          server.watcher.on(event, (/** @type {string} */ path) => {
            if (!watched.test(path) || path.includes("/found")) return;
            try {
              write(root);
            } catch (error) {
              logger.warn(/** @type {Error} */ (error).message);
            }
          });
      },
    },
  };
}
