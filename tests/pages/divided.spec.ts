// One network over several workers of a page: what it costs is said before, a reload does not lose what was done, and the
// bits are those of an undisturbed run.
import { expect, type Page, test } from "@playwright/test";
import { barOf, digestIn, finished, runUntil, shareOf } from "./interruptions.ts";

const ARTICLE = "hinge-mean-field/";
/** As few nodes as are divided still. */
const SMALL = ["width=100", "samples=100000", "inputs=100", "duration=25"].map((each) => `orbit.${each}`);
const orbitOn = (page: Page) => page.locator("#figure-orbit");

test("the paper's own size is a setting with a name, and says what it takes", async ({ page }) => {
  await page.goto(ARTICLE);
  const preset = orbitOn(page).getByRole("button", { name: "Fig. 1 at full size" });
  await preset.click();
  await expect(preset).toHaveAttribute("aria-pressed", "true");
  await expect(barOf(orbitOn(page))).toContainText(/A run takes about \d+ (s|min)/);
  await expect(orbitOn(page).getByLabel("Examples N")).toHaveValue("100000");
  await orbitOn(page).getByRole("button", { name: "Run" }).click();
  await expect(barOf(orbitOn(page))).toContainText("in pieces, on WebAssembly on all cores");
  await expect.poll(() => shareOf(orbitOn(page)), { intervals: [20] }).toBeGreaterThan(0);
  await orbitOn(page).getByRole("button", { name: "Reset" }).click();
  await expect(barOf(orbitOn(page))).toHaveText("Nothing is running.");
});

test("a training in pieces goes on after a reload and ends in the same bits", async ({ page }) => {
  await page.goto(`${ARTICLE}?${SMALL.join("&")}`);
  await runUntil(orbitOn(page), 0.3);
  await page.reload();
  await expect(orbitOn(page).locator(".messages")).toContainText(
    /A run that was interrupted at [\d]+ % goes on\./,
  );
  await finished(orbitOn(page));
  const disturbed = await digestIn(page, orbitOn(page));
  await orbitOn(page).getByRole("button", { name: "Run again" }).click();
  await finished(orbitOn(page));
  expect(await digestIn(page, orbitOn(page))).toBe(disturbed);
});
