// What axe does not look at: how large controls are, and what stays visible in forced colours.
import { expect, test } from "@playwright/test";

for (const path of ["phase-diagram/", "verify/", "bench/", "search/"])
  test(`controls of /${path} are at least 24 by 24 pixels`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const small = await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      return [...document.querySelectorAll("button, input, select, textarea, summary")]
        .filter((control) => control.checkVisibility({ visibilityProperty: true }))
        .map((control) => ({ control, box: control.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
        .map(({ control, box }) => `${control.localName} ${box.width} × ${box.height}`);
    });
    expect(small).toEqual([]);
  });

test("in forced colours buttons have a border, what has the focus a ring, and lines of a plot their colours", async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("phase-diagram/");
  await page.waitForLoadState("networkidle");
  const figure = page.locator("#figure-three-regimes");
  const run = figure.getByRole("button", { name: "Run" });
  await expect(run).not.toHaveCSS("border-top-width", "0px");
  await run.focus();
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveCSS("outline-style", "solid");
  const strokes = await figure
    .locator(".plot svg [stroke]:not([stroke='none'])")
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).stroke));
  expect(new Set(strokes).size).toBeGreaterThan(2);
});
