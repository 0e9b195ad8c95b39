/**
 * A work of the list of references as programs for references read it: BibTeX, RIS and CSL-JSON. Text and data; shows
 * nothing. citation-js was tried and writes less: no key of ours, no arXiv number in BibTeX, and RIS whose titles are
 * broken within a word.
 */
import type { CollectionEntry } from "astro:content";

type Work = Pick<CollectionEntry<"references">, "id" | "data">;

/** What each of them calls the kinds of works. */
const KINDS = {
  article: { ris: "JOUR", csl: "article-journal" },
  inproceedings: { ris: "CPAPER", csl: "paper-conference" },
  incollection: { ris: "CHAP", csl: "chapter" },
  misc: { ris: "GEN", csl: "document" },
} as const;

/** Where a work appeared, in words: in a journal, proceedings or a book, or else at arXiv; empty where nobody says. */
export function venueOf({ venue, arxiv }: Pick<Work["data"], "venue" | "arxiv">): string {
  return venue ?? (arxiv ? `arXiv:${arxiv}` : "");
}

/** A BibTeX entry of the fields that are given, one each line, their signs of equality aligned. */
export function bibtexEntry(type: string, key: string, fields: Record<string, string | undefined>): string {
  const given = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]));
  const longest = Math.max(...given.map(([name]) => name.length));
  return `@${type}{${key},\n${given.map(([name, value]) => `  ${name.padEnd(longest)} = {${value}}`).join(",\n")}\n}`;
}

export function bibtexOf({ id, data }: Work): string {
  const { type, authors, title, year, venue, volume, number, pages, arxiv, url } = data;
  return bibtexEntry(type, id, {
    title: title.replace("ReLU", "{ReLU}"),
    author: authors.join(" and "),
    [type === "article" ? "journal" : "booktitle"]: venue,
    volume,
    number,
    pages: pages?.replace("–", "--"),
    year: String(year),
    eprint: arxiv,
    archiveprefix: arxiv && "arXiv",
    url,
  });
}

/** Lines of a tag, two spaces, a hyphen and a space, each ended as on Windows, as the format has it. */
export function risOf({ id, data }: Work): string {
  const { type, authors, title, year, venue, volume, number, pages, arxiv, url } = data;
  const [first, last] = pages?.split("–") ?? [];
  const fields: [tag: string, value: string | undefined][] = [
    ["TY", KINDS[type].ris],
    ["ID", id],
    ...authors.map((author): [string, string] => [
      "AU",
      organisationOf(author) ?? partsOf(author).join(", "),
    ]),
    ["TI", title],
    ["T2", venue],
    ["VL", volume],
    ["IS", number],
    ["SP", first],
    ["EP", last],
    ["PY", String(year)],
    ["AN", arxiv && `arXiv:${arxiv}`],
    ["UR", url],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${value}`] : []));
  return [...lines, "ER  - ", ""].join("\r\n");
}

/** A list of one item, as JSON. */
export function cslOf({ id, data }: Work): string {
  const { type, authors, title, year, venue, volume, number, pages, arxiv, url } = data;
  const item = {
    id,
    type: KINDS[type].csl,
    title,
    author: authors.map((author) => {
      const literal = organisationOf(author);
      const [family, given] = partsOf(author);
      return literal ? { literal } : { family, given };
    }),
    issued: { "date-parts": [[year]] },
    "container-title": venue,
    volume,
    issue: number,
    page: pages?.replace("–", "-"),
    archive: arxiv && "arXiv",
    archive_location: arxiv,
    URL: url,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** A companion of this site, as a work. @param address where it is, if a host gives one */
export function companionWork(
  { id, data: { title, published } }: Pick<CollectionEntry<"papers">, "id" | "data">,
  address: string,
): Work {
  const authors = ["{Two Layers contributors}"];
  return {
    id: `twolayers-${id}`,
    data: {
      type: "misc",
      authors,
      short: "",
      title,
      year: published.getUTCFullYear(),
      venue: "Two Layers",
      url: address,
    },
  };
}

/** Who is no person stands in braces, as in BibTeX: "{Two Layers contributors}". */
function organisationOf(author: string): string | undefined {
  return /^\{(.*)\}$/.exec(author)?.[1];
}

/** "Given Family" as family and given names; the family has the last word, as nobody in the list has two. */
function partsOf(author: string): [family: string, given: string] {
  const words = author.split(" ");
  return [words.at(-1) ?? "", words.slice(0, -1).join(" ")];
}
