// What pages say of themselves to other sites: their preview pictures and their data in the words of schema.org.
import { readFileSync, statSync } from "node:fs";
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
