// The search of the site: what it finds, how it says so, and what it says where it cannot look.
import { expect, type Page, test } from "@playwright/test";
import { LEDGER } from "../../src/claims/ledger.ts";
import { POLICY } from "../../src/policy/integration.mjs";
import { violationsOn } from "./axe.ts";

const field = (page: Page) => page.getByRole("searchbox", { name: /^Words in/ });
const status = (page: Page) => page.locator("site-search [role=status]");
const pagesFound = (page: Page) => page.locator("site-search ol > li");

test("finds articles by section, claims and terms, and leads to the place", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("search/");
  await field(page).fill("capability");
  await expect(status(page)).toHaveText(/^\d+ pages have “capability”\.$/);
  const section = page.getByRole("link", { name: "Why the boundary is where it is" });
  await expect(section).toHaveAttribute("href", /phase-diagram\/#why-the-boundary-is-where-it-is$/);
  await expect(pagesFound(page).locator("a[href$='/glossary/#capability']")).toBeVisible();
  await expect(pagesFound(page).locator("mark").first()).toHaveText(/capabilit/i);
  const [claim] = LEDGER;
  await field(page).fill(claim?.title ?? "");
  await expect(pagesFound(page).locator(`a[href$="/claims/${claim?.id}/"]`)).toBeVisible();
  expect(await violationsOn(page, {})).toEqual([]);
  await field(page).fill("capability");
  // Until typing rests, what is shown and what the address says are of the words before.
  await expect(status(page)).toContainText("“capability”");
  await section.click();
  await expect(page).toHaveURL(/#why-the-boundary-is-where-it-is$/);
  await page.goBack();
  await expect(field(page)).toHaveValue("capability");
  await expect(section).toBeVisible();
  expect(complaints).toEqual([]);
});

test("takes its words from the address, and finds nothing of frames, the gallery or itself", async ({
  page,
}) => {
  await page.goto("search/?q=lazy%20training");
  await expect(field(page)).toHaveValue("lazy training");
  await expect(pagesFound(page).first()).toBeVisible();
  for (const words of ["neurons", "figure", "search"]) {
    await field(page).fill(words);
    await expect(status(page)).toContainText(`“${words}”`);
    const hrefs = await pagesFound(page)
      .locator("a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    expect(hrefs.filter((path) => /\/(embed|gallery|search|offline)\//.test(path))).toEqual([]);
  }
  expect(new URL(page.url()).searchParams.get("q")).toBe("search");
});

test("says so where no page has the words", async ({ page }) => {
  await page.goto("search/?q=xylophone");
  await expect(status(page)).toHaveText(/^No page has “xylophone”\./);
  await expect(pagesFound(page)).toHaveCount(0);
  await field(page).fill("");
  await expect(status(page)).toBeEmpty();
  expect(new URL(page.url()).search).toBe("");
});

test("says so where its index cannot be loaded, and tries again", async ({ page }) => {
  await page.route("**/search/index/**", (route) => route.abort());
  await page.goto("search/?q=lazy");
  await expect(status(page)).toHaveText(/index of the site could not be loaded/);
  await page.unrouteAll();
  await field(page).fill("lazy training");
  await expect(pagesFound(page).first()).toBeVisible();
});

test("breaks nothing of the policy as a header, and loads no index on another page", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await page.goto("glossary/");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.includes("search/index"))).toEqual([]);
  await page.route("**/*", async (route) => {
    const response = await route.fetch({ maxRetries: 5 });
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": POLICY },
    });
  });
  await page.goto("search/?q=lazy");
  await expect(pagesFound(page).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("says where else to look", async ({ page }) => {
    await page.goto("search/");
    await expect(field(page)).toBeHidden();
    await expect(page.getByText("To search, allow JavaScript")).toBeVisible();
  });
});
