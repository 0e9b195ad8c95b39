// A work as programs for references read it.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bibtexOf, cslOf, risOf, venueOf } from "../../src/citation.ts";

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
