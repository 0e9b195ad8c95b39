// Numbers the live figures of an article, from its beginning to its end, so that a text and a reader can name one.
import { walk } from "./walk.mjs";

/** A remark plugin: gives each LiveFigure the attribute `number`. */
export function numberFigures() {
  /** @param {import("mdast").Root} tree */
  return (tree) => {
    let last = 0;
    walk(/** @type {import("./walk.mjs").Node} */ (tree), ({ name, attributes }) => {
      if (name !== "LiveFigure") return;
      last += 1;
      attributes?.push({ type: "mdxJsxAttribute", name: "number", value: String(last) });
    });
  };
}
