// The map of the phase diagram in a browser without WebGPU: it stands there without a script, fills in point by point,
// survives a reload to the last bit, and can be gone through by pointer and by keyboard.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { ARTICLE, barOf, digestIn, finished, runUntil, shareOf } from "./interruptions.ts";

const mapOn = (page: Page) => page.locator("#figure-map");
const SMALL = `${ARTICLE}?map.spacing=0.2&map.widths=50,200&map.backend=wasm`;
/** Some seconds on two cores. */
const MIDDLING = `${ARTICLE}?map.spacing=0.2&map.widths=100,400,1600&map.backend=wasm`;

const explore = async (page: Page) => {
  await mapOn(page).getByRole("button", { name: "Go through the points" }).click();
  await expect(mapOn(page).getByRole("grid")).toBeVisible();
};
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the reference map is a picture, a sentence and a table of all its points", async ({ page }) => {
    await page.goto(ARTICLE);
    const map = mapOn(page);
    await expect(map.locator("[data-plot] > svg:visible")).toHaveCount(2);
    await expect(map.locator('[data-plot="0 map"] > svg:visible rect[fill*="color-mix"]')).toHaveCount(81);
    await expect(map.locator(".sentence")).toContainText(
      "At every point farther than 0.15 from the boundary",
    );
    await map.getByText("The numbers as a table").click();
    await expect(map.getByRole("row")).toHaveCount(82);
  });
});

test("a small map fills in, and what it says is of its own points", async ({ page }) => {
  await page.goto(SMALL);
  const map = mapOn(page);
  await expect(map.locator('[data-plot="0 map"] > svg:visible rect[fill*="color-mix"]')).toHaveCount(0);
  await map.getByRole("button", { name: "Run" }).click();
  await finished(map);
  await expect(barOf(map)).toContainText("50 of 50 networks");
  await expect(map.locator('[data-plot="0 map"] > svg:visible rect[fill*="color-mix"]')).toHaveCount(25);
  await expect(map.locator(".sentence")).toContainText("Your run");
  await expect(map.locator(".sentence")).toContainText("farther than 0.15 from the boundary");
  await expect(map.getByText("The numbers as a table")).toBeVisible();
});

test("a map whose page is reloaded goes on by itself and ends in the same bits", async ({ page }) => {
  await page.goto(MIDDLING);
  await runUntil(mapOn(page), 0.3);
  await page.reload();
  await expect(mapOn(page).locator(".messages")).toContainText(
    /A run that was interrupted at \d+ % goes on\./,
  );
  await expect.poll(() => shareOf(mapOn(page)), { intervals: [20] }).toBeGreaterThan(0.2);
  await finished(mapOn(page));
  const disturbed = await digestIn(page, mapOn(page));
  await mapOn(page).getByRole("button", { name: "Run again" }).click();
  await finished(mapOn(page));
  expect(await digestIn(page, mapOn(page))).toBe(disturbed);
});

test("its points can be gone through with the keyboard, from edge to edge", async ({ page }) => {
  await page.goto(ARTICLE);
  await explore(page);
  await expect.poll(() => focused(page)).toMatch(/^γ 0\.6, γ′ −0\.4: S_w −0\.4/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => focused(page)).toMatch(/^γ 0\.7, γ′ −0\.3: S_w /);
  await expect(mapOn(page).locator("phase-map")).toContainText("At γ = 0.7, γ′ = −0.3, in the linear regime");
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageUp");
  await expect.poll(() => focused(page)).toMatch(/^γ 1\.4, γ′ 0\.4: /);
  await expect(mapOn(page).getByRole("gridcell", { selected: true })).toHaveCount(1);
  await expect(mapOn(page).locator('[role="gridcell"][tabindex="0"]')).toHaveCount(1);
});

