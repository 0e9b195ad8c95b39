// On the fullest page of each template, with all that is folded open: how large what is pressed is, by WCAG 2.5.8 with its
// exceptions, and, in forced colours, that a control has a border, what has the focus a ring, what a legend names its colour.
import { expect, type Page, test } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { builtTemplates } from "./built.ts";

const BORDERED = "button, select, textarea, input:not([type='checkbox'], [type='radio'], [type='range'])";
const FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']";

for (const { name, fullest } of builtTemplates())
  test.describe(name, () => {
    test.beforeEach(async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(fullest.path);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
    });

    test("what is pressed is 24 by 24 pixels, or has that much room, or stands in a sentence", async ({
      page,
    }) => {
      expect(await violationsOn(page, { rules: ["target-size"] })).toEqual([]);
    });

    test("in forced colours controls have a border, the focus a ring, and a legend its colours", async ({
      page,
    }) => {
      const named = await coloursInLegends(page);
      await page.emulateMedia({ forcedColors: "active" });
      expect(await withoutBorder(page), "controls without a border").toEqual([]);
      expect(await coloursInLegends(page), "colours that a legend names and a plot shows").toEqual(named);
      // From here on what a script focuses is shown as the keyboard's.
      await page.keyboard.press("Tab");
      expect(await withoutRing(page), "what has the focus without a ring").toEqual([]);
    });
  });

function withoutBorder(page: Page): Promise<string[]> {
  return page.locator(BORDERED).evaluateAll((controls) =>
    controls
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        const button = control.getAttribute("type") === "file" ? "::file-selector-button" : undefined;
        const { borderBottomWidth, borderBottomColor, backgroundColor } = getComputedStyle(control, button);
        return Number.parseFloat(borderBottomWidth) === 0 || borderBottomColor === backgroundColor;
      })
      .map((control) => control.outerHTML.slice(0, 200)),
  );
}

/** A ring is an outline, or in a drawing a thicker line around what is moved. */
function withoutRing(page: Page): Promise<string[]> {
  return page.locator(FOCUSABLE).evaluateAll((all) =>
    (all as HTMLElement[])
      .filter((one) => {
        const lines = () =>
          [...one.querySelectorAll(":scope > circle")]
            .map((line) => getComputedStyle(line).strokeWidth)
            .join();
        const before = lines();
        one.focus({ preventScroll: true });
        if (document.activeElement !== one || lines() !== before) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(one);
        return outlineStyle === "none" || Number.parseFloat(outlineWidth) === 0;
      })
      .map((one) => one.outerHTML.slice(0, 200)),
  );
}

/** The colours of each legend that a plot of its figure shows, too. */
function coloursInLegends(page: Page): Promise<string[][]> {
  return page.locator("figure:has(.legend)").evaluateAll((figures) =>
    figures.map((figure) => {
      const marks = [...figure.querySelectorAll(".plot svg *")].filter((mark) => mark.checkVisibility());
      const shown = new Set(
        marks.flatMap((mark) => [getComputedStyle(mark).stroke, getComputedStyle(mark).fill]),
      );
      const keys = [...figure.querySelectorAll(".legend .key")];
      return keys.map((key) => getComputedStyle(key).borderTopColor).filter((colour) => shown.has(colour));
    }),
  );
}
