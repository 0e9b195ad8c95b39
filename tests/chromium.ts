// How the tests start Chromium: one place for Vitest's browser mode and for Playwright.
import { existsSync } from "node:fs";

export { chromiumFlags, webgpuFlags } from "../src/cli/bootstrap/chromium.mjs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** `npm test` sets CHROMIUM_PATH; without it the usual places are tried, then Playwright's own browser. */
export const chromiumPath = process.env.CHROMIUM_PATH || usual.find((path) => existsSync(path));
