// A document that is read from right to left: planes, sliders and maps still have their least values on the left.
import { expect, type Locator, type Page, test } from "@playwright/test";

const ARTICLE = "phase-diagram/";

async function figureOn(page: Page, id: string): Promise<Locator> {
  await page.goto(ARTICLE);
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  const figure = page.locator(`#figure-${id}`);
  await expect(figure.getByRole("button", { name: "Run" })).toBeVisible();
  return figure;
}

const gammaOf = (figure: Locator) => figure.getByLabel("Output scaling γ", { exact: true });

/** Clicks within an element, at shares of its width and height. */
async function clickIn(element: Locator, across: number, down: number): Promise<void> {
  const { width, height } = (await element.boundingBox()) as { width: number; height: number };
  await element.click({ position: { x: width * across, y: height * down } });
}

test("a click on the left of the plane picks a small γ, and its point is drawn beneath the click", async ({
  page,
}) => {
  const figure = await figureOn(page, "any-point");
  const plane = figure.locator(".phase-plane");
  await clickIn(plane, 0.3, 0.25);
  await expect.poll(async () => Number(await gammaOf(figure).inputValue())).toBeLessThan(1);
  const [frame, point] = [await plane.boundingBox(), await plane.locator("circle.state").boundingBox()];
  const middle = point!.x + point!.width / 2 - frame!.x;
  expect(Math.abs(middle - 0.3 * frame!.width)).toBeLessThan(6);
});

test("a slider has its least value on the left, and ArrowRight makes it larger", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  const slider = figure.getByRole("slider", { name: /Output scaling/ });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(gammaOf(figure)).toHaveValue("1.3");
  await clickIn(slider, 0.1, 0.5);
  await expect.poll(async () => Number(await gammaOf(figure).inputValue())).toBeLessThan(0.7);
});

test("the slider that goes back through a run has its beginning on the left", async ({ page }) => {
  await page.goto("condensation/");
  await page.evaluate(() => {
    document.documentElement.dir = "rtl";
  });
  const slider = page.getByRole("slider", { name: "Go back through the run" }).first();
  await expect(slider).toBeVisible();
  await expect(slider).toHaveCSS("direction", "ltr");
});

test("a point of the point plane goes where it is dragged", async ({ page }) => {
  const figure = await figureOn(page, "own-data");
  const field = figure.locator("textarea[id$=-points]");
  const first = figure.locator(".point-plane circle").first();
  const numbers = async () => (await field.inputValue()).split(",").map(Number);
  const [before] = await numbers();
  await first.scrollIntoViewIfNeeded();
  const box = (await first.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 12, y);
  await page.mouse.up();
  await expect.poll(async () => (await numbers())[0]).toBeGreaterThan(before as number);
});

test("a click on the map opens the point that is drawn there", async ({ page }) => {
  const map = await figureOn(page, "map");
  await expect(map.getByRole("button", { name: "Go through the points" })).toBeVisible();
  const picture = map.locator('[data-part="points"]');
  await clickIn(picture, 0.15, 0.87);
  const point = map.locator("phase-map");
  await expect(point).toContainText("At γ = 0.6, γ′ = −0.4, in the linear regime");
  // The second column from the left.
  const cell = map.getByRole("gridcell", { name: /^γ 0\.7, γ′ 0:/ });
  const [frame, place] = [(await picture.boundingBox())!, (await cell.boundingBox())!];
  expect(place.x + place.width / 2 - frame.x).toBeLessThan(frame.width / 2);
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await expect(point).toContainText("At γ = 0.7, γ′ = 0,");
});
