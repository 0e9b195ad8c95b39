// Where the benchmark finds live figures: in the pages where a reader meets them, and nowhere else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { placesIn } from "../../../src/cli/bench/places.ts";

const folder = mkdtempSync(join(tmpdir(), "places-"));
afterAll(() => rmSync(folder, { recursive: true }));

const figure = (name: string) => `<p><live-figure class="x" data-figure="${name}"></live-figure></p>`;
for (const [path, ...names] of [
  ["assignments/one/", "laboratory/network"],
  ["embed/paper/own/", "paper/own"],
  ["gallery/", "paper/own"],
  ["lab/", "laboratory/network"],
  ["paper/", "paper/own", "paper/other"],
] as const) {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, "index.html"), names.map(figure).join(""));
}

it("finds each figure once, where it does not wait for a student and stands in no frame", () => {
  expect(placesIn(folder, undefined)).toEqual([
    { figure: "laboratory/network", path: "lab/" },
    { figure: "paper/own", path: "paper/" },
    { figure: "paper/other", path: "paper/" },
  ]);
});

it("finds the one that is asked for, and says which there are", () => {
  expect(placesIn(folder, "paper/other")).toEqual([{ figure: "paper/other", path: "paper/" }]);
  expect(() => placesIn(folder, "paper/none")).toThrow(/“paper\/none”.*laboratory\/network, paper\/own/);
});
