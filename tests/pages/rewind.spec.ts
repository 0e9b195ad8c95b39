// Going back through a run: what a figure reported on its way is kept, and the slider shows it again.
import { expect, type Page, test } from "@playwright/test";
import { watching } from "./pageSettings.ts";

const SLIDER = "Go back through the run";

async function figureOn(page: Page) {
  await page.goto("condensation/");
  const figure = page.locator("#figure-layer");
  await expect(figure.getByRole("button", { name: "Run" })).toBeVisible();
  return { figure, slider: figure.getByLabel(SLIDER), words: figure.locator(".sentence") };
}

const finished = (page: Page) =>
  expect(page.locator("#figure-layer .progress-text")).toContainText("finished");

test("has nothing to go back to before the first run, and again after Reset", async ({ page }) => {
  const { figure, slider, words } = await figureOn(page);
  await expect(slider).toBeDisabled();
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(page);
  await expect(slider).toBeEnabled();
  await figure.getByRole("button", { name: "Reset" }).click();
  await expect(slider).toBeDisabled();
  await expect(words).toContainText("The start");
});

test("shows the start, the steps on the way and the end again, by keyboard, in picture and words", async ({
  page,
}) => {
  const { figure, slider, words } = await figureOn(page);
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(page);
  const picture = figure.locator('[data-plot="0 similarity"]');
  await expect(words).toContainText("After 100 steps");
  const atEnd = await picture.innerHTML();
  await slider.focus();
  await page.keyboard.press("Home");
  await expect(slider).toHaveAttribute("aria-valuetext", "step 0 of 100");
  await expect(words).toContainText("After 0 steps");
  const atStart = await picture.innerHTML();
  expect(atStart).not.toBe(atEnd);
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", "step 2 of 100");
  await expect(words).toContainText("After 2 steps");
  await page.keyboard.press("End");
  await expect(words).toContainText("After 100 steps");
  expect(await picture.innerHTML()).toBe(atEnd);
});

test("keeps the way of a run that nobody watches, too", async ({ page }) => {
  const { figure, slider } = await figureOn(page);
  await watching(figure.page(), false);
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(page);
  await expect(slider).toHaveAttribute("max", "50");
});

test("stays where the reader looks while the run goes on", async ({ page }) => {
  const { figure, slider, words } = await figureOn(page);
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(slider).toBeEnabled();
  await slider.focus();
  await page.keyboard.press("Home");
  await finished(page);
  await expect(slider).toHaveAttribute("aria-valuetext", "step 0 of 100");
  await expect(words).toContainText("After 0 steps");
});
