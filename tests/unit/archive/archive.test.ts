// The archive of the site: its description, as a validator of RO-Crates reads it, and its bytes.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it, vi } from "vitest";
import { type Contents, crateOf } from "../../../src/archive/crate.ts";
import { zipOf } from "../../../src/archive/zip.ts";

const claim = {
  id: "a/A1",
  number: "A1",
  title: "A title",
  statement: "It holds.",
  source: { paper: "luo2021", where: "Fig. 1" },
  reference: { verdict: "supported" },
} as unknown as Contents["claims"][number];
const contents: Contents = {
  files: [
    { path: "site/records/claims/a/A1.json", bytes: 3 },
    { path: "site/index.html", bytes: 5 },
  ],
  claims: [claim, { ...claim, id: "a/A2", number: "A2" }],
  papers: {
    luo2021: { title: "A paper", authors: ["A. Author"], year: 2021, url: "https://example.org/paper" },
  },
  software: { name: "two-layers", version: "0.1.0", description: "What it is." },
  repository: undefined,
  commit: undefined,
  published: "2026-11-22",
};

/** The validator asks for the context by its address: it gets the copy that it brings along. */
const context = readFileSync(
  new URL("../../../node_modules/ro-crate/lib/context.json", import.meta.url),
  "utf8",
);
vi.stubGlobal("fetch", async () => new Response(context));
const { Checker, ROCrate } = await import("ro-crate");
const crate = new ROCrate(crateOf(contents), { array: true, link: true });

it("passes each check of a validator of RO-Crates", async () => {
  const checker = new Checker(crate);
  await checker.check();
  const list = checker.checklist as readonly { readonly name: string; readonly status: boolean }[];
  expect(list.length).toBeGreaterThan(5);
  expect(list.filter(({ status }) => !status).map(({ name }) => name)).toEqual([]);
});

it("names every file and every claim, a claim with its paper and the record that is there", () => {
  const { hasPart, mentions } = crate.root as unknown as Record<
    string,
    { "@id": string; [name: string]: unknown }[]
  >;
  expect(hasPart?.map((part) => part["@id"])).toEqual(contents.files.map(({ path }) => path));
  expect(mentions?.[0]).toMatchObject({
    about: [{ name: ["A paper"] }],
    subjectOf: [{ "@id": "site/records/claims/a/A1.json" }],
  });
  expect(mentions?.[1]).not.toHaveProperty("subjectOf");
});

it("refers to nothing that it does not describe", () => {
  const graph = crateOf(contents)["@graph"] as readonly { "@id": string }[];
  const ids = graph.map((entity) => entity["@id"]);
  expect(new Set(ids).size).toBe(ids.length);
  const referred = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/g)].map(([, id]) => id as string);
  expect(referred.filter((id) => !ids.includes(id))).toEqual(["https://w3id.org/ro/crate/1.1"]);
});

it("has the same bytes whenever and in whatever order it is made, and gives its files back", () => {
  const [one, two] = [Uint8Array.of(1, 2), Uint8Array.of(3)];
  const zip = zipOf({ "b/two": two, a: one });
  expect(zipOf({ a: one, "b/two": two })).toEqual(zip);
  // The day is the first that a zip has, 1 January 1980, whatever the clock says: 0x0021 after the time, 0.
  expect([...zip.slice(10, 14)]).toEqual([0, 0, 0x21, 0]);
  expect(strFromU8(unzipSync(zip)["b/two"] as Uint8Array)).toBe("\u0003");
});
