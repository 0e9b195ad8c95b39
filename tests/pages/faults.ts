// What the tests of faults share: a figure that runs long enough to be disturbed, and its worker.
import { expect, type Locator, type Page, type Worker } from "@playwright/test";

/** Wide and animated, so that checkpoints are made before it ends. */
const SETTINGS = "?any-point.gamma=1&any-point.width=4000&any-point.seed=2";

export { wordsOf } from "./words.ts";

export async function openFigure(page: Page, backend: "wasm" | "webgpu"): Promise<Locator> {
  await page.goto(`phase-diagram/${SETTINGS}&any-point.backend=${backend}`);
  const figure = page.locator("#figure-any-point");
  await expect(figure.getByRole("button", { name: "Run" })).toBeVisible();
  return figure;
}

export const finished = (figure: Locator) =>
  expect(figure.locator(".progress-text")).toContainText("finished");

/** Runs the figure until its first checkpoint must have been made, and returns the worker that runs it. */
export async function disturbable(page: Page, figure: Locator): Promise<Worker> {
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".progress-text")).toContainText(/[1-9]\d* steps/);
  await page.waitForTimeout(1200);
  await expect(figure.locator(".progress-text")).not.toContainText("finished");
  const worker = page.workers().at(-1);
  if (!worker) throw new Error("The page has no worker.");
  return worker;
}

/** Keeps the device of a page's worker at hand, to be lost there. */
export async function keepDevice(page: Page): Promise<void> {
  await page.route(/\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    const prelude = `{
      const request = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...words) { return (self.deviceOfTheTest = await request.apply(this, words)); };
    }\n`;
    await route.fulfill({ response, body: prelude + (await response.text()) });
  });
}

export const loseDevice = (worker: Worker) =>
  worker.evaluate(() => (self as unknown as { deviceOfTheTest: GPUDevice }).deviceOfTheTest.destroy());
