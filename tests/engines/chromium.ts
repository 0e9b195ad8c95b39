// Chromium, through Playwright: V8, as in Node, but another build of it and in a page.
import { chromium as playwright } from "@playwright/test";
import { findChromium } from "../../src/cli/bootstrap/chromium.mjs";
import { chromiumFlags } from "../chromium.ts";
import type { Browser, OpenPage } from "./browser.ts";
import { atMost, START_MS, within } from "./patience.ts";

export const chromium: Browser = {
  name: "Chromium",
  find: async () => {
    try {
      const path = await within(180_000, "Looking for Chromium", findChromium());
      return { path, open: () => open(path) };
    } catch (error) {
      return { why: (error as Error).message };
    }
  },
};

async function open(executablePath: string): Promise<OpenPage> {
  const browser = await playwright.launch({ executablePath, args: chromiumFlags, timeout: atMost(START_MS) });
  const close = () => within(10_000, "Closing Chromium", browser.close()).catch(() => {});
  try {
    const page = await within(START_MS, "Opening a page", browser.newPage());
    return {
      version: `Chromium ${browser.version()}`,
      goto: async (address) => {
        await page.goto(address, { timeout: atMost(START_MS) });
      },
      evaluate: (expression) => page.evaluate(expression),
      resize: (width, height) => page.setViewportSize({ width, height }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
