// The battery in Chromium, through Playwright: V8, as in Node, but another build of it and in a page.
import { chromium as playwright } from "@playwright/test";
import { findChromium } from "../../src/cli/bootstrap/chromium.mjs";
import { chromiumFlags } from "../chromium.ts";
import { type Engine, watch } from "./engine.ts";
import { atMost, within } from "./patience.ts";

const START_MS = 30_000;

export const chromium: Engine = {
  name: "Chromium",
  find: async () => {
    try {
      const path = await within(180_000, "Looking for Chromium", findChromium());
      return { path, run: (address) => run(path, address) };
    } catch (error) {
      return { why: (error as Error).message };
    }
  },
};

async function run(executablePath: string, address: string) {
  const browser = await playwright.launch({ executablePath, args: chromiumFlags, timeout: atMost(START_MS) });
  try {
    const page = await within(START_MS, "Opening a page", browser.newPage());
    await page.goto(address, { timeout: atMost(START_MS) });
    const battery = await watch((expression) => page.evaluate(expression));
    return { version: `Chromium ${browser.version()}`, battery };
  } finally {
    await within(10_000, "Closing Chromium", browser.close()).catch(() => {});
  }
}
