// HOSTING.md and the files of hosting/: that they are what the guide shows, that they name the site's policy, and that the
// servers for which they are do as the guide says.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import { HEADERS } from "../../../src/policy/integration.mjs";
import { CADDY, NGINX, recipe, running } from "./servers.ts";

const guide = readFileSync(new URL("../../../HOSTING.md", import.meta.url), "utf8");
const names = globSync("*", { cwd: new URL("../../../hosting/", import.meta.url).pathname });

it.each(names)("shows hosting/%s as it is", (name) => {
  const shown = guide.split(`](hosting/${name})`)[1]?.match(/```\w*\n([\s\S]*?)```/)?.[1];
  expect(shown).toBe(recipe(name));
});

it("names in each recipe of a server the headers that _headers has", () => {
  for (const name of ["nginx.conf", "Caddyfile"])
    for (const [header, value] of Object.entries(HEADERS)) {
      const line = new RegExp(`${header} "?(.*?)"?( always;)?$`, "m").exec(recipe(name))?.[1];
      expect(line, `${name}: ${header}`).toBe(value);
    }
});

it("tells the build in each workflow where it will be, and publishes the folder that it writes", () => {
  const github = parse(recipe("github-pages.yml"));
  const steps = github.jobs.pages.steps as { run?: string; env?: object; with?: { path?: string } }[];
  const build = steps.find(({ run }) => run?.includes("npm run build"));
  expect(Object.keys(build?.env ?? {}).sort()).toEqual(["BASE_PATH", "REPOSITORY_URL", "SITE_URL"]);
  expect(steps.map((step) => step.with?.path)).toContain("dist");
  const { variables, script, publish, artifacts } = parse(recipe("gitlab-pages.yml")).pages;
  for (const name of ["BASE_PATH", "REPOSITORY_URL", "SITE_URL"])
    expect(`${Object.keys(variables)} ${script}`).toContain(name);
  expect([variables.OUT_DIR, ...artifacts.paths]).toEqual([publish, publish]);
});

/** A site as small as can be, with a file of each kind that matters. */
const SITE = {
  "index.html": "<p>front</p>",
  "404.html": "<p>not here</p>",
  "sw.js": "// worker",
  "licences.txt": "ä",
  "claims.json": `{"of": "${"a claim ".repeat(500)}"}`,
  "claims/index.html": "<p>claims</p>",
  "assets/a.1.js": "export {};",
  "assets/a.1.css": "p {}",
  "assets/a.1.wasm": "\0asm",
  "assets/a.1.woff2": "face",
};
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hosted-"));
  for (const name of ["claims", "assets"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(SITE)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What an answer says of itself, as far as it matters. */
async function asked(address: string) {
  const answer = await fetch(address, { redirect: "manual" });
  const { headers } = answer;
  return {
    status: answer.status,
    type: headers.get("content-type")?.replace(/; ?charset=utf-8/i, "; utf-8"),
    to: headers.get("location") ?? undefined,
    kept: headers.get("cache-control") ?? undefined,
    isCompressed: headers.has("content-encoding"),
    text: await answer.text(),
    headers,
  };
}

it.for([NGINX, CADDY])(
  "$name serves the site by its recipe, under a path and at the root",
  async (server, context) => {
    const missing = server.missing();
    if (missing) return context.skip(missing);
    for (const base of ["/two-layers/", "/"]) {
      const { address, close } = await running(server, folder, base);
      try {
        await holds(address, base);
      } finally {
        await close();
      }
    }
  },
);

async function holds(address: string, base: string): Promise<void> {
  const at = (path: string) => asked(address + path);
  expect(await at("")).toMatchObject({ status: 200, type: "text/html; utf-8", text: SITE["index.html"] });
  expect(await at("claims/")).toMatchObject({ status: 200, text: SITE["claims/index.html"] });
  const redirects = [301, 302, 307, 308];
  const withoutSlash = await at("claims");
  expect(redirects).toContain(withoutSlash.status);
  expect(withoutSlash.to).toBe(`${base}claims/`);
  if (base !== "/") expect((await asked(address.slice(0, -1))).to).toBe(base);

  // A page or file that is not there is the site's own page, and is not kept for a year because of its folder.
  for (const path of ["nothing", "assets/gone.js", "claims/nothing/"])
    expect(await at(path), path).toMatchObject({ status: 404, text: SITE["404.html"], kept: undefined });

  const script = expect.stringMatching(/^(text|application)\/javascript\b/);
  expect((await at("assets/a.1.js")).type).toEqual(script);
  expect((await at("assets/a.1.css")).type).toMatch(/^text\/css\b/);
  expect((await at("assets/a.1.wasm")).type).toBe("application/wasm");
  expect((await at("assets/a.1.woff2")).type).toBe("font/woff2");
  expect((await at("licences.txt")).type).toBe("text/plain; utf-8");
  expect((await at("claims.json")).isCompressed).toBe(true);

  expect((await at("assets/a.1.js")).kept).toBe("public, max-age=31536000, immutable");
  expect(await at("sw.js")).toMatchObject({ kept: "no-cache", type: script });
  expect((await at("claims/")).kept).toBeUndefined();
  for (const path of ["", "assets/a.1.js", "sw.js", "nothing"]) {
    const { headers } = await at(path);
    for (const [name, value] of Object.entries(HEADERS))
      expect(headers.get(name), `${path}: ${name}`).toBe(value);
  }
}
