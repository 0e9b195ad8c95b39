// An open page whose connection is lost, or whose site was published anew: what is wanted then does not load. Every part says
// so where it was asked, loses nothing, and works once the connection is back.
import { expect, type Page, test } from "@playwright/test";
import { referenceOf } from "./papers.ts";

const SENTENCE = "A part of this page could not be loaded";

async function openThenLose(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
}

const back = (page: Page) => page.context().setOffline(false);

test("a figure that is to be saved says so, and is saved when the connection is back", async ({ page }) => {
  await openThenLose(page, "phase-diagram/");
  const figure = page.locator("#figure-relative-distance");
  await figure.getByText("Seed, link and files").click();
  const save = figure.getByRole("button", { name: "CSV" });
  await save.click();
  await expect(figure.locator(".messages")).toContainText(SENTENCE);
  await back(page);
  const download = page.waitForEvent("download");
  await save.click();
  expect((await download).suggestedFilename()).toMatch(/^two-layers-relative-distance-.*\.csv$/);
});

test("a run says so, and runs when the connection is back", async ({ page }) => {
  await openThenLose(page, "phase-diagram/");
  const figure = page.locator("#figure-three-regimes");
  await figure.getByRole("button", { name: "Run", exact: true }).click();
  await expect(figure.locator(".messages")).toContainText(SENTENCE);
  await back(page);
  await figure.getByRole("button", { name: /^Run/ }).click();
  await expect(figure).toContainText("finished", { timeout: 30_000 });
  await expect(figure.locator(".messages")).not.toContainText(SENTENCE);
});

test("nothing that is said of the first settings stays for others", async ({ page }) => {
  await openThenLose(page, "phase-diagram/");
  const figure = page.locator("#figure-any-point");
  const before = await figure.locator(".sentence").textContent();
  const gamma = figure.getByLabel("Output scaling γ").last();
  await gamma.fill("0.7");
  await gamma.blur();
  await expect(figure.locator(".messages")).toContainText(SENTENCE);
  await expect(figure.locator(".sentence")).toHaveText("Nothing is known at these settings yet.");
  await expect(figure.locator("[data-numbers]").first()).toHaveText("–");
  await expect(figure.locator("[data-plot]").first()).toBeHidden();
  await back(page);
  await gamma.fill("0.8");
  await gamma.blur();
  await expect(figure.locator(".sentence")).toContainText("the input weights have moved by");
  expect(await figure.locator(".sentence").textContent()).not.toBe(before);
  await expect(figure.locator("[data-plot]").first()).toBeVisible();
});

test("what goes through a map says so, and goes through it when the connection is back", async ({ page }) => {
  await openThenLose(page, "phase-diagram/");
  const figure = page.locator("#figure-map");
  const button = figure.getByRole("button", { name: "Go through the points" });
  await button.click();
  await expect(figure).toContainText(SENTENCE);
  await back(page);
  await button.click();
  await expect(figure.locator(".explorer")).toContainText("Run this point alone");
});

test("a claim says so, and is checked when the connection is back", async ({ page }) => {
  await openThenLose(page, "phase-diagram/");
  const card = page.locator("#claim-A2");
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card).toContainText(SENTENCE);
  await back(page);
  await card.getByRole("button", { name: "Check again" }).click();
  await expect(card.locator("[data-verdict]")).toHaveText(referenceOf("phase-diagram/A2").verdict);
});

test("a list of claims says so, and can be begun again", async ({ page }) => {
  await openThenLose(page, "claims/phase-diagram/");
  const check = page.getByRole("button", { name: /^Check all/ });
  await check.click();
  await expect(page.locator("ledger-check .messages")).toContainText(SENTENCE);
  await expect(check).toBeVisible();
  await back(page);
  await check.click();
  await expect(page.locator("ledger-check .progress-text")).toContainText(/of \d+ runs/);
});

test("a record that is chosen is not lost without a word, and is checked when the connection is back", async ({
  page,
}) => {
  await openThenLose(page, "verify/");
  const choose = () =>
    page.locator("input[type=file]").setInputFiles("content/records/claims/phase-diagram/A2.json");
  await choose();
  await expect(page.locator("record-check")).toContainText(SENTENCE);
  await back(page);
  await choose();
  await expect(page.getByRole("button", { name: /^Run/ })).toBeVisible();
});
