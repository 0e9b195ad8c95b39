// A telephone and a finger: what scrolls the page sets nothing, a tap picks, and what is dragged moves.
import { type CDPSession, expect, type Locator, type Page, test } from "@playwright/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const ARTICLE = "phase-diagram/";
type Place = readonly [x: number, y: number];

async function figureOn(page: Page, id: string): Promise<Locator> {
  await page.goto(ARTICLE);
  const figure = page.locator(`#figure-${id}`);
  await expect(figure.getByRole("button", { name: "Run" })).toBeVisible();
  return figure;
}

const touch = (session: CDPSession, type: "touchStart" | "touchMove" | "touchEnd", place?: Place) =>
  session.send("Input.dispatchTouchEvent", {
    type,
    touchPoints: place ? [{ x: place[0], y: place[1] }] : [],
  });

/** One finger: down, along a line, up. */
async function drag(page: Page, from: Place, to: Place, moves = 12): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await touch(session, "touchStart", from);
  for (let k = 1; k <= moves; k++) {
    const at = (one: number, other: number) => one + ((other - one) * k) / moves;
    await touch(session, "touchMove", [at(from[0], to[0]), at(from[1], to[1])]);
    await page.waitForTimeout(16);
  }
  await touch(session, "touchEnd");
  await session.detach();
}

/** A place within an element, at shares of its width and height, with the element in the middle of the screen. */
async function placeIn(element: Locator, across: number, down: number): Promise<Place> {
  await element.evaluate((each) => each.scrollIntoView({ block: "center", behavior: "instant" }));
  const box = (await element.boundingBox())!;
  return [box.x + box.width * across, box.y + box.height * down];
}

/** Swipes upwards from a place, by which the page must have scrolled. */
async function swipe(page: Page, [x, y]: Place): Promise<void> {
  const before = await page.evaluate(() => scrollY);
  await drag(page, [x, y], [x + 6, y - 260]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before + 100);
  // What a late event might still set.
  await page.waitForTimeout(300);
}

const gammaOf = (figure: Locator) => figure.getByLabel("Output scaling γ", { exact: true });
const untouched = async (page: Page, figure: Locator) => {
  await expect(figure.locator(".progress-text").first()).toHaveText(/Nothing is running/);
  await expect(figure.getByRole("button", { name: "Reset" })).toBeDisabled();
  await expect(figure.getByRole("button", { name: "Take back" })).toHaveCount(0);
  expect(page.url()).not.toContain("?");
};

test.describe("a swipe over", () => {
  test("a slider scrolls the page and sets nothing", async ({ page }) => {
    const figure = await figureOn(page, "any-point");
    await figure.getByText("link and files").click();
    const slider = figure.getByRole("slider", { name: /Output scaling/ });
    await swipe(page, await placeIn(slider, 0.2, 0.5));
    await expect(gammaOf(figure)).toHaveValue("1.25");
    await expect(slider).toHaveValue("1.25");
    await untouched(page, figure);
  });

  test("the phase plane scrolls the page and picks nothing", async ({ page }) => {
    const figure = await figureOn(page, "any-point");
    await swipe(page, await placeIn(figure.locator(".phase-plane"), 0.3, 0.5));
    await expect(gammaOf(figure)).toHaveValue("1.25");
    await untouched(page, figure);
  });

  test("the point plane, beside its points, scrolls the page and moves none", async ({ page }) => {
    const figure = await figureOn(page, "own-data");
    const plane = figure.locator(".point-plane");
    const field = figure.locator("textarea[id$=-points]");
    const before = await field.inputValue();
    await swipe(page, await placeIn(plane, 0.5, 0.9));
    expect(await field.inputValue()).toBe(before);
    await untouched(page, figure);
  });
});

