// A graphics device that is lost in mid-run: the run goes on from its checkpoint on WebAssembly, and says so.
import { expect, test } from "@playwright/test";
import { disturbable, finished, keepDevice, loseDevice, openFigure } from "./faults.ts";

test("a lost device costs no run", async ({ page }) => {
  await keepDevice(page);
  const figure = await openFigure(page, "webgpu");
  const worker = await disturbable(page, figure);
  await loseDevice(worker);
  await expect(figure.locator(".messages")).toContainText(
    /graphics device was lost.*went on from its last checkpoint/,
  );
  await finished(figure);
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
});
