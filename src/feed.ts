/** A feed of pages as RSS 2.0, the last changed first. Text; knows nothing of pages and of the history. */
import { getRssString } from "@astrojs/rss";

export interface Entry {
  readonly title: string;
  readonly description: string;
  /** Whole, as of the site and of the feed itself. */
  readonly address: string;
  readonly changed: Date;
}

/** @param site the whole address of the front page @param own that of the feed, by which a reader knows it */
export function feedOf(entries: readonly Entry[], site: string, own: string): Promise<string> {
  const inOrder = entries.toSorted((one, other) => Number(other.changed) - Number(one.changed));
  return getRssString({
    title: "Two Layers",
    description: "Live, checkable companions to papers on how two-layer neural networks train.",
    site,
    items: inOrder.map(({ title, description, address, changed }) => ({
      title,
      description,
      link: address,
      pubDate: changed,
    })),
    xmlns: { atom: "http://www.w3.org/2005/Atom" },
    customData: `<language>en-gb</language><atom:link href="${own}" rel="self" type="application/rss+xml"/>`,
  });
}
