// What an article folds away: it opens for a link to it, in print, and, of a claim, when it is checked.
import { expect, test } from "@playwright/test";

test("a link to a fold opens it, and no other", async ({ page }) => {
  await page.goto("phase-diagram/#theorem-8");
  await expect(page.locator("#theorem-8")).toBeInViewport();
  await expect(page.locator("#identity")).toBeHidden();
  await page.getByRole("link", { name: "what every neuron keeps" }).click();
  await expect(page.locator("#identity")).toBeInViewport();
});

test("on paper every fold is open", async ({ page }) => {
  await page.goto("phase-diagram/");
  const first = page.locator(".fold > div").first();
  await expect(first).toBeHidden();
  await page.emulateMedia({ media: "print" });
  for (const fold of await page.locator(".fold > div").all())
    expect((await fold.boundingBox())?.height).toBeGreaterThan(30);
});

test("a link to a claim opens it, from outside and from the page itself", async ({ page }) => {
  await page.goto("phase-diagram/#claim-A10");
  const statement = (claim: string) => page.locator(`#claim-${claim} .claim-cases`);
  await expect(statement("A10")).toBeVisible();
  await expect(statement("A3")).toBeHidden();
  await page.evaluate(() => {
    location.hash = "claim-A3";
  });
  await expect(statement("A3")).toBeVisible();
});

test("a claim is one line until it is checked", async ({ page }) => {
  await page.goto("phase-diagram/");
  const card = page.locator("#claim-A6");
  await expect(card.locator(".claim-cases")).toBeHidden();
  // The runs of its first case are drawn before anything is loaded.
  await expect(card.locator(".strip svg").first()).toBeVisible();
  expect((await card.boundingBox())?.height).toBeLessThan(200);
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card.locator(".claim-cases")).toBeVisible();
});

test("figures are numbered, and the number is the figure's link", async ({ page }) => {
  await page.goto("phase-diagram/");
  const titles = await page.locator(".figure-title").allInnerTexts();
  expect(titles.map((title) => title.match(/^Figure (\d+)/)?.[1])).toEqual(
    titles.map((_, k) => String(k + 1)),
  );
  await page.locator("#figure-map .figure-title a").click();
  await expect(page).toHaveURL(/#figure-map$/);
});
