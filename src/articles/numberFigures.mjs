// Numbers the live figures of an article, from its beginning to its end, so that a text and a reader can name one.

/** @typedef {{ name?: string | null, children?: Node[], attributes?: { type: string, name?: string, value?: unknown }[] }} Node */

/** A remark plugin: gives each LiveFigure the attribute `number`. */
export function numberFigures() {
  /** @param {import("mdast").Root} tree */
  return (tree) => {
    let last = 0;
    /** @param {Node} node */
    const walk = (node) => {
      if (node.name === "LiveFigure") {
        last += 1;
        node.attributes?.push({ type: "mdxJsxAttribute", name: "number", value: String(last) });
      }
      for (const child of node.children ?? []) walk(child);
    };
    walk(/** @type {Node} */ (tree));
  };
}
