// The archive of the site: its description, as a validator of RO-Crates reads it, and its bytes.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, expect, it, vi } from "vitest";
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

const COMMAND = fileURLToPath(new URL("../../../src/cli/archive.ts", import.meta.url));
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What npm run archive makes of a site with these files; undefined where it makes nothing. */
function archived(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, "site", name, ".."), { recursive: true });
    writeFileSync(join(folder, "site", name), text);
  }
  const out = join(folder, "out.zip");
  const { status, stderr } = spawnSync(
    process.execPath,
    [COMMAND, "--site", join(folder, "site"), "--out", out],
    {
      encoding: "utf8",
    },
  );
  return { status, stderr, zip: status === 0 ? unzipSync(readFileSync(out)) : undefined };
}

it("has every file of the site as it is, those that begin with a dot too, and describes each", () => {
  const site = {
    "claims.json": JSON.stringify({ $schema: "/claims.schema.json", claims: [claim] }),
    "records/claims/a/A1.json": "{}",
    "index.html": "ä",
    ".nojekyll": "",
    _headers: "/*",
  };
  const { zip = {} } = archived(site);
  const names = Object.keys(site).map((name) => `site/${name}`);
  expect(Object.keys(zip).sort()).toEqual(["README.txt", "ro-crate-metadata.json", ...names].sort());
  for (const [name, text] of Object.entries(site))
    expect(strFromU8(zip[`site/${name}`] as Uint8Array)).toBe(text);
  const { "@graph": graph } = JSON.parse(strFromU8(zip["ro-crate-metadata.json"] as Uint8Array));
  const described = graph.filter((each: { "@type": string }) => each["@type"] === "File");
  expect(described.map((each: { "@id": string }) => each["@id"]).sort()).toEqual(
    ["README.txt", ...names].sort(),
  );
  const readme = strFromU8(zip["README.txt"] as Uint8Array);
  expect(readme).toContain("1 claims are in it");
  expect(readme).toContain("python3 -m http.server --directory site");
});

it("refuses a folder that was built for a path, or has no site, in a sentence", () => {
  const built = archived({ "claims.json": JSON.stringify({ $schema: "/a/claims.schema.json", claims: [] }) });
  expect([built.status, built.stderr]).toEqual([2, expect.stringContaining("build it without BASE_PATH")]);
  const none = archived({ "index.html": "" });
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining("npm run build makes one")]);
});
