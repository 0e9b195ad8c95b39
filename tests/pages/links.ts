// Follows every link and resource of the built pages in the files themselves, without a browser.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { type BuiltPage, built } from "./built.ts";

/** What a page may name although it is not loaded: where else it can be found. */
const merelyNamed = /^(canonical|alternate|author|license|me)$/;

/** One sentence a broken link, with the page that it is on. */
export function brokenLinks(pages: BuiltPage[]): string[] {
  const documents = new Map(pages.map((page) => [page.file, parseHTML(page.html).document]));
  const host = new URL(built.address).host;
  const broken: string[] = [];

  for (const [file, document] of documents) {
    const here = new URL(file.replace(/(^|\/)index\.html$/, "$1"), built.address);
    for (const element of document.querySelectorAll("[href], [src]")) {
      const text = element.getAttribute("href") ?? element.getAttribute("src") ?? "";
      if (/^(mailto|data|blob):/.test(text)) continue;
      const complain = (why: string) => broken.push(`${file}: “${text}” ${why}`);
      const url = URL.parse(text, here);
      if (!url) {
        complain("is not an address");
        continue;
      }
      if (url.host !== host) {
        const followed = element.localName === "a" || merelyNamed.test(element.getAttribute("rel") ?? "");
        if (!followed) complain("loads from another host");
        continue;
      }
      const problem = follow(url, documents);
      if (problem) complain(problem);
    }
  }
  return [...new Set(broken)];
}

/** @returns what is wrong with an address inside the site, or undefined */
function follow(url: URL, documents: Map<string, Document>): string | undefined {
  if (!url.pathname.startsWith(built.base)) return `leaves the base path ${built.base}`;
  const path = decodeURIComponent(url.pathname.slice(built.base.length));
  const file = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  const onDisk = join(built.folder, file);
  if (!existsSync(onDisk)) return "leads nowhere";
  if (statSync(onDisk).isDirectory()) return "lacks its slash at the end";

  const anchor = decodeURIComponent(url.hash.slice(1));
  const document = documents.get(file);
  if (anchor === "" || anchor.startsWith(":~:") || !document) return undefined;
  return document.getElementById(anchor) ? undefined : `has no “#${anchor}” to go to`;
}
