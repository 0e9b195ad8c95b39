// What must hold of every live figure: it is complete without a script, and pressing Run on WebAssembly ends in the very
// words of the reference record. The whole map has a spec of its own.
import { expect, type Page, test } from "@playwright/test";
import { PAPERS } from "./papers.ts";

const ELSEWHERE = ["phase-diagram/map"];

async function figureOn(page: Page, paper: string, id: string) {
  await page.goto(`${paper}/`);
  return page.locator(`#figure-${id}`);
}

for (const { paper, figures } of PAPERS) {
  for (const id of figures) {
    test.describe(`${paper}/${id}`, () => {
      test("is a whole figure without a script", async ({ browser, baseURL }) => {
        const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL as string });
        const figure = await figureOn(await context.newPage(), paper, id);
        await expect(figure.locator("[data-plot] > svg").first()).toBeVisible();
        await expect(figure.locator(".sentence")).toContainText("Reference result");
        await expect(figure).toContainText("allow JavaScript");
        await figure.getByText("The numbers as a table").click();
        await expect(figure.getByRole("row").nth(1)).toBeVisible();
        await context.close();
      });

      if (ELSEWHERE.includes(`${paper}/${id}`)) return;
      test("ends in the words of its reference record when it is run", async ({ page }) => {
        const figure = await figureOn(page, paper, id);
        const words = async () =>
          ((await figure.locator(".sentence").textContent()) ?? "")
            .trim()
            .replace(/^(Reference result|Your run)\s*/, "");
        await expect(figure.getByRole("button", { name: "Run" })).toBeEnabled();
        const reference = await words();
        await figure.getByLabel("Computes on").selectOption("wasm");
        await figure.getByLabel("Slow enough to watch").uncheck();
        await figure.getByRole("button", { name: "Run" }).click();
        await expect(figure.locator(".progress-text").first()).toContainText("finished");
        await expect(figure.locator(".sentence")).toContainText("Your run");
        await expect.poll(words).toBe(reference);
        await expect(figure.locator(".messages .note")).toHaveCount(0);
      });
    });
  }
}
