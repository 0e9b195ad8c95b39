// Goes through the tree of an article, from its beginning to its end.

/** @typedef {{ type: string, name?: string | null, value?: string, children?: Node[], attributes?: { type?: string, name?: string, value?: unknown }[], position?: { start: { line: number } } }} Node */

/** @param {Node} node @param {(node: Node) => void} look */
export function walk(node, look) {
  look(node);
  for (const child of node.children ?? []) walk(child, look);
}
