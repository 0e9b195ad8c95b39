// The project `plain` has navigator.gpu and no adapter behind it: what the pages must fall back from.
import { expect, test } from "@playwright/test";

test("there is no WebGPU adapter", async ({ page }) => {
  await page.goto("");
  const adapter = await page.evaluate(async () => (await navigator.gpu.requestAdapter()) !== null);
  expect(adapter).toBe(false);
});
