// The lock file serves every platform: npm leaves out the optional packages of the platforms it is not on when it
// cannot see them, and then `npm ci` refuses the lock file on every machine.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

test("package-lock.json lists the optional packages of all platforms", () => {
  const text = readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8");
  const packages = (JSON.parse(text) as { packages: Record<string, Locked> }).packages;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !above(path).some((at) => packages[at + name]?.version),
    ),
  );
  expect(missing).toEqual([]);
});

/** The node_modules folders in which a package's imports are looked for, the nearest first. */
function above(path: string): string[] {
  const folders: string[] = [];
  for (let at = path; at !== ""; at = at.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, "")) {
    folders.push(`${at}/node_modules/`);
  }
  return [...folders, "node_modules/"];
}
