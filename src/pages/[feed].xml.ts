/** The companions as a feed, at feed.xml, the last changed first. Its links are whole addresses: without the site's there is none. */
import rss from "@astrojs/rss";
import type { APIRoute } from "astro";
import { address } from "../../components/address.ts";
import { companionsInOrder } from "../../components/companions.ts";
import { lastCommit } from "../history.ts";

export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { feed: "feed" } }] : [];
}

export const GET: APIRoute = async ({ site }) => {
  const companions = await companionsInOrder();
  const items = companions.map(({ id, data: { title, description, published } }) => {
    const changed = lastCommit(process.cwd(), `content/papers/${id}.mdx`)?.on;
    return { title, description, link: address(`${id}/`), pubDate: changed ? new Date(changed) : published };
  });
  return rss({
    title: "Two Layers",
    description: "Live, checkable companions to papers on how two-layer neural networks train.",
    site: new URL(address(), site as URL),
    items: items.sort((one, other) => Number(other.pubDate) - Number(one.pubDate)),
    customData: "<language>en-gb</language>",
  });
};
