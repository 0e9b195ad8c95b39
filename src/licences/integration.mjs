// The notices of what the site ships: licences.txt, made from the packages whose code is in the scripts of its pages and
// workers, and of those that give styles and fonts. Written when the site is built.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Packages that ship no script of their own: their styles and fonts are in the pages. */
const STYLES_AND_FONTS = [
  "@fontsource/stix-two-math",
  "@fontsource-variable/source-sans-3",
  "@fontsource-variable/source-serif-4",
];

const modules = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** What an integration needs: one plugin for pages, and one for workers, which are bundled by themselves. */
export function licences() {
  /** @type {Set<string>} */
  const folders = new Set(STYLES_AND_FONTS.map((name) => join(modules, name)));
  /** @returns {import("vite").Plugin} */
  const noticing = () => ({
    name: "licences-noticed",
    /** @this {any} */
    generateBundle(_, bundle) {
      // Pages are rendered in another environment, whose packages stay here.
      if (this.environment && this.environment.name !== "client") return;
      for (const part of Object.values(bundle))
        if (part.type === "chunk")
          for (const id of part.moduleIds) {
            const folder = packageOf(id);
            if (folder) folders.add(folder);
          }
    },
  });
  /** @type {import("astro").AstroIntegration} */
  const integration = {
    name: "licences",
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [noticing()], worker: { plugins: () => [noticing()] } } });
      },
      "astro:build:done": ({ dir }) => {
        const notices = [...folders].map(noticeOf).sort();
        writeFileSync(new URL("licences.txt", dir), `${HEAD}\n\n${notices.join("\n\n")}\n`);
      },
    },
  };
  return integration;
}

const HEAD = `Two Layers is under the MIT licence, its prose and records are under CC BY 4.0, and the images of MNIST under
CC BY-SA 3.0. This site also ships parts of the following works, under their own licences.`;

/**
 * The folder of the package that a module belongs to.
 *
 * @param {string} id
 */
function packageOf(id) {
  const [path = ""] = id.replace(/^\0/, "").split("?");
  return path.includes("/node_modules/") ? packageAbove(dirname(path)) : undefined;
}

/** Of thousands of modules few lie in a folder of their own: each is looked at once. @type {Map<string, string | undefined>} */
const known = new Map();

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function packageAbove(folder) {
  if (folder.endsWith("/node_modules")) return undefined;
  if (!known.has(folder)) {
    const file = join(folder, "package.json");
    const isPackage = existsSync(file) && JSON.parse(readFileSync(file, "utf8")).version;
    known.set(folder, isPackage ? folder : packageAbove(dirname(folder)));
  }
  return known.get(folder);
}

/** @param {string} folder */
function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying|ofl)/i.test(each));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licence: ${license}.`;
  return `──── ${name} ${version} (${license}) ────\n\n${text}`;
}
