/**
 * What pages say of themselves to search engines and indexes, in the words of schema.org: objects for JSON-LD, which is
 * data in a page and never run. A companion is a work of ours on a paper; the paper is what it cites, not what it is.
 */
import type { CollectionEntry } from "astro:content";
import { venueOf } from "./citation.ts";
import type { Claim } from "./claims/claim.ts";
import type { Verdict } from "./claims/judge.ts";

type Work = Pick<CollectionEntry<"references">, "data">;

const CONTEXT = "https://schema.org";
const LICENCE = "https://creativecommons.org/licenses/by/4.0/";
const US = { "@type": "Organization", name: "Two Layers contributors" } as const;

/** A page of this site; its address is whole where a host gives one, and left out elsewhere. */
export interface Page {
  readonly title: string;
  readonly description: string;
  readonly address: string | undefined;
  /** Days: "2026-11-22". */
  readonly published: string;
  readonly changed: string | undefined;
}

/** A paper that somebody else wrote. */
export function paperData({ data }: Work) {
  return {
    "@type": "ScholarlyArticle",
    name: data.title,
    author: data.authors.map((name) => ({ "@type": "Person", name })),
    datePublished: String(data.year),
    isPartOf: { "@type": "CreativeWork", name: venueOf(data) },
    url: data.url,
  };
}

export function companionData(page: Page, paper: Work, software: string) {
  return {
    "@context": CONTEXT,
    "@type": "LearningResource",
    ...pageData(page),
    learningResourceType: "interactive article",
    isBasedOn: paperData(paper),
    citation: paperData(paper),
    version: software,
  };
}

/** How verdicts are rated, from 1, refuted, to 3, supported. Where there is none, nothing is rated. */
const RATINGS: Partial<Record<Verdict, number>> = { refuted: 1, inconclusive: 2, supported: 3 };

/** The reference verdict of this site on a claim; null where nothing was run. */
export function claimReview(
  page: Page,
  claim: Pick<Claim, "statement" | "provenance">,
  verdict: Verdict,
  paper: Work,
) {
  const rating = RATINGS[verdict];
  if (rating === undefined) return null;
  const isOfPaper = claim.provenance === "paper";
  return {
    "@context": CONTEXT,
    "@type": "ClaimReview",
    ...pageData(page),
    claimReviewed: claim.statement,
    itemReviewed: {
      "@type": "Claim",
      text: claim.statement,
      // What was derived here, or is background, the paper has not said.
      ...(isOfPaper
        ? { author: paperData(paper).author, appearance: paperData(paper) }
        : { about: paperData(paper) }),
    },
    reviewRating: {
      "@type": "Rating",
      ratingValue: rating,
      worstRating: 1,
      bestRating: 3,
      alternateName: verdict,
    },
  };
}

function pageData({ title, description, address, published, changed }: Page) {
  return {
    ...(address ? { "@id": address, url: address } : {}),
    name: title,
    description,
    inLanguage: "en-GB",
    author: US,
    datePublished: published,
    ...(changed ? { dateModified: changed } : {}),
    license: LICENCE,
    isAccessibleForFree: true,
  };
}

/** As it stands in a script element: nothing in it ends the element. */
export function inScript(data: object): string {
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}
