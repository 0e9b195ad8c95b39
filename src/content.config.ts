/** What lies in content/: companions, the works they cite, and the words and symbols they use. */

import { defineCollection, reference } from "astro:content";
import { file, glob } from "astro/loaders";
import { z } from "astro/zod";

const papers = defineCollection({
  loader: glob({ base: "./content/papers", pattern: "*.mdx" }),
  schema: z.object({
    /** The headline: what happens, in one line. */
    title: z.string(),
    /** Two sentences at most; also what search engines and previews show. */
    description: z.string(),
    /** The paper that the companion is about. */
    paper: reference("references"),
    /** The other works that the companion cites, in the order of its bibliography. */
    cites: z.array(reference("references")),
    published: z.coerce.date(),
    /** Where it stands among the companions, from 1 on. */
    place: z.number().int().positive(),
    /** Minutes it takes to read. */
    minutes: z.number().int().positive(),
    /** What it found, as the front page has it: in a sentence without a symbol, and as a view of a figure's reference record. */
    found: z.object({
      says: z.string(),
      /** What is to be seen, for those who cannot see it. */
      shows: z.string(),
      /** "<paper>/<figure>" */
      figure: z.string(),
      view: z.string(),
      /** Which of the figure's cases, from 0 on. */
      case: z.number().int().nonnegative().default(0),
    }),
    /** The picture that organises the companion, which stands in its first screen: what it shows, without a symbol. */
    picture: z.object({
      says: z.string(),
      /** The section that has it in full. */
      section: z.string().startsWith("#"),
      /** What the link to that section says. */
      more: z.string(),
    }),
  }),
});

const references = defineCollection({
  loader: file("./content/references.json"),
  schema: z.object({
    type: z.enum(["article", "inproceedings", "incollection", "misc"]),
    /** "Given Family", in the order of the paper. */
    authors: z.array(z.string()).min(1),
    /** How running text calls it: "Luo et al. 2021". */
    short: z.string(),
    title: z.string(),
    year: z.number().int(),
    /** Journal, proceedings or book. */
    venue: z.string().optional(),
    volume: z.string().optional(),
    number: z.string().optional(),
    pages: z.string().optional(),
    arxiv: z.string().optional(),
    url: z.url(),
    /** A PDF whose page numbers are those that are cited, so that a citation can open the page. */
    pdf: z.url().optional(),
  }),
});

const glossary = defineCollection({
  loader: file("./content/glossary.json", {
    parser: (text) => JSON.parse(text).map((term: object, place: number) => ({ ...term, place })),
  }),
  schema: z.object({
    /** Where it stands in the file, which is the order to learn them in. */
    place: z.number(),
    term: z.string(),
    /** One sentence, in plain text, that says it to whoever has not read anything here. */
    says: z.string(),
    /** Where it is explained: "phase-diagram/#the-map". */
    explained: z.string(),
    /** The word or letter under which it is set beside what other papers mean by the same. */
    compared: z.string().optional(),
    /** How papers have it: their letter, and whatever differs from the above. */
    uses: z
      .array(
        z.object({
          paper: reference("references"),
          /** TeX. */
          symbol: z.string().optional(),
          /** The paper's own word. */
          word: z.string().optional(),
          /** TeX, if a formula says it best. */
          formula: z.string().optional(),
          /** What it is in this paper. */
          meaning: z.string().optional(),
        }),
      )
      .default([]),
  }),
});

/** What a student reads of an assignment; what its tasks are is in src/assignments. */
const assignments = defineCollection({
  loader: glob({ base: "./content/assignments", pattern: "*.mdx" }),
  schema: z.object({
    /** Where it stands among the assignments, from 1 on. */
    place: z.number().int().positive(),
  }),
});

/** What its teacher reads: what solves it, and what to expect. No page of a student loads it. */
const guides = defineCollection({
  loader: glob({ base: "./content/guides", pattern: "*.mdx" }),
  schema: z.object({}),
});

export const collections = { assignments, guides, papers, references, glossary };
