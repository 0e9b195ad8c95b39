// On paper letters have the size of print, whatever else the styles of a page say of them.
import { expect, test } from "@playwright/test";
import { builtTemplates } from "./built.ts";

/** 9.5 points, in pixels. */
const TEXT = 9.5 * (96 / 72);

for (const {
  name,
  fullest: { path },
} of builtTemplates().filter(({ name }) => !name.startsWith("embed/")))
  test(`/${path} (${name}) is set in small type on paper`, async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
    expect(size).toBeCloseTo(TEXT, 1);
  });
