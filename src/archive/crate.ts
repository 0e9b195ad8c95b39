/**
 * The description of an archive of the site as an RO-Crate 1.1: what lies in it, who made it, under which licences, and
 * every claim with its record and the paper that it is about. Plain data; reads and writes nothing.
 */
import type { Listing } from "../runtime/records/listing.ts";

/** A work of content/references.json, as far as it is needed. */
export interface Paper {
  readonly title: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly url: string;
}

export interface Contents {
  /** Paths in the archive, with forward slashes, and bytes. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  readonly claims: Listing["claims"];
  /** By their keys. */
  readonly papers: Readonly<Record<string, Paper>>;
  readonly software: { readonly name: string; readonly version: string; readonly description: string };
  readonly repository: string | undefined;
  /** The commit that it was made from, and the day of the last change: "2026-11-22". */
  readonly commit: string | undefined;
  readonly published: string;
}

const MIT = "https://spdx.org/licenses/MIT";
const CC_BY = "https://creativecommons.org/licenses/by/4.0/";
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  json: "application/json",
  js: "text/javascript",
  css: "text/css",
  png: "image/png",
  jpg: "image/jpeg",
  svg: "image/svg+xml",
  txt: "text/plain",
  wasm: "application/wasm",
  woff2: "font/woff2",
  xml: "application/xml",
  bib: "application/x-bibtex",
  ris: "application/x-research-info-systems",
};

const to = (id: string) => ({ "@id": id });

export function crateOf(contents: Contents) {
  const { files, claims, papers, software, repository, commit, published } = contents;
  const kept = new Set(files.map(({ path }) => path));
  const recordOf = ({ id }: { readonly id: string }) => `site/records/claims/${id}.json`;
  const cited = [...new Set(claims.map(({ source }) => source.paper))];
  const idOfPaper = (key: string) => papers[key]?.url ?? `#${key}`;
  const people = [...new Set(cited.flatMap((key) => papers[key]?.authors ?? []))];
  const idOf = (name: string) => `#${name.replaceAll(" ", "-")}`;
  return {
    "@context": "https://w3id.org/ro/crate/1.1/context",
    "@graph": [
      {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        conformsTo: to("https://w3id.org/ro/crate/1.1"),
        about: to("./"),
      },
      {
        "@id": "./",
        "@type": "Dataset",
        name: "Two Layers",
        description: software.description,
        datePublished: published,
        license: to(CC_BY),
        author: to("#contributors"),
        mainEntity: to("#software"),
        ...(commit ? { version: commit } : {}),
        hasPart: files.map(({ path }) => to(path)),
        mentions: claims.map(({ id }) => to(`#claim-${id}`)),
        citation: cited.map((key) => to(idOfPaper(key))),
      },
      { "@id": "#contributors", "@type": "Organization", name: "Two Layers contributors" },
      { "@id": MIT, "@type": "CreativeWork", name: "MIT licence", description: "Of the code" },
      {
        "@id": CC_BY,
        "@type": "CreativeWork",
        name: "Creative Commons Attribution 4.0 International",
        description: "Of prose and records",
      },
      {
        "@id": "#software",
        "@type": "SoftwareApplication",
        name: software.name,
        version: software.version,
        description: software.description,
        license: to(MIT),
        author: to("#contributors"),
        ...(repository ? { url: repository } : {}),
      },
      ...people.map((name) => ({ "@id": idOf(name), "@type": "Person", name })),
      ...cited.flatMap((key) => {
        const paper = papers[key];
        if (!paper) return [];
        const { title, authors, year, url } = paper;
        return [
          {
            "@id": url,
            "@type": "ScholarlyArticle",
            name: title,
            author: authors.map((name) => to(idOf(name))),
            datePublished: String(year),
          },
        ];
      }),
      ...claims.map((claim) => ({
        "@id": `#claim-${claim.id}`,
        "@type": "Claim",
        name: `${claim.number}: ${claim.title}`,
        text: claim.statement,
        about: to(idOfPaper(claim.source.paper)),
        creativeWorkStatus: claim.reference.verdict,
        ...(kept.has(recordOf(claim)) ? { subjectOf: to(recordOf(claim)) } : {}),
      })),
      ...files.map(({ path, bytes }) => ({
        "@id": path,
        "@type": "File",
        name: path.slice(path.lastIndexOf("/") + 1),
        contentSize: String(bytes),
        encodingFormat: TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream",
        ...(path.startsWith("site/records/") ? { license: to(CC_BY), author: to("#contributors") } : {}),
      })),
    ],
  };
}
