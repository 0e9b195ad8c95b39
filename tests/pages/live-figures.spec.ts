// Live figures in a browser without WebGPU: everything that a reader can do.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { computingOn } from "./pageSettings.ts";
import { referenceWordsOf, wordsOf } from "./words.ts";

const ARTICLE = "phase-diagram/";

async function figureOn(page: Page, id: string, search = ""): Promise<Locator> {
  await page.goto(`${ARTICLE}${search}`);
  const figure = page.locator(`#figure-${id}`);
  await expect(figure.getByRole("button", { name: "Run" })).toBeVisible();
  return figure;
}

const stepsOf = async (figure: Locator) =>
  Number(
    /([\d,]+) steps/
      .exec((await figure.locator(".progress-text").textContent()) ?? "")?.[1]
      ?.replaceAll(",", "") ?? 0,
  );
const finished = (figure: Locator) => expect(figure.locator(".progress-text")).toContainText("finished");

test("Run trains the three regimes in the page, and the result is that of the reference record", async ({
  page,
}) => {
  const figure = await figureOn(page, "three-regimes");
  const reference = await referenceWordsOf(figure);
  await expect(figure.locator(".sentence")).toContainText("The start");
  await expect(figure.locator(".sentence .at-end")).toBeHidden();
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(figure);
  const words = figure.locator(".sentence");
  await expect(words).toContainText("Your run");
  expect(await wordsOf(figure)).toBe(reference);
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
  await expect(figure.getByRole("button", { name: "Run again" })).toBeEnabled();
});

test("a figure that begins at its start shows a plot of it, also where plots are wide", async ({ page }) => {
  await page.goto("time-scales/");
  const plots = page.locator("#figure-staircase .plot");
  await expect(plots).toHaveCount(3);
  for (const plot of await plots.all()) {
    await expect(plot.locator("svg.at-start:visible")).toHaveCount(1);
    await expect(plot.locator("svg.at-end:visible")).toHaveCount(0);
  }
});

test("what draws a figure is loaded as the pointer comes near it, before anything is set", async ({
  page,
}) => {
  const figure = await figureOn(page, "map");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const isAsked = () => asked.some((path) => /\/map\.[^/]+\.json$/.test(path));
  await page.locator("h1").hover();
  expect(isAsked()).toBe(false);
  await figure.locator(".figure-title").hover();
  await expect.poll(isAsked).toBe(true);
});

test("without an adapter the figure says that WebGPU is missing and runs on WebAssembly", async ({
  page,
}) => {
  const figure = await figureOn(page, "any-point");
  await computingOn(figure.page(), "webgpu");
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(figure);
  await expect(figure.locator(".device")).toContainText(/Runs on WebAssembly[\s\S]*WebGPU/);
});

/** Waits for the first step; looks often, for a run may be over in a second. */
async function begun(figure: Locator): Promise<void> {
  await expect.poll(() => stepsOf(figure), { intervals: [50] }).toBeGreaterThan(0);
}

test("Pause holds the run, Step makes one more measurement, Resume ends in the same numbers as an undisturbed run", async ({
  page,
}) => {
  const figure = await figureOn(page, "any-point");
  const reference = await wordsOf(figure);
  await figure.getByRole("button", { name: "Run" }).click();
  await begun(figure);
  await figure.getByRole("button", { name: "Pause" }).click();
  await expect(figure.locator(".progress-text")).toContainText("paused");
  // A measurement that was being made when the run was paused is still shown.
  const seen = [Number.NaN];
  const isStill = async () => seen.push(await stepsOf(figure)) && seen.at(-1) === seen.at(-2);
  await expect.poll(isStill, { intervals: [800] }).toBe(true);
  const held = await stepsOf(figure);
  await figure.getByRole("button", { name: "Step" }).click();
  await expect.poll(() => stepsOf(figure)).toBe(held + 20);
  await figure.getByRole("button", { name: "Resume" }).click();
  await finished(figure);
  expect(await wordsOf(figure)).toBe(reference);
});

test("Step begins a run that stands still after its first measurement", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  await figure.getByRole("button", { name: "Step" }).click();
  await expect.poll(() => stepsOf(figure)).toBe(20);
  await page.waitForTimeout(400);
  expect(await stepsOf(figure)).toBe(20);
});

test("Reset aborts a run and brings the reference result back; the next run works", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  await figure.getByRole("button", { name: "Run" }).click();
  await begun(figure);
  await figure.getByRole("button", { name: "Reset" }).click();
  await expect(figure.locator(".progress-text")).toHaveText("Nothing is running.");
  await expect(figure.locator(".sentence")).toContainText("Reference result");
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(figure);
});

test("two figures run at the same time", async ({ page }) => {
  const first = await figureOn(page, "three-regimes");
  const second = page.locator("#figure-any-point");
  await first.getByRole("button", { name: "Run" }).click();
  await second.getByRole("button", { name: "Run" }).click();
  await finished(second);
  await finished(first);
});

