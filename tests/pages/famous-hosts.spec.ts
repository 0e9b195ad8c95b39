// The hosts that HOSTING.md names, as servers that keep the rules which each publishes of itself: where it sends the address of a
// folder, what it reads of the file _headers, what it calls files, what it shows for what is not there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { POLICY } from "../../src/policy/integration.mjs";
import { built } from "./built.ts";
import { hostOf, type Rules } from "./host.ts";
import { trainOn } from "./trainOn.ts";

/** Sends a folder to its address with the slash. */
const toFolder =
  (status: number): NonNullable<Rules["redirects"]> =>
  (path) =>
    /\/[^/.]+$/.test(path) ? [status, `${path}/`] : undefined;

/** What the file _headers says of a path: each rule that fits counts, as Netlify and Cloudflare read it. */
function headersFor(path: string): Record<string, string> {
  const said: Record<string, string> = {};
  let fits = false;
  for (const line of readFileSync(join(built.folder, "_headers"), "utf8").split("\n")) {
    const [, name, value] = /^\s+([^:]+):\s*(.*)$/.exec(line) ?? [];
    if (!name) fits = line.endsWith("*") ? path.startsWith(line.slice(0, -1)) : path === line;
    else if (fits) said[name] = value ?? "";
  }
  return said;
}

/** As files that hosts read themselves are not served. */
const isServed = (path: string) => !/\/(_headers|\.nojekyll)$/.test(path);

const HOSTS: Readonly<Record<string, Rules>> = {
  "GitHub Pages": { headers: { "cache-control": "max-age=600" }, redirects: toFolder(301) },
  "GitLab Pages": { headers: { "cache-control": "max-age=600" }, redirects: toFolder(302) },
  Netlify: { headersOf: headersFor, redirects: toFolder(301), has: isServed },
  "Cloudflare Pages": {
    headersOf: headersFor,
    redirects: (path) =>
      path.endsWith("/index.html") ? [308, path.slice(0, -"index.html".length)] : toFolder(308)(path),
    has: isServed,
  },
  // What puts the files there names types by the machine's own list, which may know neither of these.
  "an S3 website": {
    redirects: toFolder(302),
    typeOf: (path) => (/\.(wasm|woff2|bib|ris)$/.test(path) ? "binary/octet-stream" : undefined),
  },
};

for (const [name, rules] of Object.entries(HOSTS)) {
  test(`is read and trains on ${name}, from the address of a folder on`, async ({ page }) => {
    const host = await hostOf(rules);
    try {
      const complaints = await trainOn(page, host.address, "phase-diagram");
      expect(new URL(page.url()).pathname).toBe(`${built.base}phase-diagram/`);
      const answer = await page.goto(`${host.address}claims/index.html`);
      if (rules.headersOf) expect(answer?.headers()["content-security-policy"]).toBe(POLICY);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(complaints).toEqual([]);
      // The site's own page for what is not there, with its styles, however deep the address was.
      const missing = await page.goto(`${host.address}no/such/page`);
      expect(missing?.status()).toBe(404);
      await page.getByRole("navigation").getByRole("link", { name: "Laboratory" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("The laboratory");
    } finally {
      host.close();
    }
  });
}
