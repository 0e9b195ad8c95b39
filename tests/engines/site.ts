// The battery as a site: bundled as the pages are, into a temporary folder, and served on the loopback address.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { listen } from "../../src/cli/bootstrap/serve.mjs";
import { within } from "./patience.ts";
import { unusedPort } from "./processes.ts";

/** Builds and serves. @returns the address of the page, and how to take everything away again */
export async function openSite(): Promise<{ address: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "two-layers-engines-"));
  const building = build({
    configFile: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    base: "./",
    publicDir: false,
    logLevel: "error",
    worker: { format: "es" },
    build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 10_000 },
  });
  await within(90_000, "Bundling the battery", building);
  const server = await listen({ folder, base: "/", port: await unusedPort() });
  if ("refused" in server) throw new Error("The port that was free a moment ago is taken.");
  const close = () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: server.address, close };
}
