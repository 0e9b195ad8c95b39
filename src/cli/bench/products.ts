/** Has src/bench/products.ts timed in a page of Chromium, and puts what came out into a sentence. */
import { join } from "node:path";
import { launch } from "puppeteer-core";
import { createServer } from "vite";
import type { ProductTimes } from "../../bench/products.ts";
import { rounded } from "../../bench/result.ts";
import { chromiumFlags, findChromium, webgpuFlags } from "../bootstrap/chromium.mjs";
import { root } from "../bootstrap/commands.mjs";
import { freePort } from "../bootstrap/serve.mjs";

const ROUNDS = 5;
/** A port that nothing else of the project asks for. */
const FIRST_PORT = 4380;
const PAGE = "/bench-of-products";

/**
 * Chromium's own adapter, or SwiftShader where it has none.
 * @throws Error with a sentence that says what is missing
 */
export async function productTimes(examples: number | undefined): Promise<ProductTimes> {
  const port = await freePort(FIRST_PORT);
  const server = await createServer({
    ...{ root, configFile: false, appType: "custom", logLevel: "error" },
    cacheDir: join(root, "node_modules/.vite/bench"),
    server: { port, strictPort: true, hmr: false, watch: null },
    optimizeDeps: {
      noDiscovery: true,
      include: ["core", "backend-cpu", "backend-wasm", "backend-webgpu"].map(
        (name) => `@tensorflow/tfjs-${name}`,
      ),
    },
  });
  server.middlewares.use(PAGE, (_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Products</title>");
  });
  await server.listen();
  try {
    const address = `http://localhost:${port}${PAGE}`;
    return (
      (await timedAt(address, examples, [])) ?? (await timedAt(address, examples, webgpuFlags)) ?? none()
    );
  } finally {
    await server.close();
  }
}

function none(): never {
  throw new Error("Chromium finds no WebGPU adapter here, not even SwiftShader.");
}

/** Null where the browser finds no adapter. */
async function timedAt(
  address: string,
  examples: number | undefined,
  flags: readonly string[],
): Promise<ProductTimes | null> {
  const executablePath = await findChromium();
  const args = [...chromiumFlags, ...flags];
  const browser = await launch({ executablePath, headless: true, protocolTimeout: 0, args });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    return await page.evaluate(
      async (module, count, rounds) => {
        if (!(await navigator.gpu?.requestAdapter())) return null;
        const { timeProducts } = (await import(module)) as typeof import("../../bench/products.ts");
        return timeProducts(count ?? undefined, rounds);
      },
      "/src/bench/products.ts",
      examples ?? null,
      ROUNDS,
    );
  } finally {
    await browser.close();
  }
}

/** Sentences with what both make of the same work in a second. */
export function productsLine({
  adapter,
  shape,
  rounds,
  webgpu,
  wasm,
  products,
  ratio,
}: ProductTimes): string {
  const { sampleSize, inputDimension, width } = shape;
  const gflop = (2 * sampleSize * inputDimension * width) / 1e9;
  const [first, second] = products.map((seconds) => rounded(gflop / seconds));
  return [
    `One network's gradient on WebGPU (${adapter}), m = ${width}, n = ${sampleSize}, d = ${inputDimension}, medians of ${rounds} rounds:`,
    `${rounded(webgpu)} s, ${rounded((2 * gflop) / webgpu)} GFLOP a second.`,
    `The two products alone by TensorFlow.js: ${first} and ${second} GFLOP a second; together they take ${rounded(ratio)} times as long as the whole gradient.`,
    `WebAssembly with one thread, in the same page: ${rounded(wasm)} s.`,
  ].join(" ");
}
