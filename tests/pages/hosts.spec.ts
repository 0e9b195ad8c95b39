// Hosts and readers with rules of their own: a strict policy, isolation, forced colours, and a formula that is copied.
import { expect, type Page, test } from "@playwright/test";

/** The least that the site needs, as the README has it. */
const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:";

/** Answers as before, with these headers besides. */
async function withHeaders(page: Page, headers: Record<string, string>) {
  await page.route("**/*", async (route) => {
    const response = await route.fetch({ maxRetries: 5 });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
}

async function trainOn(page: Page) {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto("phase-diagram/");
  const figure = page.locator("#figure-three-regimes");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
  return complaints;
}

test("trains on WebAssembly under the policy that the README names, and breaks none of it", async ({
  page,
}) => {
  await withHeaders(page, { "content-security-policy": POLICY });
  expect(await trainOn(page)).toEqual([]);
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
