// The feed of companions, as RSS 2.0 and those who check feeds have it.
import { DOMParser } from "linkedom";
import { expect, it } from "vitest";
import { feedOf } from "../../src/feed.ts";

const SITE = "https://example.org/two-layers/";
const entry = (name: string, day: string) => ({
  title: `${name}: a < b & c`,
  description: `Of ${name}.`,
  address: `${SITE}${name}/`,
  changed: new Date(day),
});
const text = await feedOf(
  [entry("older", "2026-11-22"), entry("newer", "2026-11-28")],
  SITE,
  `${SITE}feed.xml`,
);
const feed = new DOMParser().parseFromString(text, "text/xml");
/** What the elements of a name under another say. */
const of = (under: string, name: string) =>
  [...feed.querySelectorAll(under)].map((parent) => parent.querySelector(name)?.textContent);

it("says what the channel is, where it is, and where the feed itself is", () => {
  expect(feed.querySelector("rss")?.getAttribute("version")).toBe("2.0");
  expect(of("channel", "title")).toEqual(["Two Layers"]);
  expect(of("channel", "link")).toEqual([SITE]);
  expect(of("channel", "language")).toEqual(["en-gb"]);
  expect(text).toContain('xmlns:atom="http://www.w3.org/2005/Atom"');
  expect(text).toContain(`<atom:link href="${SITE}feed.xml" rel="self" type="application/rss+xml"/>`);
});

it("has an item each, the last changed first, with a title, an address that stays, and a date of RFC 822", () => {
  expect(of("item", "title")).toEqual(["newer: a < b & c", "older: a < b & c"]);
  expect(of("item", "link")).toEqual([`${SITE}newer/`, `${SITE}older/`]);
  expect(of("item", "guid")).toEqual(of("item", "link"));
  expect(of("item", "description")).toEqual(["Of newer.", "Of older."]);
  expect(of("item", "pubDate")).toEqual(["Sat, 28 Nov 2026 00:00:00 GMT", "Sun, 22 Nov 2026 00:00:00 GMT"]);
});
