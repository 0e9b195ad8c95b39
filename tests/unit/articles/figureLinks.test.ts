// Links of the articles to their own figures with settings: a name or a value that a figure does not take would be noticed
// only by a reader who follows the link.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figureNamed } from "../../../src/catalogue/experiments.ts";
import { readState } from "../../../src/runtime/permalink.ts";

const folder = new URL("../../../content/papers/", import.meta.url);
const papers = readdirSync(folder).map((name) => name.replace(/\.mdx$/, ""));

/** A query and the figure that it leads to: `](?layer.width=20#figure-layer)`. */
const LINK = /\]\(\?([^)#]+)#figure-([^)]+)\)/g;

describe.each(papers)("%s", (paper) => {
  const text = readFileSync(new URL(`${paper}.mdx`, folder), "utf8");

  it("sets of its figures only what there is to be set", () => {
    for (const [link, query = "", id = ""] of text.matchAll(LINK)) {
      const { meta, figure } = figureNamed(`${paper}/${id}`);
      expect(readState(query, meta, figure).refused, link).toEqual([]);
      for (const key of new URLSearchParams(query).keys())
        expect(key.startsWith(`${id}.`), `${link}: “${key}” is of another figure`).toBe(true);
    }
  });
});
