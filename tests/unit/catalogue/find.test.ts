// What is found in the folders, and that a part that is missing is named by its file.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesFor, find, MissingPart, write } from "../../../src/catalogue/find.mjs";

/** The files of two papers, as far as they are looked for. */
const COMPLETE = [
  "content/papers/astrology.mdx",
  "src/experiments/astrology/houses/meta.ts",
  "src/experiments/astrology/houses/run.ts",
  "src/experiments/astrology/stars/meta.ts",
  "src/experiments/astrology/stars/run.ts",
  "src/experiments/astrology/stars/plot.ts",
  "src/experiments/astrology/stars/sweep.ts",
  "src/experiments/astrology/setting/planets.ts",
  "src/experiments/driver/course.ts",
  "src/experiments/drawing/words.ts",
  "src/claims/astrology/rising.ts",
  "components/papers/astrology/Picture.astro",
  "content/papers/zoology.mdx",
  "src/experiments/zoology/cats/meta.ts",
  "src/experiments/zoology/cats/run.ts",
  "src/claims/zoology/lives.ts",
  "src/claims/zoology/paws.ts",
  "components/papers/zoology/Picture.astro",
];

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "found-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function lay(files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), "");
  }
}

describe("what stands in the folders", () => {
  it("is the papers, their experiments with their parts, and their claims", () => {
    lay(COMPLETE);
    expect(find(root)).toEqual({
      papers: ["astrology", "zoology"],
      experiments: [
        { id: "astrology/houses", paper: "astrology", parts: ["meta", "run"] },
        { id: "astrology/stars", paper: "astrology", parts: ["meta", "run", "plot", "sweep"] },
        { id: "zoology/cats", paper: "zoology", parts: ["meta", "run"] },
      ],
      claims: ["astrology/rising.ts", "zoology/lives.ts", "zoology/paws.ts"],
      lenses: [],
      assignments: [],
    });
  });

  it("is the laboratory too, which has experiments and lenses, but no article", () => {
    const lens = "src/experiments/laboratory/lenses/telescope";
    const files = ["src/experiments/laboratory/network/meta.ts", "src/experiments/laboratory/network/run.ts"];
    lay([...files, `${lens}/meta.ts`, `${lens}/look.ts`]);
    expect(() => find(root)).toThrow(`${lens}/plot.ts is missing: it draws what it sees.`);
    lay([`${lens}/plot.ts`]);
    expect(find(root)).toEqual({
      papers: [],
      experiments: [{ id: "laboratory/network", paper: "laboratory", parts: ["meta", "run"] }],
      claims: [],
      lenses: ["telescope"],
      assignments: [],
    });
    const written = filesFor(find(root));
    expect(Object.keys(written)).toContain("src/experiments/laboratory/found/looks.ts");
    expect(written["src/catalogue/found/papers.ts"]).toContain(
      '"laboratory": () => import("./laboratory.ts")',
    );
  });

  it("is nothing where nothing stands", () => {
    expect(find(root)).toEqual({ papers: [], experiments: [], claims: [], lenses: [], assignments: [] });
  });

  it.each([
    ["src/experiments/astrology/houses/run.ts", "computes it", "experiment astrology/houses"],
    ["src/experiments/astrology/stars/meta.ts", "describes the experiment", "experiment astrology/stars"],
    ["content/papers/astrology.mdx", "is the article of the companion", "paper astrology"],
    [
      "components/papers/zoology/Picture.astro",
      "is its picture on the front page and at its top",
      "paper zoology",
    ],
  ])("is refused without %s", (missing, does, maker) => {
    lay(COMPLETE.filter((file) => file !== missing));
    expect(() => find(root)).toThrow(MissingPart);
    expect(() => find(root)).toThrow(
      `${missing} is missing: it ${does}. Write it; “npm run new -- ${maker}” makes a first one.`,
    );
  });

  it.each([
    ["src/claims/astrology", "has its claims"],
    ["src/experiments/zoology", "has its experiments, a folder each"],
  ])("is refused without the folder %s", (missing, does) => {
    lay(COMPLETE.filter((file) => !file.startsWith(`${missing}/`)));
    expect(() => find(root)).toThrow(MissingPart);
    expect(() => find(root)).toThrow(`${missing} is missing: it ${does}.`);
  });

  it("needs no drawing and no sweep", () => {
    lay(COMPLETE.filter((file) => !/plot|sweep/.test(file)));
    expect(find(root).experiments.flatMap(({ parts }) => parts)).toEqual([
      "meta",
      "run",
      "meta",
      "run",
      "meta",
      "run",
    ]);
  });
});

describe("the lists that are written", () => {
  it("have a line for each part that was found", () => {
    lay(COMPLETE);
    const files = filesFor(find(root));
    const lines = (path: string) =>
      (files[path] ?? "").split("\n").filter((line) => line.includes('() => import("'));
    expect(lines("src/catalogue/found/runs.ts")).toEqual(
      ["astrology/houses", "astrology/stars", "zoology/cats"].map(
        (id) => `  "${id}": () => import("../../experiments/${id}/run.ts"),`,
      ),
    );
    expect(lines("src/catalogue/found/drawings.ts")).toEqual([
      '  "astrology/stars": () => import("../../experiments/astrology/stars/plot.ts"),',
    ]);
    expect(lines("src/catalogue/found/sweeps.ts")).toEqual([
      '  "astrology/stars": () => import("../../experiments/astrology/stars/sweep.ts"),',
    ]);
    expect(files["src/catalogue/found/claims.ts"]).toContain(
      'import * as each2 from "../../claims/zoology/paws.ts";',
    );
  });

  it("are written into their folders", () => {
    lay(COMPLETE);
    write(root);
    for (const [path, text] of Object.entries(filesFor(find(root))))
      expect(readFileSync(join(root, path), "utf8")).toBe(text);
  });
});
