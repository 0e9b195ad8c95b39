// What a link says on the spot, of a term and of a work that is cited: by pointer, keyboard and finger, in a browser with
// interest invokers and in one without.
import { expect, type Page, test } from "@playwright/test";

/** Leaves a browser without what would open hints by itself. */
async function withoutInvokers(page: Page) {
  await page.addInitScript(() => {
    for (const { prototype } of [HTMLAnchorElement, HTMLElement])
      Reflect.deleteProperty(prototype, "interestForElement");
    const never = new CSSStyleSheet();
    never.replaceSync("[interestfor] { interest-delay: 3600s }");
    document.adoptedStyleSheets = [never];
  });
}

/** The first link of a kind with a hint, and the hint, once the page is at rest. */
async function firstOf(page: Page, kind: string) {
  await page.goto("phase-diagram/");
  await page.waitForLoadState("networkidle");
  const link = page.locator(`main :is(p, li) > ${kind}[interestfor]`).first();
  await link.scrollIntoViewIfNeeded();
  return { link, hint: page.locator(`[id="${await link.getAttribute("interestfor")}"]`) };
}

const KINDS = [
  { kind: "a.term", says: /random features .*hidden layer/s, leadsTo: /glossary\/#random-features$/ },
  { kind: ".cite > a", says: /Luo et al\. 2021\. Phase diagram/, leadsTo: /phase-diagram\/#ref-luo2021$/ },
];

for (const invokers of ["with", "without"])
  for (const { kind, says, leadsTo } of KINDS)
    test.describe(`${kind}, ${invokers} interest invokers`, () => {
      test.beforeEach(async ({ page }) => {
        if (invokers === "without") await withoutInvokers(page);
      });

      test("comes when a pointer rests, stays while it is on it, and goes when it is elsewhere or at Escape", async ({
        page,
      }) => {
        const { link, hint } = await firstOf(page, kind);
        await expect(hint).toBeHidden();
        await link.hover();
        await expect(hint).toBeVisible();
        await expect(hint).toHaveText(says);
        await hint.hover();
        await page.waitForTimeout(1500);
        await expect(hint).toBeVisible();
        await page.mouse.move(0, 0);
        await expect(hint).toBeHidden();
        await link.hover();
        await expect(hint).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(hint).toBeHidden();
      });

      test("comes with the focus, goes at Escape and with the focus, and its link is followed by Enter", async ({
        page,
      }) => {
        const { link, hint } = await firstOf(page, kind);
        await link.focus();
        await page.keyboard.press("Shift+Tab");
        await page.keyboard.press("Tab");
        await expect(link).toBeFocused();
        await expect(hint).toBeVisible();
        await page.keyboard.press("Escape");
        await expect(hint).toBeHidden();
        await page.keyboard.press("Tab");
        await page.keyboard.press("Shift+Tab");
        await expect(hint).toBeVisible();
        await page.keyboard.press("Tab");
        await expect(hint).toBeHidden();
        await page.keyboard.press("Shift+Tab");
        await page.keyboard.press("Enter");
        await expect(page).toHaveURL(leadsTo);
      });

      test("explains a link to those who cannot see it", async ({ page }) => {
        const { link } = await firstOf(page, kind);
        await expect(link).toHaveAccessibleDescription(says);
      });

      test.describe("at a finger", () => {
        test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
        test("comes at a tap, within the screen, goes at one elsewhere, and leads on", async ({ page }) => {
          const { link, hint } = await firstOf(page, kind);
          await link.tap();
          await expect(hint).toBeVisible();
          const box = await hint.boundingBox();
          expect(box?.x).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
          await page.touchscreen.tap(5, 300);
          await expect(hint).toBeHidden();
          await link.tap();
          await hint.getByRole("link").tap();
          await expect(page).toHaveURL(leadsTo);
        });
      });
    });

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("a term is a link to the glossary, and is marked on a screen", async ({ page }) => {
    await page.goto("phase-diagram/");
    const term = page.locator("a.term").first();
    await expect(term).toHaveCSS("text-decoration-style", "dotted");
    await page.emulateMedia({ media: "print" });
    await expect(term).toHaveCSS("text-decoration-line", "none");
    await page.emulateMedia({ media: "screen" });
    await term.click();
    await expect(page).toHaveURL(/glossary\/#random-features$/);
  });
});
