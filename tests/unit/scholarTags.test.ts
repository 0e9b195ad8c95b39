// A page as Google Scholar and reference managers read it off its head.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { scholarTags } from "../../src/scholarTags.ts";

const references = JSON.parse(
  readFileSync(new URL("../../content/references.json", import.meta.url), "utf8"),
) as Record<string, Parameters<typeof scholarTags>[1][number]["data"]>;
const paper = { data: references.luo2021 as (typeof references)[string] };
const page = { title: "Claim A1: A title", address: "https://example.org/a/", published: "2026-11-22" };
const of = (tags: ReturnType<typeof scholarTags>, wanted: string) =>
  tags.filter(([name]) => name === wanted).map(([, content]) => content);

it("says that a page is ours, and that the paper is what it cites", () => {
  const tags = scholarTags(page, [paper]);
  expect(of(tags, "citation_title")).toEqual(["Claim A1: A title"]);
  expect(of(tags, "citation_author")).toEqual(["Two Layers contributors"]);
  expect(of(tags, "citation_publication_date")).toEqual(["2026/11/22"]);
  expect(of(tags, "citation_fulltext_html_url")).toEqual(["https://example.org/a/"]);
  expect(of(tags, "citation_reference")).toEqual([
    "citation_title=Phase diagram for two-layer ReLU neural networks at infinite-width limit; " +
      "citation_author=Tao Luo; citation_author=Zhi-Qin John Xu; citation_author=Zheng Ma; " +
      "citation_author=Yaoyu Zhang; citation_journal_title=Journal of Machine Learning Research; " +
      "citation_volume=22; citation_issue=71; citation_publication_date=2021; citation_arxiv_id=2007.07497",
  ]);
});

it("names no address where no host gives one, and no field that a work does not have", () => {
  const works = Object.values(references).map((data) => ({ data }));
  const tags = scholarTags({ ...page, address: undefined }, works);
  expect(of(tags, "citation_fulltext_html_url")).toEqual([]);
  const read = of(tags, "citation_reference");
  expect(read).toHaveLength(works.length);
  for (const [place, reference] of read.entries()) {
    const names = reference.split("; ").map((field) => field.split("=")[0]);
    expect(reference).not.toMatch(/undefined|null|=;|=$/);
    expect(names.filter((name) => name === "citation_author")).toHaveLength(
      works[place]?.data.authors.length as number,
    );
    expect(names.every((name) => name?.startsWith("citation_"))).toBe(true);
  }
});

it("keeps a semicolon of a title out of what parts the fields", () => {
  const [reference = ""] = of(
    scholarTags(page, [{ data: { ...paper.data, title: "One; two" } }]),
    "citation_reference",
  );
  expect(reference).toContain("citation_title=One, two; citation_author=");
});
