// A reader who asked for reduced motion: nothing of a page moves by itself or on its way somewhere, and figures still run.
import { expect, type Page, test } from "@playwright/test";
import { builtTemplates } from "./built.ts";

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const { name, fullest } of builtTemplates())
  test(`${name} has no animation, no transition, no smooth scroll`, async ({ page }) => {
    await page.goto(fullest.path);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await moving(page)).toEqual([]);
  });

test("a figure runs, and shows what comes", async ({ page }) => {
  await page.goto("phase-diagram/");
  const figure = page.locator("#figure-three-regimes");
  const pictures = () => figure.locator("[data-plot]").evaluateAll((all) => all.map((one) => one.innerHTML));
  const before = await pictures();
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  const after = await pictures();
  expect(after.filter((picture, k) => picture === before[k])).toEqual([]);
  expect(await moving(page)).toEqual([]);
});

/** A line for each way in which an element would move. What is there from one moment to the next has not moved. */
function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SWITCHED = /^(visibility|position|display)$/;
    const steps = [...document.styleSheets]
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSKeyframesRule);
    const isSwitched = (animation: string) =>
      steps
        .filter((rule) => rule.name === animation)
        .flatMap((rule) => [...rule.cssRules] as CSSKeyframeRule[])
        .every(({ style }) => [...style].every((property) => SWITCHED.test(property)));
    const found = new Set<string>();
    for (const element of document.querySelectorAll("*"))
      for (const pseudo of [undefined, "::before", "::after", "::details-content", "::backdrop"]) {
        const style = getComputedStyle(element, pseudo);
        const where = `${element.localName}.${element.getAttribute("class") ?? ""}${pseudo ?? ""}`;
        const animations = style.animationName.split(", ").filter((each) => each !== "none");
        if (!animations.every(isSwitched)) found.add(`${where} animates ${style.animationName}`);
        const takes = style.transitionDuration
          .split(", ")
          .some((duration) => Number.parseFloat(duration) > 0);
        if (takes && style.transitionProperty !== "none")
          found.add(`${where} goes over: ${style.transition}`);
        if (style.scrollBehavior !== "auto") found.add(`${where} scrolls smoothly`);
      }
    const running = document.getAnimations().filter((animation) => !(animation instanceof CSSAnimation));
    return [...found, ...running.map((animation) => `an animation of a script: ${animation.id}`)];
  });
}
