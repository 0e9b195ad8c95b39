// Page tests: the built site, under a base path, in Chromium without WebGPU (`plain`) and with it (`webgpu`; only
// the files that end in .webgpu.spec.ts). `npm test` builds what is served here; by hand:
// GALLERY=1 OUT_DIR=dist-test BASE_PATH=/two-layers/ npm run build && npx playwright test
import { defineConfig } from "@playwright/test";
import { chromiumFlags, chromiumPath, webgpuFlags } from "./tests/chromium.ts";
import { built } from "./tests/pages/built.ts";

const launchOptions = (flags: string[]) => ({
  args: [...chromiumFlags, ...flags],
  ...(chromiumPath ? { executablePath: chromiumPath } : {}),
});
// Without a system browser: Playwright's whole Chromium, since its headless shell has no WebGPU.
const browser = { browserName: "chromium" as const, ...(chromiumPath ? {} : { channel: "chromium" }) };

export default defineConfig({
  testDir: "tests/pages",
  outputDir: "tests/results/pages",
  // One more than cores of a small machine: pages wait for frames, timers and a graphics card.
  workers: 3,
  // What a busy machine has disturbed is tried once more, and told as flaky in the list.
  retries: 1,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // Guards against what hangs: a busy machine may take its time.
  timeout: 900_000,
  expect: { timeout: 180_000 },
  reporter: [["list"], ["json", { outputFile: "tests/results/pages.json" }]],
  use: {
    // An element that is not there fails by its name, long before the guard of its whole test.
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    baseURL: built.address,
    locale: "en-GB",
    // Tests that are about the service worker allow it for themselves.
    serviceWorkers: "block",
    trace: "off",
  },
  webServer: {
    command: `node src/cli/bootstrap/serve.mjs ${built.folder} ${built.port}`,
    env: { BASE_PATH: built.base },
    url: built.address,
    reuseExistingServer: false,
    timeout: 120_000,
  },
  projects: [
    {
      name: "plain",
      testIgnore: /\.webgpu\.spec\.ts$/,
      use: { ...browser, launchOptions: launchOptions([]) },
    },
    {
      name: "webgpu",
      testMatch: /\.webgpu\.spec\.ts$/,
      use: { ...browser, launchOptions: launchOptions(webgpuFlags) },
    },
  ],
});
