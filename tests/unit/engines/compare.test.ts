// The comparison of the engines can fail, and says which configuration, which engine and which digest.
import { expect, test } from "vitest";
import { compare } from "../../engines/compare.ts";
import type { Battery } from "../../engines/engine.ts";

function battery(digests: Record<string, string>, error: string | null = null): Battery {
  return { results: Object.entries(digests).map(([name, digest]) => ({ name, digest })), error };
}

const names = ["small", "large"];
const node = battery({ small: "aa", large: "bb" });

function complaints(batteries: Record<string, Battery>): (readonly string[])[] {
  return compare(names, batteries).map((line) => line.complaints);
}

test("equal digests pass", () => {
  expect(complaints({ Node: node, Firefox: node })).toEqual([[], []]);
});

test("one digest that differs fails its configuration alone, by name", () => {
  const lines = compare(names, {
    Node: node,
    Chromium: node,
    Firefox: battery({ small: "aa", large: "bc" }),
  });
  expect(lines[0]?.complaints).toEqual([]);
  expect(lines[1]?.differing).toEqual(["Firefox"]);
  expect(lines[1]?.complaints).toEqual(["Firefox gave bc, where Node gave bb"]);
});

test("an engine that stops on the way fails what it did not come to", () => {
  const stopped = battery({ small: "aa" }, "not finished in time");
  expect(complaints({ Node: node, WebKitGTK: stopped })).toEqual([
    [],
    ["WebKitGTK gave no digest: not finished in time"],
  ]);
});

test("a configuration that throws fails, even if it throws everywhere", () => {
  const broken: Battery = {
    results: [{ name: "small", error: "no" }, ...node.results.slice(1)],
    error: null,
  };
  expect(complaints({ Node: broken, Firefox: broken })[0]).toEqual([
    "Node gave no digest: no",
    "Firefox gave no digest: no",
  ]);
});

test("two configurations with one digest test one thing only", () => {
  const same = battery({ small: "aa", large: "aa" });
  expect(complaints({ Node: same, Firefox: same })[1]).toEqual([
    "Node gave it the digest of “small”, so that one of the two tests nothing",
  ]);
});
