// Hosts and readers with rules of their own: a strict policy, isolation, forced colours, and a formula that is copied.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { HEADERS, POLICY } from "../../src/policy/integration.mjs";
import { built, builtPages } from "./built.ts";
import { hostOf, type Rules } from "./host.ts";
import { quickestOf, referenceOf } from "./papers.ts";
import { complaintsOf, trainOn } from "./trainOn.ts";

let close: (() => void) | undefined;
test.afterEach(() => {
  close?.();
  close = undefined;
});

/** The address of a host with these rules, which is gone when the test ends. */
async function hosted(rules: Rules): Promise<string> {
  const host = await hostOf(rules);
  close = host.close;
  return host.address;
}

test("reads, trains, checks and saves under its policy as a header, and breaks none of it", async ({
  page,
}) => {
  const complaints = await trainOn(page, await hosted({ headers: HEADERS }));
  const map = page.locator("#figure-map");
  await map.getByRole("button", { name: "Go through the points" }).click();
  await expect(map.locator(".explorer")).toContainText("Run this point alone");
  const [claim = ""] = quickestOf("phase-diagram");
  const card = page.locator(`#claim-${claim.replace(/^.*\//, "")}`);
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card.locator("[data-verdict]")).toHaveText(referenceOf(claim).verdict);
  const figure = page.locator("#figure-three-regimes");
  for (const kind of ["SVG", "PNG"]) {
    const save = figure.getByRole("button", { name: `Save this figure as ${kind}` });
    if (!(await save.isVisible())) await figure.getByText("link and files").click();
    const download = page.waitForEvent("download");
    await save.click();
    await download;
  }
  expect(complaints).toEqual([]);
});

test("executes a record and times itself under its policy as a header, and breaks none of it", async ({
  page,
}) => {
  const host = await hosted({ headers: HEADERS });
  const complaints = complaintsOf(page);
  await page.goto(`${host}verify/`);
  const [claim = ""] = quickestOf("phase-diagram");
  await page.locator("input[type=file]").setInputFiles(`content/records/claims/${claim}.json`);
  await page.getByRole("button", { name: /^Run/ }).click();
  await expect(page.locator("record-check")).toContainText(/confirmed/);
  await page.goto(`${host}bench/`);
  await page
    .getByRole("button", { name: /^(Run|Start|Time|Measure|Compare)/ })
    .first()
    .click();
  await expect(page.locator("bench-run progress, bench-run .progress-text").first()).toBeVisible();
  await page.waitForTimeout(3000);
  expect(complaints).toEqual([]);
});

test("names its policy in every page and in _headers, and has nothing in a page that breaks it", () => {
  for (const { file, html } of builtPages()) {
    expect(html, file).toContain(`<meta http-equiv="content-security-policy" content="${POLICY}">`);
    // Data for search engines, or for an element of the page, stands in a script element, and is no script.
    const text = html.replace(/<script type="application\/(ld\+)?json"[^>]*>[^<]*<\/script>/g, "");
    const found = /<style|<script(?![^>]*\ssrc=)|<[a-z](?:"[^"]*"|[^">])*\s(?:style|on[a-z]+)=/.exec(text);
    expect(found?.[0], file).toBeUndefined();
  }
  expect(readFileSync(join(built.folder, "_headers"), "utf8")).toContain(POLICY);
});

test("trains on WebAssembly where pages are cross-origin isolated", async ({ page }) => {
  const isolated = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
  };
  const complaints = await trainOn(page, await hosted({ headers: isolated }));
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(complaints).toEqual([]);
});

test("trains from a host that has no names with underscores, and calls WebAssembly and records something else", async ({
  page,
}) => {
  // As a branch of GitHub Pages does without .nojekyll, and S3 where what puts files there knows few types.
  const rules = {
    has: (path: string) => !/\/_/.test(path),
    typeOf: (path: string) => (/\.(wasm|json|woff2)$/.test(path) ? "binary/octet-stream" : undefined),
  };
  expect(await trainOn(page, await hosted(rules))).toEqual([]);
});

test("trains from a host that knows no types but those of pages, styles and scripts, and forbids to guess", async ({
  page,
}) => {
  const rules = {
    headers: { "x-content-type-options": "nosniff" },
    typeOf: (path: string) => (/(\/|\.html|\.css|\.js)$/.test(path) ? undefined : "text/plain"),
  };
  const complaints = await trainOn(page, await hosted(rules));
  // The icon alone is lost: a picture needs a type of its own where nothing is guessed.
  expect(complaints.filter((complaint) => !complaint.includes("favicon"))).toEqual([]);
});

test("is read, and says what is missing, from a host that calls scripts plain text", async ({ page }) => {
  const host = await hosted({ typeOf: (path) => (path.endsWith(".js") ? "text/plain" : undefined) });
  await page.goto(`${host}phase-diagram/`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // What is not said yet takes no room, beside the text either.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await expect(page.locator(".without-script").first()).toBeVisible();
  await expect(page.locator(".without-script").first()).toContainText("did not load");
});

test("is read as a file, and says only then that it is to be served", async ({ page }) => {
  const line = page.getByText("serve the site’s folder with a web server");
  await page.goto(pathToFileURL(join(built.folder, "phase-diagram/index.html")).href);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(line).toBeInViewport();
  await expect(line).toContainText(`at ${built.base} of its address`);
  await page.goto("phase-diagram/");
  await expect(line).toBeHidden();
});

test("trains from a host that shows a page at its address without the slash", async ({ page }) => {
  const host = await hosted({ isPage: (path) => path.endsWith("/phase-diagram") });
  expect(await trainOn(page, host, "phase-diagram")).toEqual([]);
  expect(new URL(page.url()).pathname).toMatch(/phase-diagram$/);
  await page.locator(".site-nav a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(built.base);
});

test("has no file whose name a host would drop, but for those that hosts read themselves", () => {
  const dropped = readdirSync(built.folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|[\\/])[_.]/.test(file),
  );
  expect(dropped.sort()).toEqual([".nojekyll", "_headers"]);
});

test("copies a formula as its TeX, once", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("phase-diagram/");
  const formula = page.locator("main math").first();
  const tex = await formula.locator("annotation").textContent();
  await formula.evaluate((element) => getSelection()?.selectAllChildren(element.parentElement as Element));
  await expect(async () => {
    await page.keyboard.press("Control+c");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`$${tex}$`);
  }).toPass();
});
