/** Serves the reference records as they are, at records/<kind>/<paper>/<name>.json. */
import type { APIRoute, GetStaticPaths } from "astro";

const records = import.meta.glob<string>("../../../content/records/**/*.json", {
  query: "?raw",
  import: "default",
});

export const getStaticPaths: GetStaticPaths = () =>
  Object.entries(records).map(([file, load]) => ({
    params: { path: file.replace(/^.*\/content\/records\//, "").replace(/\.json$/, "") },
    props: { load },
  }));

export const GET: APIRoute = async ({ props }) =>
  new Response(await (props as { load: () => Promise<string> }).load(), {
    headers: { "content-type": "application/json" },
  });
