/** The index of the site as Pagefind answers from it (src/search/integration.mjs), loaded when it is first asked. */
import { address } from "../address.ts";

/** A place where words were found; `excerpt` is HTML in which they are marked. */
export interface Found {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

/** A page, with its sections that have the words. */
export interface FoundPage extends Found {
  readonly sections: readonly Found[];
}

interface Fragment {
  readonly url: string;
  readonly excerpt: string;
  /** All of the page's text. */
  readonly content: string;
  readonly meta: { readonly title?: string };
  readonly sub_results: readonly (Found & { readonly locations: readonly number[] })[];
}

interface Pagefind {
  options(options: { baseUrl: string; excerptLength: number }): Promise<void>;
  search(words: string): Promise<{ results: readonly { data(): Promise<Fragment> }[] }>;
}

let loading: Promise<Pagefind> | undefined;

/** @throws {Error} where it cannot be loaded, as without a connection; the next call tries again */
export function load(): Promise<Pagefind> {
  loading ??= begin().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function begin(): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ address("search/index/pagefind.js"));
  await pagefind.options({ baseUrl: address(), excerptLength: 24 });
  return pagefind;
}

/**
 * Pages that have the words, the best first.
 * @param most pages that are returned
 * @returns also how many there are in all
 * @throws {Error} as load() does
 */
export async function find(words: string, most: number): Promise<{ pages: FoundPage[]; all: number }> {
  const { results } = await (await load()).search(words);
  const fragments = await Promise.all(results.slice(0, most).map((result) => result.data()));
  if (!words.split(/\s+/).every((word) => isIn(word, fragments))) return { pages: [], all: 0 };
  const pages = fragments.map(({ url, excerpt, meta, sub_results }) => ({
    title: meta.title ?? url,
    url,
    excerpt,
    // One without an anchor is the page itself, where words stand before its first section.
    sections: sub_results
      .filter((section) => section.url.includes("#"))
      .sort((a, b) => b.locations.length - a.locations.length)
      .slice(0, 3),
  }));
  return { pages, all: results.length };
}

/**
 * Whether a word is in the text of one of them, but for its ending. Pagefind leaves out letters at the end of a word that it
 * does not have until it has one that begins like it, and would find x for xylophone.
 */
function isIn(word: string, fragments: readonly Fragment[]): boolean {
  const letters = word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  const beginning = letters.slice(0, Math.ceil(0.55 * letters.length));
  return fragments.some(({ content }) => content.toLowerCase().includes(beginning));
}