test("a swipe that begins on a slider leaves a run as it is", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  await figure.getByText("link and files").click();
  await figure.getByRole("button", { name: "Step" }).click();
  await expect(figure.locator(".progress-text")).toContainText(/20 steps · paused/);
  await swipe(page, await placeIn(figure.getByRole("slider", { name: /Imbalance/ }), 0.8, 0.5));
  await expect(figure.locator(".progress-text")).toContainText(/20 steps · paused/);
  await expect(figure.getByLabel("Imbalance γ′", { exact: true })).toHaveValue("0");
});

test("a finger that moves a slider sideways sets it", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  await figure.getByText("link and files").click();
  const slider = figure.getByRole("slider", { name: /Output scaling/ });
  const from = await placeIn(slider, 0.5, 0.5);
  await drag(page, from, [from[0] - 50, from[1]]);
  await expect.poll(async () => Number(await gammaOf(figure).inputValue())).toBeLessThan(0.8);
  await expect(figure.getByRole("button", { name: "Take back" })).toBeVisible();
});

test("a tap on the phase plane picks the point there", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  const plane = figure.locator(".phase-plane");
  const place = await placeIn(plane, 0.3, 0.25);
  await page.touchscreen.tap(...place);
  await expect.poll(async () => Number(await gammaOf(figure).inputValue())).toBeLessThan(1);
  expect(Number(await figure.getByLabel("Imbalance γ′", { exact: true }).inputValue())).toBeGreaterThan(0.2);
});

test("a finger that moves sideways on the phase plane is followed to where it is lifted", async ({
  page,
}) => {
  const figure = await figureOn(page, "any-point");
  const plane = figure.locator(".phase-plane");
  const from = await placeIn(plane, 0.8, 0.5);
  const { width, y } = (await plane.boundingBox())!;
  await drag(page, from, [from[0] - width * 0.5, from[1]]);
  await expect.poll(async () => Number(await gammaOf(figure).inputValue())).toBeLessThan(1);
  expect(Math.abs((await plane.boundingBox())!.y - y)).toBeLessThan(2);
});

test("a finger drags a point of the point plane, sideways and down", async ({ page }) => {
  const figure = await figureOn(page, "own-data");
  const field = figure.locator("textarea[id$=-points]");
  const numbers = async () => (await field.inputValue()).split(/[,\n]/).map(Number);
  const before = await numbers();
  const plane = figure.locator(".point-plane");
  const from = await placeIn(plane.locator("circle").first(), 0.5, 0.5);
  const { y } = (await plane.boundingBox())!;
  await drag(page, from, [from[0] + 8, from[1] - 40]);
  await expect.poll(async () => (await numbers())[1]).toBeGreaterThan(before[1] as number);
  expect((await numbers())[0]).toBeGreaterThan(before[0] as number);
  // What has been added above it is made up for.
  expect(Math.abs((await plane.boundingBox())!.y - y)).toBeLessThan(2);
});

test("cases that are swiped through say which of how many each is, and the keyboard reaches them, too", async ({
  page,
}) => {
  const figure = await figureOn(page, "three-regimes");
  const turns = figure.locator(".turn:visible");
  await expect(turns).toHaveText(["1 of 3 →", "2 of 3 →", "3 of 3"]);
  await turns.first().scrollIntoViewIfNeeded();
  await expect(turns.first()).toBeInViewport({ ratio: 1 });
  await expect(turns.last()).not.toBeInViewport();
  await figure.locator(".cell:last-child [data-plot]").first().focus();
  await expect(turns.last()).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1200, height: 844 });
  await expect(turns).toHaveCount(0);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  for (const path of [ARTICLE, "embed/phase-diagram/three-regimes/"])
    test(`the keyboard moves a row of plots of /${path}`, async ({ page }) => {
      await page.goto(path);
      const figure = page.locator("#figure-three-regimes");
      const last = figure.locator(".turn:visible").last();
      await last.scrollIntoViewIfNeeded();
      const plots = figure.locator("[data-plot]");
      await plots.first().focus();
      await expect(last).not.toBeInViewport();
      for (let k = 1; k < (await plots.count()); k++) await page.keyboard.press("Tab");
      await expect(last).toBeInViewport({ ratio: 1 });
    });
});
