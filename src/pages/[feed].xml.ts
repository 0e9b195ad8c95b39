/** The companions as a feed, at feed.xml. Its links are whole addresses: without the site's there is none. */
import type { APIRoute } from "astro";
import { address } from "../../components/address.ts";
import { companionsInOrder } from "../../components/companions.ts";
import { feedOf } from "../feed.ts";
import { lastCommit } from "../history.ts";

export function getStaticPaths() {
  return import.meta.env.SITE ? [{ params: { feed: "feed" } }] : [];
}

export const GET: APIRoute = async ({ site }) => {
  const whole = (path: string) => new URL(address(path), site as URL).href;
  const companions = await companionsInOrder();
  const entries = companions.map(({ id, data: { title, description, published } }) => {
    const changed = lastCommit(process.cwd(), `content/papers/${id}.mdx`)?.on;
    return { title, description, address: whole(`${id}/`), changed: changed ? new Date(changed) : published };
  });
  const feed = await feedOf(entries, whole(""), whole("feed.xml"));
  return new Response(feed, { headers: { "content-type": "application/xml" } });
};
