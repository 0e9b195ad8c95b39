// What an article says of itself: who wrote it, when, which version, how it was checked, and what to do about a mistake.
import { expect, test } from "@playwright/test";
import { LEDGER } from "../../src/claims/ledger.ts";
import { SOFTWARE } from "../../src/software.ts";
import { PAPERS, referenceOf } from "./papers.ts";

test.use({ javaScriptEnabled: false });

for (const { paper } of PAPERS) {
  test(`the article on ${paper} says who made it, when, in which version, and how it was checked`, async ({
    page,
  }) => {
    await page.goto(`${paper}/`);
    const byline = page.locator(".byline");
    await expect(byline).toContainText("by the Two Layers contributors");
    await expect(byline).toContainText(/Published \d+ \w+ \d{4}[,;] /);
    await expect(byline).toContainText(SOFTWARE);
    const claims = LEDGER.filter(({ id }) => id.startsWith(`${paper}/`));
    const supported = claims.filter(({ id }) => referenceOf(id).verdict === "supported").length;
    const main = page.locator("article");
    await expect(main).toContainText(`This companion makes ${claims.length} claims that run.`);
    await expect(main).toContainText(`reference records: ${supported} supported`);
    await expect(main).toContainText(/claims held in \d+ of \d+ sets/);
    // Whoever builds the pages under test names no repository: there is nothing to link to, and the page says what to do.
    await expect(main).toContainText("tell whoever hosts this copy");
    await expect(page.locator(".bibtex").last()).toContainText(`{${SOFTWARE}`);
    await expect(page.locator(".bibtex").last()).toContainText(/Published \d{4}-\d\d-\d\d/);
  });
}
