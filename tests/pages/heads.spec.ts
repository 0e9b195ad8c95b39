// What pages say of themselves to other sites: their preview pictures and their data in the words of schema.org.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { built, builtPages } from "./built.ts";

/** Bytes of a picture that loads at once on a telephone. */
const MOST = 80_000;

test("every page has a preview picture of its own, of the size that it names", () => {
  const listed = builtPages().filter(({ html }) => !html.includes('<meta name="robots" content="noindex">'));
  const addresses = listed.map(({ path, html }) => {
    const address = /property="og:image" content="([^"]*)"/.exec(html)?.[1];
    expect(address, `/${path}`).toBeDefined();
    return new URL(address as string, built.address).pathname;
  });
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) {
    const file = join(built.folder, address.slice(built.base.length));
    const bytes = readFileSync(file);
    expect(statSync(file).size, address).toBeLessThanOrEqual(MOST);
    // PNG has both at fixed places of its first part.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], address).toEqual([1200, 630]);
  }
});

test("every companion and every claim says what it is, by us and on a paper", () => {
  const kinds = builtPages().flatMap(({ html }) => {
    const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
    if (!text) return [];
    const data = JSON.parse(text);
    expect(data.author.name).toBe("Two Layers contributors");
    expect(JSON.stringify(data.isBasedOn ?? data.itemReviewed)).toContain("ScholarlyArticle");
    return [data["@type"]];
  });
  const claims = builtPages().filter(({ path }) => /^claims\/[^/]+\/[^/]+\/$/.test(path));
  expect(kinds.filter((kind) => kind === "ClaimReview").length).toBe(claims.length);
  expect(kinds).toContain("LearningResource");
});

test("every companion and every claim is a work of ours that cites the paper it is on", () => {
  const tagged = builtPages().filter(({ html }) => html.includes('name="citation_title"'));
  for (const { path, html } of tagged) {
    const of = (name: string) =>
      [...html.matchAll(new RegExp(`<meta name="${name}" content="([^"]*)">`, "g"))].map(([, text]) => text);
    expect(of("citation_author"), path).toEqual(["Two Layers contributors"]);
    expect(of("citation_title"), path).toHaveLength(1);
    const [first = ""] = of("citation_reference");
    const [, author = ""] = /citation_author=([^;]*)/.exec(first) ?? [];
    // Its linked data names the same paper.
    expect(author, path).not.toBe("");
    expect(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1], path).toContain(
      `"${author}"`,
    );
  }
  const paths = tagged.map(({ path }) => path);
  const companions = readdirSync("content/papers", { encoding: "utf8" }).map((file) =>
    file.replace(/\.mdx$/, "/"),
  );
  expect(paths).toEqual(expect.arrayContaining(companions));
  expect(paths.filter((path) => path.startsWith("claims/"))).toHaveLength(
    builtPages().filter(({ path }) => /^claims\/[^/]+\/[^/]+\/$/.test(path)).length,
  );
});
