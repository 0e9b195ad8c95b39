// Sets the formulas of an article, where remark-math has found them.
import { typesetTree } from "./typeset.mjs";

/** A rehype plugin: puts a math element in the place of each formula, whose TeX is the text of a code element. */
export function rehypeFormulas() {
  /** @param {import("hast").Root} tree */
  return (tree) => setIn(tree);
}

/** @param {import("hast").Parents} parent of a component of an article, too, which is no element of HTML */
function setIn(parent) {
  for (const [place, child] of parent.children.entries()) {
    if (!("children" in child)) continue;
    const formula = child.type === "element" ? formulaIn(child) : undefined;
    if (formula === undefined) setIn(child);
    else parent.children[place] = formula;
  }
}

/** @param {import("hast").Element} element @returns {import("hast").Element | undefined} */
function formulaIn(element) {
  const [only] = element.tagName === "pre" ? element.children : [element];
  if (only?.type !== "element" || only.tagName !== "code") return undefined;
  const classes = only.properties.className;
  if (!Array.isArray(classes) || !classes.includes("language-math")) return undefined;
  const [text] = only.children;
  return typesetTree(text?.type === "text" ? text.value : "", element !== only);
}
