// A work as programs for references read it.
import { readFileSync } from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { expect, it } from "vitest";
import { bibtexOf, companionWork, cslOf, risOf, venueOf } from "../../src/citation.ts";

const references = JSON.parse(
  readFileSync(new URL("../../content/references.json", import.meta.url), "utf8"),
) as Record<string, Parameters<typeof bibtexOf>[0]["data"]>;
const works = Object.entries(references).map(([id, data]) => ({ id, data }));
const [paper] = works as [(typeof works)[number]];

it("is a BibTeX entry with its key, its pages and its number at arXiv", () => {
  expect(bibtexOf(paper).split("\n")).toEqual([
    "@article{luo2021,",
    "  title         = {Phase diagram for two-layer {ReLU} neural networks at infinite-width limit},",
    "  author        = {Tao Luo and Zhi-Qin John Xu and Zheng Ma and Yaoyu Zhang},",
    "  journal       = {Journal of Machine Learning Research},",
    "  volume        = {22},",
    "  number        = {71},",
    "  pages         = {1--47},",
    "  year          = {2021},",
    "  eprint        = {2007.07497},",
    "  archiveprefix = {arXiv},",
    "  url           = {https://jmlr.org/papers/v22/20-1123.html}",
    "}",
  ]);
});

it("is a RIS entry, an author each line and the family name first", () => {
  expect(risOf(paper).split("\r\n")).toEqual([
    "TY  - JOUR",
    "ID  - luo2021",
    "AU  - Luo, Tao",
    "AU  - Xu, Zhi-Qin John",
    "AU  - Ma, Zheng",
    "AU  - Zhang, Yaoyu",
    "TI  - Phase diagram for two-layer ReLU neural networks at infinite-width limit",
    "T2  - Journal of Machine Learning Research",
    "VL  - 22",
    "IS  - 71",
    "SP  - 1",
    "EP  - 47",
    "PY  - 2021",
    "AN  - arXiv:2007.07497",
    "UR  - https://jmlr.org/papers/v22/20-1123.html",
    "ER  - ",
    "",
  ]);
});

it("is an item of CSL-JSON", () => {
  expect(JSON.parse(cslOf(paper))).toEqual([
    {
      id: "luo2021",
      type: "article-journal",
      title: "Phase diagram for two-layer ReLU neural networks at infinite-width limit",
      author: [
        { family: "Luo", given: "Tao" },
        { family: "Xu", given: "Zhi-Qin John" },
        { family: "Ma", given: "Zheng" },
        { family: "Zhang", given: "Yaoyu" },
      ],
      issued: { "date-parts": [[2021]] },
      "container-title": "Journal of Machine Learning Research",
      volume: "22",
      issue: "71",
      page: "1-47",
      archive: "arXiv",
      archive_location: "2007.07497",
      URL: "https://jmlr.org/papers/v22/20-1123.html",
    },
  ]);
});

it("names no field that a work does not have, whichever work it is", () => {
  for (const work of works) {
    for (const text of [bibtexOf(work), risOf(work), cslOf(work)]) {
      expect(text).toContain(work.data.title.replace(/ReLU.*/, ""));
      expect(text).not.toMatch(/undefined|null/);
    }
  }
});

it("says of every work where it appeared, at arXiv if nowhere else", () => {
  for (const { id, data } of works) expect(venueOf(data), id).not.toBe("");
  expect(venueOf({ arxiv: "2006.14450" })).toBe("arXiv:2006.14450");
  expect([bibtexOf, risOf, cslOf].flatMap((as) => works.map(as)).join()).not.toContain("undefined");
});

it("is read alike by a program for references from each of its forms", () => {
  for (const work of works) {
    const [bibtex, csl] = [bibtexOf(work), cslOf(work)].map((text) => new Cite(text).data[0]);
    for (const field of ["title", "author", "volume", "issue", "URL"])
      expect(bibtex[field], work.id).toEqual(csl[field]);
    const year = (item: { issued: { "date-parts": [[number | string]] } }) =>
      Number(item.issued["date-parts"][0][0]);
    expect(year(bibtex)).toBe(work.data.year);
    const ris = new Cite(risOf(work), { forceType: "@ris/file" }).data[0];
    for (const field of ["title", "author", "volume", "issue", "URL"])
      expect(ris[field], work.id).toEqual(csl[field]);
    expect(year(ris)).toBe(work.data.year);
  }
});

it("has a companion by its contributors, who are no person with a given name", () => {
  const companion = { id: "a", data: { title: "A title", published: new Date("2026-11-22") } };
  const work = companionWork(companion as Parameters<typeof companionWork>[0], "https://example.org/a/");
  expect(risOf(work)).toContain("AU  - Two Layers contributors\r\n");
  expect(JSON.parse(cslOf(work))[0].author).toEqual([{ literal: "Two Layers contributors" }]);
  expect(bibtexOf(work)).toMatch(/author += \{\{Two Layers contributors\}\}/);
});
