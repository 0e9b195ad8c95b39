// Reads an article before it is rendered, and refuses what an author can get wrong in it, with its file and line: formulas
// that are none, figures, claims, works and terms that there are not, and a main line that is too long.
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { typeset } from "../formulas/typeset.mjs";
import { walk } from "./walk.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The names that articles may use.
 *
 * @typedef {{ figures: readonly string[], claims: readonly string[], works: readonly string[], terms: readonly string[] }} Names
 * @typedef {import("./walk.mjs").Node} Node
 */

/** Which attribute of which element names what. @type {Record<string, { attribute: string, among: keyof Names, what: string }>} */
const NAMED = {
  LiveFigure: { attribute: "figure", among: "figures", what: "figure" },
  ClaimCard: { attribute: "claim", among: "claims", what: "claim" },
  Measured: { attribute: "claim", among: "claims", what: "claim" },
  Term: { attribute: "of", among: "terms", what: "term in content/glossary.json" },
  Cite: { attribute: "id", among: "works", what: "work in content/references.json" },
};

/** A remark plugin, to stand after remark-math. @param {() => Promise<Names>} namesOf */
export function checkArticle(namesOf = namesHere) {
  /** @param {import("mdast").Root} tree @param {import("vfile").VFile} file */
  return async (tree, file) => {
    const names = await namesOf();
    const article = file.path ? relative(root, file.path) : "The article";
    checkFrontmatter(file.data.astro?.frontmatter ?? {}, names, article);
    checkLength(/** @type {Node} */ (tree), article);
    walk(/** @type {Node} */ (tree), (node) => {
      const place = `${article}:${node.position?.start.line ?? "?"}`;
      if (node.type === "math" || node.type === "inlineMath") checkFormula(node, place);
      const named = node.name ? NAMED[node.name] : undefined;
      if (named) checkName(node, named, names[named.among], place);
    });
  };
}

/** @param {Record<string, unknown>} frontmatter @param {Names} names @param {string} article */
function checkFrontmatter({ paper, cites }, { works }, article) {
  const cited = [paper, ...(Array.isArray(cites) ? cites : [])].filter((each) => each !== undefined);
  for (const work of cited)
    if (!works.includes(String(work)))
      throw new Error(
        `${article}: its head names the work “${work}”, which content/references.json does not have. Enter it there.`,
      );
}

/** Most words of the main line: all but what is folded away or stands in the margin. */
export const MAIN_LINE = 2500;
const BESIDE = ["Fold", "Margin"];

/** @param {Node} tree @param {string} article */
function checkLength(tree, article) {
  const words = wordsOf(tree);
  if (words > MAIN_LINE)
    throw new Error(
      `${article}: its main line has ${words} words, more than ${MAIN_LINE}. Put what is beside it into a <Fold>.`,
    );
}

/** A formula counts as one. @param {Node} node @returns {number} */
function wordsOf({ type, name, value = "", children = [] }) {
  if (name && BESIDE.includes(name)) return 0;
  if (type === "inlineMath") return 1;
  if (type === "text") return value.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
  return children.reduce((sum, child) => sum + wordsOf(child), 0);
}

/** @param {Node} node @param {string} place */
function checkFormula({ type, value = "" }, place) {
  try {
    typeset(value, type === "math");
  } catch (error) {
    throw new Error(`${place}: “${value}” is no formula: ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * @param {Node} node
 * @param {{ attribute: string, what: string }} named
 * @param {readonly string[]} known
 * @param {string} place
 */
function checkName(node, { attribute, what }, known, place) {
  const name = node.attributes?.find((each) => each.name === attribute)?.value;
  if (typeof name !== "string" || known.includes(name)) return;
  throw new Error(`${place}: there is no ${what} “${name}”. There are: ${known.join(", ")}.`);
}

/** @returns {Promise<Names>} */
async function namesHere() {
  const { EXPERIMENTS } = await import("../catalogue/experiments.ts");
  const { figureName } = await import("../catalogue/names.ts");
  const { LEDGER } = await import("../claims/ledger.ts");
  return {
    figures: EXPERIMENTS.flatMap((meta) => meta.figures.map((figure) => figureName(meta, figure))),
    claims: LEDGER.map(({ id }) => id),
    works: Object.keys(contentOf("references.json")),
    terms: contentOf("glossary.json").map((/** @type {{ id: string }} */ { id }) => id),
  };
}

/** @param {string} file in content/ */
function contentOf(file) {
  return JSON.parse(readFileSync(new URL(`../../content/${file}`, import.meta.url), "utf8"));
}