test("a click on the picture shows the point beneath it, with its line and numbers, before anything else was asked for", async ({
  page,
}) => {
  await page.goto(ARTICLE);
  await expect(mapOn(page).getByRole("button", { name: "Go through the points" })).toBeVisible();
  const picture = mapOn(page).locator('[data-part="points"]');
  const { width, height } = (await picture.boundingBox()) as { width: number; height: number };
  // The lower left corner of the plot: γ = 0.6, γ′ = −0.4.
  await picture.click({ position: { x: width * 0.15, y: height * 0.87 } });
  const point = mapOn(page).locator("phase-map");
  await expect(point).toContainText("At γ = 0.6, γ′ = −0.4, in the linear regime");
  await expect(point.locator("[data-picture] svg")).toHaveAttribute(
    "aria-label",
    /Relative distances against the width/,
  );
  await expect(point.getByRole("row").filter({ hasText: "formula" })).toContainText("−0.4");
  // What float32 does not resolve is said to be so.
  await expect(point.getByRole("row").filter({ hasText: "exponent S" })).toContainText("not resolved");
});

for (const width of [820, 1440])
  test(`the cells that take a click lie over those that are drawn, on a screen of ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("quenching-activation/");
    const plane = page.locator("#figure-plane");
    await plane.getByRole("button", { name: "Go through the points" }).click();
    await expect(plane.getByRole("grid").first()).toBeVisible();
    const picture = plane.locator('[data-plot="0 map"] > svg:visible');
    const places = plane.locator('[data-part="points"]').first();
    const boxes = (of: Locator) =>
      of.evaluateAll((all) =>
        all
          .map((each) => each.getBoundingClientRect())
          .map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2, width })),
      );
    const columns = await places.getByRole("row").first().getByRole("gridcell").count();
    for (let column = 0; column < columns; column++) {
      const drawn = await boxes(picture.locator('rect[fill*="color-mix"]'));
      const { x, y } = drawn[column] as (typeof drawn)[number];
      await page.mouse.click(x, y);
      const chosen = places.locator('[aria-selected="true"]');
      await expect(chosen).toHaveAttribute("data-point", String(column));
      const [cell] = await boxes(chosen);
      const [now] = (await boxes(picture.locator('rect[fill*="color-mix"]'))).slice(column);
      for (const side of ["x", "y", "width"] as const)
        expect(Math.abs((cell?.[side] ?? 0) - (now?.[side] ?? 1000)), `${side} of ${column}`).toBeLessThan(2);
    }
  });

test("a point can be run alone, and comes to the numbers of the map", async ({ page }) => {
  await page.goto(SMALL);
  await mapOn(page).getByRole("button", { name: "Run" }).click();
  await finished(mapOn(page));
  await explore(page);
  await page.keyboard.press("ArrowUp");
  await mapOn(page).getByRole("button", { name: "Run this point alone" }).click();
  await expect(mapOn(page).locator("phase-map")).toContainText("the numbers are those of the map");
});

test("another exponent is another picture with other labels, without another run", async ({ page }) => {
  await page.goto(ARTICLE);
  await explore(page);
  const colours = () =>
    mapOn(page)
      .locator('[data-plot="0 map"] > svg:visible rect[fill*="color-mix"]')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("fill")).join());
  const inputs = await colours();
  for (const [lens, symbol] of [
    ["output weights, S_a", "S_a not resolved"],
    ["all weights, S_θ", "S_θ −0.4"],
    ["S_w against the formula", "|S_w − formula| 0.0"],
  ] as const) {
    await mapOn(page).getByLabel("Colours show").selectOption(lens);
    await expect(
      mapOn(page).getByRole("gridcell").and(mapOn(page).locator('[data-point="0"]')),
    ).toHaveAttribute("aria-label", new RegExp(`^γ 0\\.6, γ′ −0\\.4: ${symbol.replace(/[|]/g, "\\$&")}`));
    expect(await colours()).not.toBe(inputs);
  }
  await expect(barOf(mapOn(page))).toContainText("Nothing is running. A run takes about");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the points have no accessibility violations in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(ARTICLE);
    await explore(page);
    expect(await violationsOn(page, { within: "#figure-map" })).toEqual([]);
  });
}
