// SwiftShader that passes for hardware, under another name.
import type { Page } from "@playwright/test";

export const DISGUISE = "a card of this test";

/** From now on the adapter of this page does not look like software; returns its name. */
export async function disguise(page: Page): Promise<string> {
  await page.addInitScript((name) => {
    const info = { vendor: name, architecture: "", description: "", isFallbackAdapter: false };
    Object.defineProperty(GPUAdapter.prototype, "info", { get: () => info });
  }, DISGUISE);
  return DISGUISE;
}
