// The policy of a built site: what it does to a page, and to a folder of them.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, it } from "vitest";
import { headersFile, POLICY, policy, withoutStyles } from "../../../src/policy/integration.mjs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** What a page and its sheet come to: each element's classes, and what these say. */
function of(html: string) {
  const rules = new Map<string, string>();
  return { ...withoutStyles(html, rules), rules: [...rules] };
}

it("leaves a page without style attributes as it is", () => {
  const html = '<p class="style" title=\' style="a"\'>style="b" a < b<br> <input disabled></p>';
  expect(of(html)).toEqual({ html, hadStyles: false, rules: [] });
});

it("makes a class of a style, before the classes that are there, or where there are none", () => {
  const { html, hadStyles, rules } = of('<p style="color: red" class="a b">x</p><br style="color: red">');
  const [[name, declarations] = ["", ""], ...others] = rules;
  expect(hadStyles).toBe(true);
  expect([declarations, ...others]).toEqual(["color: red"]);
  expect(html).toBe(`<p class="${name} a b">x</p><br class="${name}">`);
});

it("gives other declarations another class, and the same ones of another page the same", () => {
  const rules = new Map<string, string>();
  const one = withoutStyles('<i style="--a: 1"></i>', rules).html;
  const two = withoutStyles('<i style="--a: 2"></i>', rules).html;
  expect(one).not.toBe(two);
  expect(withoutStyles('<i style="--a: 1"></i>', rules).html).toBe(one);
  expect([...rules.values()]).toEqual(["--a: 1", "--a: 2"]);
});

it("reads a style as HTML does", () => {
  expect(of('<i style="--a: &quot;&amp;quot;&quot;"></i>').rules[0]?.[1]).toBe('--a: "&quot;"');
  expect(of("<i STYLE='--a: \"b\"'></i>").rules[0]?.[1]).toBe('--a: "b"');
});

it("finds a style behind what looks like the end of its tag, and takes no other attribute for one", () => {
  const { html, rules } = of(
    '<i title="a > b" data-style="no" aria-label=\' style="no"\' style="--a: 1"></i>',
  );
  expect(rules.map(([, declarations]) => declarations)).toEqual(["--a: 1"]);
  expect(html).toBe(
    `<i class="${rules[0]?.[0]}" title="a > b" data-style="no" aria-label=' style="no"'></i>`,
  );
});

it("names the policy and the times of files for the folder in which the site is", () => {
  const lines = headersFile("/base/").split("\n");
  const under = (path: string) => {
    const after = lines.slice(lines.indexOf(path) + 1);
    return after
      .slice(
        0,
        after.findIndex((line) => !line.startsWith("  ")),
      )
      .map((line) => line.trim());
  };
  expect(under("/base/*")).toEqual([
    `Content-Security-Policy: ${POLICY}`,
    "X-Content-Type-Options: nosniff",
    "Access-Control-Allow-Origin: *",
  ]);
  expect(under("/base/assets/*")).toEqual(["Cache-Control: public, max-age=31536000, immutable"]);
  expect(under("/base/sw.js")).toEqual(["Cache-Control: no-cache"]);
  expect(headersFile("/")).toContain("/*\n");
});

/** A folder of a site under /base/ with these pages, after the policy was put into it. */
async function built(pages: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "policy-"));
  folders.push(folder);
  for (const name of ["assets", "gallery"]) mkdirSync(join(folder, name));
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, name), html);
  const { "astro:config:done": configured, "astro:build:done": done } = policy().hooks;
  await configured?.({ config: { base: "/base" } } as never);
  await done?.({ dir: pathToFileURL(`${folder}/`) } as never);
  return (name: string) => readFileSync(join(folder, name), "utf8");
}

const page = (body: string) => `<html><head><meta charset="utf-8"><title>x</title></head>${body}</html>`;

it("puts the policy into each page before all that it holds for, and the sheet where it is needed", async () => {
  const at = await built({
    "index.html": page('<p style="color: red">x</p>'),
    "404.html": page("<p>x</p>"),
    "gallery/index.html": page('<p style="color: red">x</p>'),
  });
  const meta = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${POLICY}">`;
  const [, sheet = ""] = /<link rel="stylesheet" href="\/base\/([^"]*)">/.exec(at("index.html")) ?? [];
  const [, name] = /<p class="([^"]*)">/.exec(at("index.html")) ?? [];
  expect(at(sheet)).toBe(`.${name}{color: red}`);
  expect(at("index.html")).toContain(`${meta}<link rel="stylesheet" href="/base/${sheet}"><title>`);
  expect(at("404.html")).toContain(`${meta}<title>`);
  expect(at("gallery/index.html")).toContain(
    `<meta charset="utf-8"><link rel="stylesheet" href="/base/${sheet}">`,
  );
  expect(at("_headers")).toBe(headersFile("/base/"));
  expect(at(".nojekyll")).toBe("");
});

it("refuses a page that has no place for the policy", async () => {
  await expect(built({ "index.html": "<html><head><title>x</title></head></html>" })).rejects.toThrow(
    "index.html",
  );
});

it("allows no script and no style in the text of a page, and nothing from elsewhere", () => {
  expect(POLICY).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(POLICY.split("; ")).toContain("default-src 'none'");
});
