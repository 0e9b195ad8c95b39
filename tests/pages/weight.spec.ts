// What a page costs before its reader does anything: the budget of an article, and of every page that is lighter. A
// page's script is that of its template.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { built, builtPages, builtTemplates } from "./built.ts";
import { PAPERS } from "./papers.ts";

/** Bytes of JavaScript, as gzip sends them. */
const BUDGET = 60_000;
/** Bytes that come before a first figure is seen whole, styles included; and those of an article to its end. */
const BEFORE_THE_FIRST_PAINT = 60_000;
const WHOLE = 150_000;
/** Bytes of scripts that an article asks for before it is painted; of its typefaces; and files of its styles. */
const BEFORE_IT_IS_PAINTED = 5_000;
const TYPEFACES = 105_000;
const SHEETS = 3;
/** Bytes of all that a page for frames loads: a lesson may have ten of them. */
const IN_A_FRAME = 40_000;

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

for (const { paper } of PAPERS) {
  test(`/${paper}/ shows its first figure after ${BEFORE_THE_FIRST_PAINT / 1000} kB, and ends after ${WHOLE / 1000}`, () => {
    const { html = "" } = builtPages().find(({ path }) => path === `${paper}/`) ?? {};
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) =>
      readFileSync(join(built.folder, href.slice(built.base.length))),
    );
    const styles = gzipSync(Buffer.concat(sheets)).length;
    const upToFigure = html.slice(0, html.indexOf("</live-figure>"));
    expect(styles).toBeGreaterThan(0);
    expect(upToFigure.length).toBeGreaterThan(0);
    expect(styles + gzipSync(upToFigure).length).toBeLessThanOrEqual(BEFORE_THE_FIRST_PAINT);
    expect(styles + gzipSync(html).length).toBeLessThanOrEqual(WHOLE);
  });
}

for (const { paper } of PAPERS) {
  test(`/${paper}/ asks for ${BEFORE_IT_IS_PAINTED / 1000} kB of scripts and ${SHEETS} files of styles before it is painted`, () => {
    const { html = "" } = builtPages().find(({ path }) => path === `${paper}/`) ?? {};
    const scripts = [...html.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = ""]) =>
      src.slice(built.base.length),
    );
    expect(scripts.length).toBeGreaterThan(0);
    const sizes = withImports(scripts).map((file) => gzipSync(readFileSync(join(built.folder, file))).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(BEFORE_IT_IS_PAINTED);
    expect(html.match(/<link rel="stylesheet"/g)?.length).toBeLessThanOrEqual(SHEETS);
  });

  test(`/${paper}/ has at most ${TYPEFACES / 1000} kB of typefaces`, async ({ page }) => {
    const faces: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (/\.woff2$/.test(new URL(response.url()).pathname)) faces.push(response.body());
    });
    await page.goto(`${paper}/`);
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(faces)).map(({ length }) => length);
    // Upright and slanted, for controls, and for formulas.
    expect(sizes).toHaveLength(4);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(TYPEFACES);
  });
}

/** These scripts and all that they import before they run. */
function withImports(scripts: readonly string[]): string[] {
  const found = new Set(scripts);
  for (const script of found) {
    const text = readFileSync(join(built.folder, script), "utf8");
    for (const [, name] of text.matchAll(/(?:\bimport|\bfrom)\s*"\.\/([^"]+\.js)"/g))
      found.add(`assets/${name}`);
  }
  return [...found];
}

for (const {
  fullest: { path },
} of builtTemplates().filter(({ name }) => /^embed\/.+\[/.test(name))) {
  test(`/${path} loads at most ${IN_A_FRAME / 1000} kB of anything before its reader does anything`, async ({
    page,
  }) => {
    const sizes: Promise<number>[] = [];
    page.on("response", (response) => {
      const isPacked = /\.woff2$/.test(new URL(response.url()).pathname);
      sizes.push(response.body().then((body) => (isPacked ? body : gzipSync(body)).length));
    });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const all = await Promise.all(sizes);
    // The page, its styles and the script that waits.
    expect(all.length).toBeGreaterThan(3);
    expect(all.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(IN_A_FRAME);
  });
}
