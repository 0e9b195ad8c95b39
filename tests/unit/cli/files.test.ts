// Files that commands write: whole or not at all.
import { chmodSync, linkSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writableFile, writableFolder, writeFile, writeJson } from "../../../src/cli/files.ts";

const folder = () => mkdtempSync(join(tmpdir(), "two-layers-"));

it("writes a file and the folders above it, and leaves nothing else", () => {
  const at = folder();
  writeJson(join(at, "a/b.json"), { one: 1 });
  expect(readFileSync(join(at, "a/b.json"), "utf8")).toBe('{\n  "one": 1\n}\n');
  expect(readdirSync(join(at, "a"))).toEqual(["b.json"]);
});

it("says in a sentence why it could not write, and leaves what stood there", () => {
  const at = folder();
  writeFileSync(join(at, "good.json"), "good");
  expect(() => writeFile(join(at, "good.json/inner.json"), "x")).toThrow(
    /^“.*inner\.json” could not be written: /,
  );
  expect(readFileSync(join(at, "good.json"), "utf8")).toBe("good");
});

it("never opens the file that stands, so that a kill between two bytes leaves it whole", () => {
  const at = folder();
  const file = join(at, "record.json");
  writeFileSync(file, "old");
  // Another name of the same bytes: what writes into the file changes both, what puts a new one in its place does not.
  linkSync(file, join(at, "same.json"));
  writeFile(file, "new");
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(readFileSync(join(at, "same.json"), "utf8")).toBe("old");
});

it("refuses before the work what could not be written after it", (context) => {
  const at = folder();
  expect(writableFile("--json", join(at, "out.json"))).toBe(join(at, "out.json"));
  expect(writableFolder("--save", join(at, "not/yet"))).toBe(join(at, "not/yet"));
  if (process.getuid?.() === 0) return context.skip("root may write everywhere");
  chmodSync(at, 0o500);
  expect(() => writableFile("--json", join(at, "out.json"))).toThrow(/cannot be written to by this user/);
  expect(() => writableFolder("--save", join(at, "not/yet"))).toThrow(/cannot be written to by this user/);
});
