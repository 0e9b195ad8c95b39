/** The built site, served as long as something is measured on it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../bootstrap/commands.mjs";
import { baseOf, freePort, listen } from "../bootstrap/serve.mjs";

/** A port that nothing else of the project asks for. */
const FIRST_PORT = 4360;

export interface Site {
  readonly folder: string;
  /** With its base path and a slash. */
  readonly address: string;
}

/**
 * Builds the site if it is asked for or not there, and serves it, compressed as a CDN would.
 * @throws Error with a sentence that says what to do
 */
export async function withSite<Result>(
  isBuilt: boolean,
  act: (site: Site) => Promise<Result>,
): Promise<Result> {
  const folder = join(root, process.env.OUT_DIR || "dist");
  if (isBuilt || !existsSync(folder)) await build();
  const base = baseOf(process.env.BASE_PATH);
  const server = await listen({ folder, base, port: await freePort(FIRST_PORT), isCompressed: true });
  if ("refused" in server) throw new Error("The port that was free a moment ago is taken. Try again.");
  try {
    return await act({ folder, address: server.address });
  } finally {
    server.close();
  }
}

async function build(): Promise<void> {
  const { code, output } = await run("npm", ["run", "--silent", "build"], { keepOutput: true });
  if (code === 0) return;
  throw new Error(`${output}\nThe site could not be built; the reason is above. npm run check says more.`);
}
