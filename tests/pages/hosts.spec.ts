// Hosts and readers with rules of their own: a strict policy, isolation, forced colours, and a formula that is copied.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { POLICY } from "../../src/policy/integration.mjs";
import { built, builtPages } from "./built.ts";
import { quickestOf, referenceOf } from "./papers.ts";

/** Answers as before, with these headers besides. */
async function withHeaders(page: Page, headers: Record<string, string>) {
  await page.route("**/*", async (route) => {
    const response = await route.fetch({ maxRetries: 5 });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

/** Errors, and what a policy forbids, as they come. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

async function trainOn(page: Page, path = "phase-diagram/") {
  const complaints = complaintsOf(page);
  await page.goto(path);
  const figure = page.locator("#figure-three-regimes");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
  return complaints;
}

test("reads, trains, checks and saves under its policy as a header, and breaks none of it", async ({
  page,
}) => {
  await withHeaders(page, { "content-security-policy": POLICY });
  const complaints = await trainOn(page);
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
  await withHeaders(page, { "content-security-policy": POLICY });
  const complaints = complaintsOf(page);
  await page.goto("verify/");
  const [claim = ""] = quickestOf("phase-diagram");
  await page.locator("input[type=file]").setInputFiles(`content/records/claims/${claim}.json`);
  await page.getByRole("button", { name: /^Run/ }).click();
  await expect(page.locator("record-check")).toContainText(/confirmed/);
  await page.goto("bench/");
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
    expect(html, file).not.toMatch(
      /<style|<script(?![^>]*\s(?:src=|type="application\/ld\+json"))|<[a-z][^>]*\sstyle=|<[a-z][^>]*\son[a-z]+=/,
    );
  }
  expect(readFileSync(join(built.folder, "_headers"), "utf8")).toContain(POLICY);
});

test("trains on WebAssembly where pages are cross-origin isolated", async ({ page }) => {
  await withHeaders(page, {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
  });
  const complaints = await trainOn(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(complaints).toEqual([]);
});

test("trains from a host that has no names with underscores, and calls WebAssembly and records something else", async ({
  page,
}) => {
  await page.route("**/*", async (route) => {
    const { pathname } = new URL(route.request().url());
    if (/\/_/.test(pathname)) return route.fulfill({ status: 404 });
    const response = await route.fetch({ maxRetries: 5 });
    const type = /\.(wasm|json|woff2)$/.test(pathname)
      ? { "content-type": "application/octet-stream" }
      : undefined;
    return route.fulfill({ response, headers: { ...response.headers(), ...type } });
  });
  expect(await trainOn(page)).toEqual([]);
});

test("trains from a host that shows a page at its address without the slash", async ({ page }) => {
  await page.route("**/phase-diagram", async (route) => {
    const response = await route.fetch({ url: `${built.address}phase-diagram/` });
    await route.fulfill({ response });
  });
  expect(await trainOn(page, "phase-diagram")).toEqual([]);
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

test("keeps the keys of a legend in forced colours", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("phase-diagram/");
  const colours = await page
    .locator("#figure-three-regimes .legend .key")
    .evaluateAll((keys) => keys.map((key) => getComputedStyle(key).backgroundColor));
  expect(new Set(colours).size).toBeGreaterThan(1);
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
