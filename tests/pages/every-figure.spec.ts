// What must hold of every live figure and every claim of an article, in one loading of it: both are complete without a
// script, and each figure begins to run. To the end, and to the very words of its record, runs one figure of each kind;
// that all of them give the numbers of their records is for tests/records, without a page.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { computingOn, watching } from "./pageSettings.ts";
import { PAPERS, referenceOf } from "./papers.ts";
import { referenceWordsOf, wordsOf } from "./words.ts";

/**
 * A figure of each kind; of networks trained side by side, and of a sweep that comes apart, live-figures.spec.ts and
 * map.spec.ts have more. A new figure of an old kind need not be here.
 */
const KINDS = {
  "integrated in float64": "condensation/two-lines",
  "of a layer whose frames are kept": "condensation/layer",
  "that comes apart into networks": "condensation/line-counts",
  "on images that are fetched": "phase-diagram/digit-neurons",
  "on points of the reader's own": "phase-diagram/own-data",
};

async function figureOn(page: Page, paper: string, id: string) {
  await page.goto(`${paper}/`);
  return page.locator(`#figure-${id}`);
}

/** The label that says whose result it is, of the one sentence that is seen. */
const badgeOf = (figure: Locator) => figure.locator(".sentence .badge:visible").textContent();

for (const { paper, figures, claims } of PAPERS) {
  test.describe(`all of ${paper}`, () => {
    test.describe("without a script", () => {
      test.use({ javaScriptEnabled: false });

      test("every figure is whole, and every claim has its verdict", async ({ page }) => {
        await page.goto(`${paper}/`);
        for (const id of figures) {
          const figure = page.locator(`#figure-${id}`);
          await expect.soft(figure.locator("[data-plot] > svg:visible").first(), id).toBeVisible();
          await expect.soft(figure.locator(".sentence"), id).toContainText("Reference result");
          await expect.soft(figure, id).toContainText("allow JavaScript");
          await figure.getByText("The numbers as a table").click();
          await expect.soft(figure.getByRole("row").nth(1), id).toBeVisible();
        }
        for (const claim of claims) {
          const card = page.locator(`#claim-${claim}`);
          const { verdict } = referenceOf(`${paper}/${claim}`);
          await expect.soft(card.locator(".claim-verdict .badge"), claim).toHaveText(verdict);
          await expect.soft(card, claim).toContainText("npm run verify");
        }
      });
    });

    test("every figure makes its first measurement, and goes back to its reference", async ({ page }) => {
      test.setTimeout(60_000 * (1 + figures.length));
      await page.goto(`${paper}/`);
      for (const id of figures) {
        const figure = page.locator(`#figure-${id}`);
        const [before, reference] = [(await badgeOf(figure)) ?? "", await referenceWordsOf(figure)];
        await figure.getByRole("button", { name: "Step", exact: true }).click();
        await expect(figure.locator(".progress-text").first(), id).toContainText(/paused|finished/);
        await expect(figure.locator(".sentence"), id).toContainText("Your run");
        await expect(figure.locator("[data-plot] > svg:visible").first(), id).toBeVisible();
        await expect(figure.locator(".messages .note"), id).toHaveCount(0);
        await figure.getByRole("button", { name: "Reset" }).click();
        await expect(figure.locator(".sentence .badge"), id).toHaveText(before);
        if (before === "Reference result") expect(await wordsOf(figure), id).toBe(reference);
      }
    });
  });
}

for (const [kind, name] of Object.entries(KINDS)) {
  test(`a figure ${kind}, ${name}, ends in the words of its reference record`, async ({ page }) => {
    const [paper = "", id = ""] = name.split("/");
    const figure = await figureOn(page, paper, id);
    await expect(figure.getByRole("button", { name: "Run" })).toBeEnabled();
    const reference = await referenceWordsOf(figure);
    await computingOn(page, "wasm");
    await watching(figure.page(), false);
    await figure.getByRole("button", { name: "Run" }).click();
    await expect(figure.locator(".progress-text").first()).toContainText("finished");
    await expect(figure.locator(".sentence")).toContainText("Your run");
    await expect.poll(() => wordsOf(figure)).toBe(reference);
    await expect(figure.locator(".messages .note")).toHaveCount(0);
  });
}