test("all of it works by keyboard", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  await figure.getByRole("slider", { name: /Output scaling/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(figure.getByLabel("Output scaling γ", { exact: true })).toHaveValue("1.3");
  await finished(figure);
  await expect(page).toHaveURL(/any-point\.gamma=1\.3/);
  await figure.getByRole("button", { name: "Take back" }).focus();
  await page.keyboard.press("Enter");
  await expect(figure.locator(".sentence")).toContainText("Reference result");
  await figure.getByRole("button", { name: "Run" }).focus();
  await page.keyboard.press("Enter");
  await finished(figure);
  const plot = figure.locator("[data-plot]").first();
  await plot.focus();
  // What tells the values is loaded when the plot is reached.
  await expect(async () => {
    await page.keyboard.press("ArrowRight");
    await expect(figure.locator(".readout").first()).toContainText(/\d/, { timeout: 1000 });
  }).toPass();
});

test.describe("what is picked", () => {
  test("runs by itself, and the result of earlier settings comes back at once", async ({ page }) => {
    const figure = await figureOn(page, "any-point");
    const gamma = figure.getByLabel("Output scaling γ", { exact: true });
    await gamma.fill("0,7");
    await gamma.blur();
    await finished(figure);
    const first = await wordsOf(figure);
    await gamma.fill("1.7");
    await gamma.blur();
    await expect(figure.locator(".sentence")).not.toContainText(first);
    await finished(figure);
    await figure.getByRole("button", { name: "Take back" }).click();
    await expect(gamma).toHaveValue("0.7");
    await finished(figure);
    expect(await wordsOf(figure)).toBe(first);
    await figure.getByRole("button", { name: "Take back" }).click();
    await expect(figure.locator(".sentence")).toContainText("Reference result");
    await expect(figure.getByRole("button", { name: "Take back" })).toHaveCount(0);
  });

  test("shows where a long run begins, before it is trained, and waits for Run", async ({ page }) => {
    const figure = await figureOn(page, "any-point");
    const width = figure.getByLabel("Neurons in a half m");
    await width.fill("500,000");
    await width.blur();
    await expect(figure.locator(".progress-text")).toContainText(
      /This is where the run begins\. A run takes about/,
    );
    await expect(figure.locator(".sentence")).toContainText("Your start");
    await expect(figure.locator("[data-plot] > svg:visible")).toHaveCount(2);
    await expect(figure.getByRole("button", { name: "Run" })).toBeEnabled();
  });

  test("on the plane follows a hand that moves, and is trained when it lets go", async ({ page }) => {
    const figure = await figureOn(page, "any-point");
    const plane = figure.locator(".phase-plane");
    await plane.scrollIntoViewIfNeeded();
    const box = await plane.boundingBox();
    const at = (x: number, y: number) => [box!.x + box!.width * x, box!.y + box!.height * y] as const;
    const before = await figure.locator('[data-plot="0 learned"]').innerHTML();
    await page.mouse.move(...at(0.3, 0.3));
    await page.mouse.down();
    await page.mouse.move(...at(0.35, 0.3));
    // Something new is drawn while the hand is still there.
    await expect.poll(() => figure.locator('[data-plot="0 learned"]').innerHTML()).not.toBe(before);
    await page.mouse.up();
    await finished(figure);
    await expect(figure.locator(".sentence")).toContainText("Your run");
  });
});

test("a click on the plane picks the point there", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  const plane = figure.locator(".phase-plane");
  const box = await plane.boundingBox();
  await plane.click({ position: { x: box!.width * 0.3, y: box!.height * 0.25 } });
  const gamma = Number(await figure.getByLabel("Output scaling γ", { exact: true }).inputValue());
  const gammaPrime = Number(await figure.getByLabel("Imbalance γ′", { exact: true }).inputValue());
  expect(gamma).toBeLessThan(1);
  expect(gammaPrime).toBeGreaterThan(0.2);
});

test.describe("a link", () => {
  test("brings its settings, and is what Run and Copy link put into the address", async ({ page }) => {
    const figure = await figureOn(
      page,
      "any-point",
      "?any-point.gamma=0.8&any-point.width=100&any-point.seed=5#figure-any-point",
    );
    await expect(figure.getByLabel("Seed")).toHaveValue("5");
    await expect(figure.getByLabel("Output scaling γ", { exact: true })).toHaveValue("0.8");
    // It arrives with its result.
    await finished(figure);
    await expect(page).toHaveURL(/any-point\.gamma=0\.8&any-point\.width=100&any-point\.seed=5/);
  });

  test("that was edited by hand is refused in a sentence at its figure, and the others stay as they are", async ({
    page,
  }) => {
    const figure = await figureOn(
      page,
      "any-point",
      "?any-point.gamma=99&any-point.width=<img src=x onerror=alert(1)>&any-point.colour=red",
    );
    const notes = figure.locator(".messages .note");
    await expect(notes).toHaveCount(3);
    await expect(notes.nth(0)).toContainText(
      "must be a number from 0.3 to 2; “99” is not. The first setting is used instead.",
    );
    await expect(notes.nth(1)).toContainText("must be a whole number from 10 to 1,000,000");
    await expect(notes.nth(2)).toContainText("no setting “colour”");
    await expect(page.locator("#figure-three-regimes .messages .note")).toHaveCount(0);
    await figure.getByRole("button", { name: "Run" }).click();
    await finished(figure);
  });
});

