// The front page: a press trains a network, pictures are there without a script, and the ledger's sentence is what its records say.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { LEDGER } from "../../src/claims/ledger.ts";
import { PAPERS, referenceOf } from "./papers.ts";
import { wordsOf } from "./words.ts";

/** Places on the plane, as shares of its width and height: far on either side of the line. */
const [LINEAR, CONDENSED] = [
  { x: 0.25, y: 0.3 },
  { x: 0.85, y: 0.6 },
];

async function padOn(page: Page): Promise<Locator> {
  await page.goto("");
  const pad = page.locator("training-pad");
  await expect(pad.locator(".phase-plane .state")).toBeVisible();
  await pad.locator(".phase-plane").scrollIntoViewIfNeeded();
  return pad;
}

async function moveOver(pad: Locator, { x, y }: { x: number; y: number }): Promise<void> {
  const { x: left, y: top, width, height } = (await pad.locator(".phase-plane").boundingBox()) ?? never();
  await pad.page().mouse.move(left + x * width, top + y * height);
}

function never(): never {
  throw new Error("It is not to be seen.");
}

const yourRun = (pad: Locator) => expect(pad.locator(".sentence .badge")).toHaveText("Your run");

/** Heights of the learned curve at nine places, in pixels: a picture that was drawn at build time has fewer points of it. */
function curveOf(pad: Locator): Promise<number[]> {
  return pad.locator('[data-plot="0 learned"] svg:visible path[stroke-width="2"]').evaluate((element) => {
    const path = element as SVGPathElement;
    const { x: left, width } = path.getBBox();
    const points = Array.from({ length: 1000 }, (_, k) =>
      path.getPointAtLength((k / 999) * path.getTotalLength()),
    );
    return Array.from({ length: 9 }, (_, k) => {
      const x = left + (k / 8) * width;
      return points.reduce((best, each) => (Math.abs(each.x - x) < Math.abs(best.x - x) ? each : best)).y;
    });
  });
}

/** Pixels between two curves, where they are furthest apart. */
const between = (one: readonly number[], other: readonly number[]) =>
  Math.max(...one.map((height, k) => Math.abs(height - (other[k] as number))));

test("a press trains the network there, and the link leads to the same network in the article", async ({
  page,
}) => {
  const pad = await padOn(page);
  const before = await curveOf(pad);
  await moveOver(pad, CONDENSED);
  await page.mouse.down();
  await page.mouse.up();
  await yourRun(pad);
  expect(between(await curveOf(pad), before)).toBeGreaterThan(2);
  const words = await wordsOf(pad);
  expect(words).toMatch(/^On the condensed side: the input weights have moved by [\d.]+ times/);
  await pad.getByRole("link", { name: "The same point in the article" }).click();
  const figure = page.locator("#figure-any-point");
  await expect(figure.locator(".progress-text")).toContainText("finished");
  expect((await wordsOf(figure)).replace(/^[^:]*/, "")).toBe(words.replace(/^[^:]*/, ""));
});

test("a hand that goes over the plane trains as it goes, and a listener is told where it comes to rest", async ({
  page,
}) => {
  const pad = await padOn(page);
  const sentence = pad.locator(".sentence");
  await moveOver(pad, CONDENSED);
  await page.mouse.down();
  await yourRun(pad);
  const [words, curve] = [await wordsOf(pad), await curveOf(pad)];
  await expect(sentence).toHaveAttribute("aria-busy", "true");
  await moveOver(pad, LINEAR);
  await expect(sentence).toContainText("On the linear side");
  expect(await wordsOf(pad)).not.toBe(words);
  expect(between(await curveOf(pad), curve)).toBeGreaterThan(0.5);
  await page.mouse.up();
  await expect(sentence).toHaveAttribute("aria-busy", "false");
});

test("arrow keys train, and a listener is told of a run once", async ({ page }) => {
  const pad = await padOn(page);
  const told = await pad.locator(".sentence").evaluateHandle((sentence) => {
    const words: string[] = [];
    new MutationObserver(() => words.push(sentence.textContent ?? "")).observe(sentence, { childList: true });
    return words;
  });
  await pad.getByRole("slider", { name: /How small the start is/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(pad.getByLabel(/How small the start is/).last()).toHaveValue("1.3");
  await yourRun(pad);
  await page.waitForTimeout(500);
  expect(await told.evaluate((words) => words.length)).toBe(1);
  await pad.getByRole("button", { name: "Watch it train" }).focus();
  await page.keyboard.press("Enter");
  await expect(pad.locator("canvas.moving").first()).toBeAttached();
  await expect(pad.locator("canvas.moving")).toHaveCount(0);
  await yourRun(pad);
  // The same network came to the same words.
  expect(await told.evaluate((words) => words.length)).toBe(1);
});

test("a network that cannot be trained is told of, and the picture and its point stay", async ({ page }) => {
  await page.route(/\/worker-[^/]*\.js/, (route) => route.abort());
  const pad = await padOn(page);
  const [before, point] = [await curveOf(pad), await pad.locator(".state").getAttribute("cx")];
  await moveOver(pad, LINEAR);
  await page.mouse.down();
  await page.mouse.up();
  await expect(pad.locator(".messages")).toContainText("The picture is still that of the point before.");
  expect(between(await curveOf(pad), before)).toBeLessThan(0.5);
  await expect(pad.locator(".state")).toHaveAttribute("cx", point ?? "");
  await expect(pad.locator(".sentence .badge")).toHaveText("Reference result");
});

test("the ledger's sentence is what the records say", async ({ page }) => {
  await page.goto("");
  const verdicts = LEDGER.map(({ id }) => referenceOf(id).verdict);
  const words = (await page.locator("[data-part=standing]").textContent()) ?? "";
  const numberBefore = (after: string) =>
    /none/.test(partBefore(words, after)) ? 0 : Number(partBefore(words, after));
  expect(numberBefore("claims")).toBe(LEDGER.length);
  for (const verdict of ["supported", "refuted", "inconclusive"])
    expect(numberBefore(`(?:is|are) ${verdict}`)).toBe(verdicts.filter((each) => each === verdict).length);
  for (const [stance, after] of [
    ["contradicts", "contradicts?"],
    ["beyond", "go(?:es)? beyond"],
  ])
    expect(numberBefore(after ?? "")).toBe(LEDGER.filter((claim) => claim.stance === stance).length);
});

/** The word before some others. */
function partBefore(words: string, after: string): string {
  return new RegExp(`(\\w+) ${after}`).exec(words)?.[1] ?? "";
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("every companion has a picture, all of one shape, and the pad shows the recorded network", async ({
    page,
  }) => {
    await page.goto("");
    const pictures = page.locator(".companions").getByRole("img");
    await expect(pictures).toHaveCount(PAPERS.length);
    for (const picture of await pictures.all()) {
      await expect(picture).toHaveAttribute("aria-label", /\w+ \w+ \w+/);
      const { width, height } = (await picture.boundingBox()) ?? never();
      expect(Math.abs(width - height)).toBeLessThan(1);
      expect(await picture.locator("path, rect, circle").count()).toBeGreaterThan(0);
      expect(await picture.locator("text").count()).toBe(0);
    }
    const pad = page.locator("training-pad");
    await expect(pad.locator("[data-plot] svg:visible")).toHaveCount(2);
    await expect(pad.locator(".sentence")).toContainText("Reference result");
    await expect(pad.locator(".without-script")).toBeVisible();
  });
});
