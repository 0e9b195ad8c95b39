// A page that is reloaded while WebGPU computes: the run goes on there. SwiftShader is slow, hence the patience.
import { expect, test } from "@playwright/test";
import { finished, runUntil, shareOf } from "./interruptions.ts";

test("a run on WebGPU survives a reload", async ({ page }) => {
  await page.goto("phase-diagram/?any-point.gamma=1&any-point.width=200&any-point.backend=webgpu");
  const figure = page.locator("#figure-any-point");
  await runUntil(figure, 0.3, true);
  await expect(figure.locator(".progress-text")).not.toContainText("finished");
  await page.reload();
  await expect(figure.locator(".messages")).toContainText(/interrupted at \d+ % goes on\./);
  await expect.poll(() => shareOf(figure), { intervals: [20] }).toBeGreaterThan(0.25);
  await finished(figure);
  await expect(figure.locator(".device")).toContainText("Runs on WebGPU");
});
