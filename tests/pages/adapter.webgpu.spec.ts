// The project `webgpu` has an adapter, in software.
import { expect, test } from "@playwright/test";

test("there is a WebGPU adapter", async ({ page }) => {
  await page.goto("");
  const adapter = await page.evaluate(async () => (await navigator.gpu.requestAdapter()) !== null);
  expect(adapter).toBe(true);
});
