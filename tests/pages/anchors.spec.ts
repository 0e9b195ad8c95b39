// A link to a place of an article leads there and stays there, although figures above it come alive meanwhile. (A smooth
// scroll aims before they have grown, and misses.)
import { expect, type Page, test } from "@playwright/test";
import { PAPERS } from "./papers.ts";

for (const { paper, claims } of PAPERS) {
  const last = `claim-${claims.at(-1)}`;

  test(`${paper}: a link from outside and one from its contents lead to their places`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${paper}/#${last}`);
    await expectAtTop(page, last);

    await page.goto(`${paper}/`);
    await page.waitForLoadState("networkidle");
    const links = page.locator(`main a[href="#${last}"], nav a[href^="#"]`);
    const link = links.last();
    const id = ((await link.getAttribute("href")) ?? "").slice(1);
    await link.evaluate((element: HTMLElement) => element.click());
    await expectAtTop(page, id);
  });
}

/** Whether the element stands at the top of the window, or as near as the end of the page lets it, once nothing moves any more. */
async function expectAtTop(page: Page, id: string) {
  await page.waitForLoadState("networkidle");
  const away = () =>
    page.evaluate(async (name) => {
      const placeOf = () => document.getElementById(name)?.getBoundingClientRect().top ?? Number.NaN;
      // Still for half a second.
      for (let still = 0, before = placeOf(); still < 5; ) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        still = Math.abs(placeOf() - before) < 1 ? still + 1 : 0;
        before = placeOf();
      }
      const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
      const end = document.documentElement.scrollHeight - innerHeight - scrollY;
      return end < 1 ? 0 : Math.abs(placeOf() - padding);
    }, id);
  expect(await away(), `#${id}: pixels from where it should be`).toBeLessThan(40);
}
