// The guides to assignments, for teachers: no student's page leads to them, or loads what they say or how tasks are scored.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ASSIGNMENTS } from "../../src/catalogue/assignments.ts";
import { reachable } from "../../src/offline/integration.mjs";
import { built, builtPages } from "./built.ts";

const pagesIn = (folder: string) => builtPages().filter(({ path }) => path.startsWith(folder));
const student = () => pagesIn("assignments/");
const guides = () => pagesIn("teach/").filter(({ path }) => path !== "teach/");

/** Scripts, by name: those that pages name, and all that these load, now or later. */
function scriptsOf(pages: readonly { html: string }[]): [name: string, text: string][] {
  const assets = join(built.folder, "assets");
  const read = (name: string) => readFileSync(join(assets, name), "utf8");
  return reachable(
    pages.map(({ html }) => html),
    new Set(readdirSync(assets)),
    read,
  ).flatMap((name) => (name.endsWith(".js") ? [[name, read(name)]] : []));
}

/** Whether a script has how an assignment is scored: what its scores.ts exports has one of these names. */
const hasScores = ([, text]: [string, string]) => /[{,](truth|solution|rubric):/.test(text);

test("there is a guide for each assignment, which no index lists and only the teacher's page names", () => {
  const assignments = student().flatMap(({ path }) => path.match(/^assignments\/([^/]+)\/$/)?.[1] ?? []);
  expect(assignments.length).toBeGreaterThan(0);
  expect(guides().map(({ path }) => path)).toEqual(assignments.map((name) => `teach/${name}/`).sort());
  for (const { path, html } of guides())
    expect(html, path).toContain('<meta name="robots" content="noindex">');
  const naming = builtPages().filter(({ html }) => /href="[^"]*\/teach\/[^"/]+\//.test(html));
  expect(naming.map(({ path }) => path)).toEqual(["teach/"]);
});

test("no student's page loads how tasks are scored, or what a guide says", () => {
  expect(scriptsOf(pagesIn("grade/")).some(hasScores), "grading loads it").toBe(true);
  expect(scriptsOf(student()).filter(hasScores)).toEqual([]);
  const titles = ASSIGNMENTS.flatMap(({ tasks }) => Object.values(tasks).map(({ title }) => title));
  const texts = [...student().map(({ path, html }) => [path, html]), ...scriptsOf(student())];
  for (const { path, html } of guides()) {
    const said =
      html
        .slice(html.indexOf('id="guide"'), html.indexOf("</main>"))
        .match(/(?<=<(p|li|td|span)>)[^<]{30,}/g) ?? [];
    expect(said.length, path).toBeGreaterThan(0);
    // A guide names tasks by their titles.
    const secret = said.filter((sentence) => !titles.includes(sentence.trim()));
    const found = secret.flatMap((sentence) => texts.filter(([, text]) => text?.includes(sentence)));
    expect(found.map(([name]) => name)).toEqual([]);
  }
});

test("what every reader's browser keeps has no scores", () => {
  const worker = readFileSync(join(built.folder, "sw.js"), "utf8");
  const kept = new Set(worker.match(/(?<=url:\Wassets\/)[\w.~@-]+\.js/g));
  const scores = scriptsOf(pagesIn("grade/")).filter(hasScores);
  expect(kept.size).toBeGreaterThan(10);
  expect(scores.filter(([name]) => kept.has(name))).toEqual([]);
});

test("the search of the site finds no guide", async ({ page }) => {
  await page.goto("search/?q=students");
  await expect(page.locator("site-search [role=status]")).toContainText(/pages? ha(s|ve)/);
  await expect(page.locator("site-search ol > li").first()).toBeVisible();
  for (const { path } of guides())
    await expect(page.locator(`site-search a[href*="${path}"]`)).toHaveCount(0);
});
