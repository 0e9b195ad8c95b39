// How a companion opens: the picture that organises it is whole within a screen and a half, its words can be read there,
// and the first live figure follows.
import { expect, test } from "@playwright/test";
import { PAPERS } from "./papers.ts";

/** A phone and a desk, in pixels. */
const SCREENS = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];
/** The smallest type in a plot, in pixels. */
const SMALLEST = 11;

for (const { paper } of PAPERS)
  for (const screen of SCREENS)
    test(`/${paper}/ opens with its picture on a screen of ${screen.width} pixels`, async ({ page }) => {
      await page.setViewportSize(screen);
      await page.goto(`${paper}/`);
      const picture = page.locator(".opening-picture");
      const { y, height } = (await picture.boundingBox()) as { y: number; height: number };
      expect(y + height).toBeLessThanOrEqual(1.5 * screen.height);
      const figure = await page.locator("live-figure").first().boundingBox();
      expect(figure?.y).toBeGreaterThan(y + height);
      const sizes = await picture.locator("text:visible").evaluateAll((texts) =>
        texts.map((text) => {
          const drawn = text as SVGTextElement;
          const { a = 0, b = 0 } = drawn.getScreenCTM() ?? {};
          return Number.parseFloat(getComputedStyle(drawn).fontSize) * Math.hypot(a, b);
        }),
      );
      for (const size of sizes) expect(size).toBeGreaterThanOrEqual(SMALLEST);
    });
