// What `npm run new` writes fits the project as it is: each import of its own files leads somewhere.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { claimFiles, experimentFiles, paperFiles } from "../../../src/cli/new/templates.ts";

const FILES = {
  ...experimentFiles("some-paper", "risk", "zhou2022"),
  ...claimFiles("some-paper", "A1", "some-paper/risk", "zhou2022"),
  ...paperFiles("some-paper", "zhou2022", "risk", "A1"),
};

describe("what npm run new writes", () => {
  it.each(Object.entries(FILES))("imports in %s what is there", (file, text) => {
    const imported = [...text.matchAll(/from "(\.[^"]*)"/g)].map(([, path = ""]) => join(file, "..", path));
    expect(imported.filter((path) => !existsSync(path) && !Object.hasOwn(FILES, path))).toEqual([]);
  });
});
