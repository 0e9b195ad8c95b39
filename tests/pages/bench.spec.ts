// The benchmark's page in a browser without WebGPU: what stands there without a script, a short run, its file, and its
// end before time. No speed is asserted: a busy machine has any.
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";

const SMALLEST = "4, 2, 1000";
const ENGINES_HERE = [
  ["two-layers", "wasm"],
  ["two-layers", "cpu"],
  ["tfjs", "wasm"],
  ["tfjs", "cpu"],
  ["jax-js", "wasm"],
];

const shapes = (bench: Locator) => bench.getByRole("group", { name: /Shapes/ }).getByRole("checkbox");

/** The page with one shape chosen and turns as short as they may be. */
async function benchOn(page: Page): Promise<Locator> {
  await page.goto("bench/");
  const bench = page.locator("bench-run");
  await expect(bench.getByRole("button", { name: "Run" })).toBeVisible();
  for (const box of await shapes(bench).all()) await box.uncheck();
  await bench.getByRole("checkbox", { name: SMALLEST, exact: true }).check();
  await bench.getByLabel("Seconds for one measurement").fill("0.05");
  return bench;
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what is compared and shows the measurement of one machine", async ({ page }) => {
    const record = JSON.parse(
      readFileSync(new URL("../../content/records/bench.json", import.meta.url), "utf8"),
    ) as { machine: string }[];
    await page.goto("bench/");
    await expect(page.locator("bench-run")).toContainText("allow JavaScript; or run npm run bench");
    const reference = page.locator("figure.bench");
    await expect(reference.locator("svg")).toHaveCount(5);
    await expect(reference).toContainText(record[0]?.machine ?? "no machine");
    await reference.getByText("The numbers as a table").click();
    await expect(reference.getByRole("row")).toHaveCount(record.length / 5 + 1);
  });
});

test("a reader finds the page from the foot of every other", async ({ page }) => {
  await page.goto("about/");
  await page.getByRole("contentinfo").getByRole("link", { name: "How fast it trains" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How fast it trains");
});

test("the three smallest shapes are chosen, and nothing runs with none or with a wrong number", async ({
  page,
}) => {
  await page.goto("bench/");
  const bench = page.locator("bench-run");
  await expect(shapes(bench)).toHaveCount(5);
  await expect(bench.getByRole("checkbox", { checked: true })).toHaveCount(3);
  for (const box of await shapes(bench).all()) await box.uncheck();
  await bench.getByRole("button", { name: "Run" }).click();
  await expect(bench.getByRole("status")).toHaveText("Choose at least one shape.");
  await shapes(bench).first().check();
  await expect(bench.getByRole("status")).toBeEmpty();
  const seconds = bench.getByLabel("Seconds for one measurement");
  const least = bench.getByText("Takes at least");
  const before = (await least.textContent()) ?? "";
  await seconds.fill("0,1");
  await expect(bench.getByRole("alert")).toHaveCount(0);
  await expect(least).not.toHaveText(before);
  for (const text of ["60", "0,1,2", ""]) {
    await seconds.fill(text);
    await expect(bench.getByRole("alert")).toHaveText(
      `Seconds for one measurement must be a number from 0.05 to 2; “${text}” is not.`,
    );
  }
  await bench.getByRole("button", { name: "Run" }).click();
  await expect(seconds).toBeFocused();
  await expect(bench.getByRole("button", { name: "Run" })).toBeVisible();
  await expect(bench.locator("progress")).toHaveCount(0);
});

test("a run over the smallest shape measures every engine that is here, and says why others are not", async ({
  page,
}) => {
  const bench = await benchOn(page);
  await bench.getByRole("button", { name: "Run" }).click();
  await expect(bench.getByRole("button", { name: "Run again" })).toBeVisible();

  const chart = bench.getByRole("img", { name: `Steps a second at n, d, m = ${SMALLEST}` });
  await expect(chart.locator("rect")).toHaveCount(ENGINES_HERE.length);
  const row = (name: string) => bench.getByRole("row", { name });
  await expect(row("Two Layers on WebAssembly")).toContainText(/\d ± \d/);
  await expect(row("Two Layers on WebGPU")).toContainText(
    /WebGPU (is not offered|finds no graphics adapter)/,
  );
  await expect(row("jax-js on WebGPU")).toContainText("jax-js offers only");
  await expect(bench.locator(".sentence")).toContainText("makes the most steps a second");
  await expect(bench.locator(".sentence")).toContainText("WebGPU has no graphics adapter");

  const waiting = page.waitForEvent("download");
  await bench.getByRole("button", { name: "Save the numbers" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe("two-layers-bench.json");
  const entries = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString());
  expect(entries).toEqual(
    ENGINES_HERE.map(([engine, backend]) => ({
      engine,
      backend,
      n: 4,
      d: 2,
      m: 1000,
      stepsPerSecond: expect.any(Number),
      spread: expect.any(Number),
      adapter: null,
      userAgent: expect.stringContaining("Chrome"),
      date: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })),
  );
  for (const { stepsPerSecond } of entries) expect(stepsPerSecond).toBeGreaterThan(0);
});

test("a run can be cancelled from the keyboard and begun again", async ({ page }) => {
  const bench = await benchOn(page);
  await bench.getByRole("button", { name: "Run" }).focus();
  await page.keyboard.press("Enter");
  await expect(bench.locator(".progress-text")).toContainText("Two Layers on WebAssembly, warming up");
  await page.keyboard.press("Enter");
  await expect(bench.getByRole("status")).toHaveText("Cancelled. Nothing was measured.");
  await bench.getByRole("button", { name: "Run again" }).click();
  await expect(bench.locator(".progress-text")).toContainText("shape 1 of 1");
});

test("an engine that cannot be loaded says so in its row, and the others go on", async ({ page }) => {
  await page.route(/\/jax-[^/]*\.js/, (route) => route.abort());
  const bench = await benchOn(page);
  await bench.getByRole("button", { name: "Run" }).click();
  await expect(bench.getByRole("button", { name: "Run again" })).toBeVisible();
  await expect(bench.getByRole("row", { name: "jax-js on WebAssembly" })).toContainText(
    "could not be loaded",
  );
  await expect(bench.getByRole("row", { name: "TensorFlow.js on WebAssembly" })).toContainText(/\d ± \d/);
});

test("a page whose measuring part cannot be loaded says so", async ({ page }) => {
  await page.route(/\/conductor-[^/]*\.js/, (route) => route.abort());
  const bench = await benchOn(page);
  await bench.getByRole("button", { name: "Run" }).click();
  await expect(bench.getByRole("status")).toContainText("The comparison came to a halt");
});
