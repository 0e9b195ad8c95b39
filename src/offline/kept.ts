/** What a page and its service worker both know: where copies are kept, and what they say to each other. */

/** Says that a page is open and at rest, and is to be kept. */
export interface Keep {
  readonly keep: string;
}

/** Of the site, under its base: the page that is shown in the place of one that was not kept. */
export const NOT_KEPT = "offline/";

/** Kept with the first page that a reader visits: the list of papers, what checks a record, and what tells of the copies. */
export const ALWAYS_KEPT = ["", NOT_KEPT, "verify/", "about/"];

/** What names of this site's caches begin with; they end with the site's scope, since others may share its host. */
export const PREFIX = "two-layers";

/** The cache with the pages of a version. */
export const pagesOf = (version: string, scope: string) => `${PREFIX}-pages-${version}-${scope}`;

export const isOfSite = (cache: string, scope: string) =>
  cache.startsWith(`${PREFIX}-`) && cache.endsWith(`-${scope}`);

export const hasPages = (cache: string, scope: string) =>
  isOfSite(cache, scope) && cache.startsWith(`${PREFIX}-pages-`);

/** The addresses of all files with a hash that a page names, as it names them: "/two-layers/assets/Base.C2f.css". */
export function hashedIn(html: string, base: string): string[] {
  const named = html.match(/(?<=["'])\/[^"'?#\s]+/g) ?? [];
  return [...new Set(named.filter((path) => path.startsWith(`${base}assets/`)))];
}
