// The list of pages for search engines, as astro.config.mjs has it written, held to the schema of sitemaps.org: the copy of it
// that @astrojs/sitemap's own writer brings along.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { validateXML } from "xmllint-wasm";

const SCHEMA = new URL("../../node_modules/sitemap/schema/sitemap.xsd", import.meta.url);
const SITE = "https://example.org";
const PAGES = ["", "phase-diagram/", "claims/phase-diagram/A1/", "embed/", "teach/"];
const UNLISTED = [
  "teach/three-regimes/",
  "embed/phase-diagram/map/",
  "embed/claims/phase-diagram/A1/",
  "offline/",
  "404/",
];

const folder = mkdtempSync(join(tmpdir(), "sitemap-"));
afterAll(() => rmSync(folder, { recursive: true }));

let written = "";
beforeAll(async () => {
  vi.stubEnv("SITE_URL", SITE);
  vi.stubEnv("BASE_PATH", "/two-layers/");
  const { default: config } = await import("../../astro.config.mjs");
  vi.unstubAllEnvs();
  const integrations = (config.integrations ?? []) as AstroIntegration[];
  const { hooks } = integrations.find(({ name }) => name === "@astrojs/sitemap") as AstroIntegration;
  // What Astro tells it, as far as it asks.
  const call = (hook: keyof typeof hooks, told: object) =>
    (hooks[hook] as ((told: object) => unknown) | undefined)?.(told);
  await call("astro:routes:resolved", { routes: [] });
  await call("astro:config:done", { config: { ...config, i18n: undefined } });
  await call("astro:build:done", {
    dir: pathToFileURL(`${folder}/`),
    pages: [...PAGES, ...UNLISTED].map((pathname) => ({ pathname })),
    logger: { ...console, info: () => {} },
  });
  written = readFileSync(join(folder, "sitemap-0.xml"), "utf8");
});

async function errorsIn(xml: string): Promise<string[]> {
  const { errors } = await validateXML({ xml, schema: readFileSync(SCHEMA, "utf8") });
  return errors.map(({ message }) => message);
}

it("is a sitemap by the schema", async () => {
  expect(await errorsIn(written)).toEqual([]);
});

it("would not be one with an element that sitemaps do not have, or an address that is none", async () => {
  expect(await errorsIn(written.replaceAll("loc>", "address>"))).not.toEqual([]);
  expect(await errorsIn(written.replace(/<loc>[^<]*/, "<loc>a"))).not.toEqual([]);
});

it("lists every page by its whole address, but none for frames and none that stands for others", () => {
  const listed = [...written.matchAll(/<loc>([^<]*)/g)].map(([, address]) => address);
  expect(listed.sort()).toEqual(PAGES.map((path) => `${SITE}/two-layers/${path}`).sort());
});