test("a number out of range is refused at its field, and Run waits for a better one", async ({ page }) => {
  const figure = await figureOn(page, "any-point");
  const width = figure.getByLabel("Neurons in a half m");
  for (const [text, sentence] of [
    ["0", "“0” is not"],
    ["12.5", "“12.5” is not"],
    ["", "whole number from 10 to 1,000,000"],
  ] as const) {
    await width.fill(text);
    await width.blur();
    await expect(figure.getByRole("alert")).toContainText(sentence);
    await expect(figure.getByRole("button", { name: "Run" })).toBeDisabled();
  }
  await width.fill("100");
  await width.blur();
  await expect(figure.getByRole("alert")).toHaveCount(0);
  await finished(figure);
});

test("without WebAssembly SIMD the figure runs in plain JavaScript and says why", async ({ page }) => {
  await page.route(/\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `WebAssembly.validate = () => false;\n${await response.text()}` });
  });
  const figure = await figureOn(page, "any-point", "?any-point.width=100");
  await finished(figure);
  await expect(figure.locator(".device")).toContainText(/Runs on plain JavaScript[\s\S]*has no 128-bit SIMD/);
});

test("a worker that does not load is told in a sentence where it was needed; the article stays", async ({
  page,
}) => {
  await page.route(/\/worker-[^/]*\.js/, (route) => route.abort());
  const figure = await figureOn(page, "any-point");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".messages")).toContainText(
    "could not be loaded. Check your connection and reload the page.",
  );
  await expect(figure.getByRole("button", { name: "Run" })).toBeEnabled();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.unroute(/\/worker-[^/]*\.js/);
  await figure.getByRole("button", { name: "Run" }).click();
  await finished(figure);
});

test("a figure can be taken away as CSV, JSON, SVG and PNG, under a name that says what it is", async ({
  page,
}) => {
  const figure = await figureOn(page, "relative-distance");
  await figure.getByText("link and files").click();
  for (const kind of ["CSV", "JSON", "SVG", "PNG"]) {
    const waiting = page.waitForEvent("download");
    await figure.getByRole("button", { name: `Save this figure as ${kind}` }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`two-layers-relative-distance-seed-1.${kind.toLowerCase()}`);
    const bytes = await (await download.createReadStream()).toArray();
    const content = Buffer.concat(bytes);
    if (kind === "CSV")
      expect(content.toString()).toMatch(/^case,name,index,value\n"γ = 0.5",relativeDistance,,0\.00/);
    if (kind === "JSON") {
      const { cases, link, settings } = JSON.parse(content.toString());
      expect(cases).toHaveLength(3);
      expect(settings).toEqual({ parameters: {}, seed: 1, backend: "auto" });
      expect(link).toMatch(/phase-diagram\/#figure-relative-distance$/);
    }
    if (kind === "SVG") expect(content.toString()).toMatch(/^<svg /);
    if (kind === "PNG") expect(content.subarray(1, 4).toString()).toBe("PNG");
  }
});

test("relative distance: a run over small widths gives its own slopes", async ({ page }) => {
  const figure = await figureOn(page, "relative-distance");
  const widths = figure.getByLabel("Widths m");
  await widths.fill("100, 200, 400");
  await widths.blur();
  await finished(figure);
  await expect(figure.locator(".sentence")).toContainText(
    "γ = 0.5: the distance shrinks as the network gets wider, with a slope of −0.",
  );
});

test.describe("at the width of a telephone, with reduced motion", () => {
  test.use({ viewport: { width: 390, height: 844 }, contextOptions: { reducedMotion: "reduce" } });

  test("a figure runs without animation and nothing is wider than the screen", async ({ page }) => {
    const figure = await figureOn(page, "three-regimes");
    await expect(page.locator("page-settings").getByLabel("Slow enough to watch")).not.toBeChecked();
    await figure.getByRole("button", { name: "Run" }).click();
    await finished(figure);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test("the first button keeps the focus, whatever it says while a figure starts, runs and ends", async ({
  page,
}) => {
  await page.goto("condensation/");
  const figure = page.locator("#figure-layer");
  const button = figure.locator(".figure-bar button.primary");
  await expect(button).toHaveText("Run");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveText("Pause");
  await expect(button).toBeFocused();
  await page.keyboard.press("Space");
  await expect(button).toHaveText("Resume");
  await expect(button).toBeFocused();
  await page.keyboard.press("Space");
  await expect(button).toHaveText("Run again", { timeout: 60_000 });
  await expect(button).toBeFocused();
});
