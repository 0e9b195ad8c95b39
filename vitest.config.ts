// Tests without a page: units and contracts in Node, every record executed again, the kernels' WGSL under two compilers without a
// browser, the built site in three browsers, runs over a queue on a Redis of their own, and the parity suite of the kernels in three settings: Node, Chromium with WebGPU
// (SwiftShader, its software adapter), and Chromium without.
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { chromiumFlags, chromiumPath, webgpuFlags } from "./tests/chromium.ts";

const parity = "tests/parity/**/*.test.ts";

/** Where memory is planned needs no browser. */
const inNodeOnly = ["tests/parity/limits.test.ts"];
/** The same WebAssembly and the same JavaScript, which Node holds against the oracles: digest.test.ts says that the bits are. */
const alikeInNode = ["rules", "autodiff", "splitting", "pairs"].map((name) => `tests/parity/${name}.test.ts`);

/** Tests that take no time to speak of, in a folder of their own. */
function inNode(name: "unit" | "contract") {
  return {
    extends: true as const,
    test: { name, include: [`tests/${name}/**/*.test.ts`], environment: "node" as const },
  };
}

function chromium(setting: "webgpu" | "plain", flags: string[], elsewhere: string[]) {
  return {
    extends: true as const,
    // Known beforehand: a dependency that Vite finds in mid-run makes it reload the page, and the test with it.
    optimizeDeps: {
      include: [
        "@tensorflow/tfjs",
        "@tensorflow/tfjs-core",
        "@tensorflow/tfjs-backend-cpu",
        "@tensorflow/tfjs-backend-wasm",
        "@tensorflow/tfjs-backend-webgpu",
        "zod/mini",
      ],
    },
    test: {
      name: `parity-${setting}`,
      include: [parity],
      exclude: elsewhere,
      provide: { setting },
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({
          launchOptions: {
            args: [...chromiumFlags, ...flags],
            // "chromium" is the whole browser in its new headless mode; the headless shell has no WebGPU.
            ...(chromiumPath ? { executablePath: chromiumPath } : { channel: "chromium" }),
          },
        }),
        instances: [{ browser: "chromium" as const }],
      },
    },
  };
}

export default defineConfig({
  test: {
    passWithNoTests: true,
    // One for each core: what is run here waits for a browser, a server or a graphics card often enough for all of them.
    maxWorkers: "100%",
    // Guards against what hangs: a busy machine may take its time.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    projects: [
      inNode("unit"),
      inNode("contract"),
      {
        extends: true,
        test: {
          name: "records",
          include: ["tests/records/**/*.test.ts"],
          environment: "node",
          // Two at a time, so that no core waits for the last run of a record; the limit is for what hangs.
          maxConcurrency: 2,
          testTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: { name: "parity-node", include: [parity], environment: "node", provide: { setting: "node" } },
      },
      {
        extends: true,
        test: {
          name: "compilers",
          include: ["tests/compilers/**/*.test.ts"],
          environment: "node",
          // The processes take turns; the limit is for what hangs.
          hookTimeout: 900_000,
        },
      },
      {
        extends: true,
        test: { name: "queue", include: ["tests/queue/**/*.test.ts"], environment: "node" },
      },
      {
        extends: true,
        test: { name: "browsers", include: ["tests/browsers/**/*.test.ts"], environment: "node" },
      },
      chromium("webgpu", webgpuFlags, inNodeOnly),
      chromium("plain", [], [...inNodeOnly, ...alikeInNode]),
    ],
  },
});

declare module "vitest" {
  interface ProvidedContext {
    /** Where the parity suite runs. */
    setting: "node" | "webgpu" | "plain";
  }
}
