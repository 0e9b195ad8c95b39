// No field is of type number: for a decimal comma a browser hands it on as nothing, or as other digits. Text is read by
// `parseText`, which understands a comma or refuses it.
import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);

test("numbers are typed as text", () => {
  const files = globSync(["components/**/*.{ts,astro}", "src/**/*.{ts,astro}"], { cwd: root });
  expect(files.length).toBeGreaterThan(100);
  const wrong = files.filter((file) =>
    /type=(["']?)number\1/.test(readFileSync(new URL(file, root), "utf8")),
  );
  expect(wrong).toEqual([]);
});
