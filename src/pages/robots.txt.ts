/** Robots may read all; where the pages are listed, if the site knows its address. */
import type { APIRoute } from "astro";
import { address } from "../../components/address.ts";

export const GET: APIRoute = ({ site }) => {
  const map = site ? [`Sitemap: ${new URL(address("sitemap-index.xml"), site).href}`] : [];
  return new Response(["User-agent: *", "Allow: /", ...map, ""].join("\n"));
};
