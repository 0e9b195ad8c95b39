// What a page costs before its reader does anything: the budget of an article, and of every page that is lighter. A
// page's script is that of its template.

import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { builtTemplates } from "./built.ts";

/** Bytes of JavaScript, as gzip sends them. */
const BUDGET = 48_000;

for (const {
  fullest: { path },
} of builtTemplates()) {
  test(`/${path} loads at most ${BUDGET / 1000} kB of JavaScript before its reader does anything`, async ({
    page,
  }) => {
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (/\.js$/.test(new URL(response.url()).pathname)) bodies.push(response.body());
    });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BUDGET);
  });
}
