/**
 * <site-search>: a field, and what the pages of the site have of the words in it. The words are in the address, as `?q=`.
 * What was found is said to screen readers once typing rests.
 */
import { html, render } from "lit";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { type Found, type FoundPage, find } from "./siteIndex.ts";

const MOST = 20;
/** Milliseconds without a key after which it looks. */
const REST = 200;

const NO_INDEX =
  "The index of the site could not be loaded. It needs a connection: with one, change a letter and it is tried again.";

class SiteSearch extends HTMLElement {
  #asked = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const input = this.querySelector("input");
    if (!input) return;
    this.#restore(input);
    input.addEventListener("input", () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => void this.#look(input.value), REST);
    });
    addEventListener("popstate", () => this.#restore(input));
  }

  #restore(input: HTMLInputElement): void {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    void this.#look(input.value);
  }

  async #look(text: string): Promise<void> {
    const words = text.trim();
    const asked = ++this.#asked;
    const url = new URL(location.href);
    if (words) url.searchParams.set("q", words);
    else url.searchParams.delete("q");
    history.replaceState(history.state, "", url);
    if (!words) return this.#show("", []);
    const found = await find(words, MOST).catch(() => null);
    if (asked !== this.#asked) return;
    if (found) this.#show(told(words, found.all), found.pages);
    else this.#show(NO_INDEX, []);
  }

  #show(sentence: string, pages: readonly FoundPage[]): void {
    const [status, list] = [this.querySelector("[role=status]"), this.querySelector("ol")];
    if (status) status.textContent = sentence;
    if (list) render(pages.map(itemOf), list);
  }
}

const itemOf = (page: FoundPage) => html`<li>
  <h2><a href=${page.url}>${page.title}</a></h2>
  ${
    // What a section says need not be said of its page as well.
    page.sections.length === 0 ? excerptOf(page) : html`<ul>${page.sections.map(sectionOf)}</ul>`
  }
</li>`;

const sectionOf = (section: Found) =>
  html`<li><h3><a href=${section.url}>${section.title}</a></h3>${excerptOf(section)}</li>`;

/** Of our own pages, with no other element than <mark>. */
const excerptOf = ({ excerpt }: Found) => html`<p>${unsafeHTML(excerpt)}</p>`;

function told(words: string, all: number): string {
  if (all === 0) return `No page has “${words}”. Fewer words, or the beginning of one, find more.`;
  const pages = all === 1 ? "One page has" : `${all} pages have`;
  return `${pages} “${words}”${all > MOST ? `; here are the first ${MOST}` : ""}.`;
}

customElements.define("site-search", SiteSearch);
