/**
 * The tags in the head of a page by which Google Scholar and reference managers know a work: `citation_title` and its like,
 * which are Highwire Press's. They describe a page of ours; a paper that it is on is what it cites, never what it is.
 */
import type { CollectionEntry } from "astro:content";
import type { Page } from "./linkedData.ts";

type Work = Pick<CollectionEntry<"references">, "data">;

export type Tag = readonly [name: string, content: string];

/** @param cited works, the one that the page is on first */
export function scholarTags(
  { title, address, published }: Pick<Page, "title" | "address" | "published">,
  cited: readonly Work[],
): Tag[] {
  const day = published.replaceAll("-", "/");
  return [
    ["citation_title", title],
    ["citation_author", "Two Layers contributors"],
    ["citation_publication_date", day],
    ["citation_online_date", day],
    ["citation_journal_title", "Two Layers"],
    ["citation_language", "en"],
    ...(address ? [["citation_fulltext_html_url", address] as const] : []),
    ...cited.map((work) => ["citation_reference", referenceOf(work)] as const),
  ];
}

/** What a work appeared in, by its type; of others, who published it. */
const CONTAINERS: Readonly<Partial<Record<Work["data"]["type"], string>>> = {
  article: "citation_journal_title",
  inproceedings: "citation_conference_title",
};

/** A work in one line: fields of the same names, each with its value, with semicolons between them. */
function referenceOf({ data }: Work): string {
  const { type, authors, title, year, venue, volume, number, arxiv } = data;
  const fields: [name: string, value: string | undefined][] = [
    ["citation_title", title],
    ...authors.map((author): [string, string] => ["citation_author", author]),
    [CONTAINERS[type] ?? "citation_publisher", venue],
    ["citation_volume", volume],
    ["citation_issue", number],
    ["citation_publication_date", String(year)],
    ["citation_arxiv_id", arxiv],
  ];
  return fields
    .flatMap(([name, value]) => (value ? [`${name}=${value.replaceAll(";", ",")}`] : []))
    .join("; ");
}
