/**
 * Names what computes here: the version, and a digest of the sources that a result depends on. Two machines with the
 * same name give the same bits on WebAssembly; one on which a line was changed has another name.
 */
import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { SOFTWARE } from "../../software.ts";

const SOURCES = fileURLToPath(new URL("../../", import.meta.url));
/** Of what runs: no page, no plot, no claim. */
const COMPUTES = "{math,engine,theory,experiments,catalogue,runtime}/**/*.{ts,mjs}";
/** Written anew wherever the project is prepared, from the other files. */
const MADE = /(^|\/)(found|modules)\//;

/** "two-layers 0.1.0 (1a2b3c4d5e6f)". */
export function buildHere(): string {
  const hash = createHash("sha256");
  const names = globSync(COMPUTES, { cwd: SOURCES })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => !MADE.test(name))
    .sort();
  for (const name of names)
    hash
      .update(`${name}\0`)
      .update(readFileSync(`${SOURCES}${name}`))
      .update("\0");
  return `${SOFTWARE} (${hash.digest("hex").slice(0, 12)})`;
}
