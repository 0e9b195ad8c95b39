// What pages say of themselves in the words of schema.org, and the site's own entry for citation.
import { readFileSync } from "node:fs";
import jsonld from "jsonld";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { claimReview, companionData, inScript } from "../../src/linkedData.ts";

const at = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
const references = JSON.parse(at("content/references.json"));
const paper = { data: references.luo2021 };
const page = {
  title: "A title",
  description: "What it says.",
  address: "https://example.org/a/",
  published: "2026-11-22",
  changed: "2026-11-27",
};
const claim = { statement: "Distances shrink.", provenance: "paper" } as const;

/** Stands for that of schema.org, which is elsewhere: every word is one of its vocabulary. */
const documentLoader = async (url: string) => ({
  documentUrl: url,
  contextUrl: undefined,
  document: { "@context": { "@vocab": "https://schema.org/" } },
});
/** As a processor of JSON-LD reads it, which refuses what it would drop. */
const expand = async (data: object) => {
  const options = { documentLoader, safe: true } as jsonld.Options.Expand;
  return (await jsonld.expand(data as jsonld.JsonLdDocument, options))[0];
};
const word = (name: string) => `https://schema.org/${name}`;

it("says of a companion that it is ours, and based on the paper", async () => {
  const data = await expand(companionData(page, paper, "two-layers 0.1.0"));
  expect(data?.["@type"]).toEqual([word("LearningResource")]);
  expect(data?.["@id"]).toBe(page.address);
  expect(JSON.stringify(data?.[word("author")])).toContain("Two Layers contributors");
  expect(JSON.stringify(data?.[word("isBasedOn")])).toContain("Tao Luo");
  expect(JSON.stringify(data?.[word("author")])).not.toContain("Tao Luo");
});

it("rates a claim by its verdict, and lays only the paper's own statements at its door", async () => {
  const review = await expand(claimReview(page, claim, "refuted", paper) as object);
  expect(review?.["@type"]).toEqual([word("ClaimReview")]);
  expect(claimReview(page, claim, "supported", paper)?.reviewRating).toMatchObject({
    ratingValue: 3,
    alternateName: "supported",
  });
  expect(claimReview(page, claim, "refuted", paper)?.reviewRating).toMatchObject({ ratingValue: 1 });
  expect(claimReview(page, claim, "not run", paper)).toBeNull();
  expect(claimReview(page, claim, "supported", paper)?.itemReviewed).toHaveProperty("author");
  const derived = claimReview(page, { ...claim, provenance: "derived here" }, "supported", paper);
  expect(derived?.itemReviewed).not.toHaveProperty("author");
});

it("cannot end the element in which it stands", () => {
  expect(inScript({ text: "</script><b>" })).not.toContain("<");
  expect(JSON.parse(inScript({ text: "</script>" }))).toEqual({ text: "</script>" });
});

it("is cited in CITATION.cff with the version, licence and description of package.json", () => {
  const cited = parse(at("CITATION.cff"));
  const { version, license, description } = JSON.parse(at("package.json"));
  expect(cited).toMatchObject({
    version,
    license,
    abstract: description,
    "cff-version": "1.2.0",
    type: "software",
  });
  expect(cited.authors).toEqual([{ name: "Two Layers contributors" }]);
  expect(Object.keys(cited).sort()).toEqual([
    "abstract",
    "authors",
    "cff-version",
    "license",
    "message",
    "title",
    "type",
    "version",
  ]);
});

/** The format's own schema; zod knows its definitions by their newer name. */
function schemaOfCitations() {
  const text = at("tests/unit/schemas/citation-file-format-1.2.0.json")
    .replaceAll('"definitions"', '"$defs"')
    .replaceAll("#/definitions/", "#/$defs/");
  const { $id: _, ...schema } = JSON.parse(text);
  return z.fromJSONSchema({ ...schema, $schema: "https://json-schema.org/draft/2020-12/schema" });
}

it("has a CITATION.cff that its format's own schema accepts, as it does not what is wrong", () => {
  const schema = schemaOfCitations();
  const cited = parse(at("CITATION.cff"));
  expect(schema.safeParse(cited).error).toBeUndefined();
  const { title: _, ...nameless } = cited;
  const wrong = [
    nameless,
    { ...cited, licence: "MIT" },
    { ...cited, license: "MIT and more" },
    { ...cited, authors: [] },
    { ...cited, authors: [{ called: "Nobody" }] },
    { ...cited, "date-released": "in 2026" },
  ];
  expect(wrong.map((each) => schema.safeParse(each).success)).toEqual(wrong.map(() => false));
});
