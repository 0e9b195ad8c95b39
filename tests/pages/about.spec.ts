// How the site works: in short on one page, whose addresses of old still lead to their subject, and in full on a page for
// each part.
import { expect, test } from "@playwright/test";
import { builtPages } from "./built.ts";

const hub = () => builtPages().find(({ path }) => path === "about/")?.html ?? "";

test("every anchor that the page ever had is still there", () => {
  const anchors = "figures claims provenance numbers embed yourself records privacy offline".split(" ");
  expect(anchors.filter((id) => !hub().includes(`id="${id}"`))).toEqual([]);
});

test("it leads to every page about a part, and each says where it ends", () => {
  const parts = builtPages().filter(({ path }) => /^about\/.+/.test(path));
  expect(parts.length).toBeGreaterThanOrEqual(3);
  for (const { path, html } of parts) {
    expect(hub(), path).toContain(`${path}"`);
    expect(html, path).toContain('id="limits"');
  }
});
