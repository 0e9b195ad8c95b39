// The ledger: complete without a script, checked in the page on WebAssembly, and resumed where it was.
import { readFileSync } from "node:fs";
import { expect, type Locator, type Page, test } from "@playwright/test";
import * as z from "zod/mini";
import { LEDGER } from "../../src/claims/ledger.ts";
import { longDate } from "../../src/longDate.ts";
import { LISTING } from "../../src/runtime/records/listing.ts";
import { REGISTERED, type Registration } from "../../src/runtime/records/registered.ts";
import { builtPages } from "./built.ts";
import { quickestOf, referenceOf } from "./papers.ts";

/** Of one companion, the quickest three whose verdict is the good one. */
const few = quickestOf("phase-diagram")
  .filter((id) => referenceOf(id).verdict === "supported")
  .slice(0, 3);

const A1_AND_A2 = ["phase-diagram/A1", "phase-diagram/A2"];

/** Leaves only some of the listed claims, so that a test takes seconds however many there will be. */
async function openWith(page: Page, ids: readonly string[]): Promise<void> {
  await page.route("**/claims/phase-diagram/", async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/<li class="ledger-entry"[\s\S]*?<\/li>/g, (entry) =>
      ids.includes(/data-claim="([^"]+)"/.exec(entry)?.[1] ?? "") ? entry : "",
    );
    await route.fulfill({ response, body });
  });
  await page.goto("claims/phase-diagram/");
}

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("the ledger lists every claim with its reference verdict", async ({ page }) => {
    await page.goto("claims/");
    await expect(page.locator(".ledger-entry")).toHaveCount(LEDGER.length);
    for (const { id } of LEDGER) {
      const entry = page.locator(`[data-claim="${id}"]`);
      await expect(entry.locator(".claim-verdict")).toContainText(`Reference: ${referenceOf(id).verdict}`);
    }
  });

  test("a row of the ledger has its sentence, its stance, its intervals, what was measured, and a strip of each case", async ({
    page,
  }) => {
    await page.goto("claims/");
    const stances = { agrees: "agrees with", contradicts: "contradicts", beyond: "beyond" };
    for (const { id, statement, stance, cases } of LEDGER) {
      const entry = page.locator(`[data-claim="${id}"]`);
      await expect(entry).toContainText(statement);
      await expect(entry).toContainText(`${stances[stance]} the paper`);
      await expect(entry.locator(".ledger-cases dt")).toHaveText(cases.map(({ label }) => label));
      await expect(entry.locator(".ledger-cases b")).toHaveCount(3 * cases.length);
      await expect(entry.locator("svg[aria-label]")).toHaveCount(cases.length);
    }
    const a2 = page.locator('[data-claim="phase-diagram/A2"] .ledger-cases');
    await expect(a2).toContainText("accepted [0.00748, 0.01012]");
    await expect(a2.locator("svg").first()).toHaveAttribute(
      "aria-label",
      "Inside: 3 of 3 runs, 0 of 3 of the control.",
    );
  });

  test("a claim has a page with its source, its intervals, its controls, its runs and its record", async ({
    page,
  }) => {
    await page.goto("claims/phase-diagram/A2/");
    const main = page.locator("main");
    for (const words of [
      "Fig. 3 (a)–(c), first point of each line",
      "This is what the paper says.",
      "The mean over the seeds must be inside",
      "[0.00748, 0.01012]",
      "0.0088 plotted in the paper, ±15 % for the scatter between single seeds.",
      "With m read as the whole width",
      "misses, as it must",
      "npm run verify -- phase-diagram/A2",
      "Interval written on 22 November 2026, with earlier runs of ours known, so that it rests on fresh seeds",
      "came in the same commit, so that the history does not show which was first",
      referenceOf("phase-diagram/A2").digest,
    ]) {
      await expect(main).toContainText(words);
    }
    await expect(page.locator(".strip svg")).toHaveCount(3);
    // A case has three runs, and its control has three.
    await expect(
      page.locator('[data-strip="0"] circle, [data-strip="0"] path[fill]:not([d*="NaN"])'),
    ).not.toHaveCount(0);
    await expect(page.getByRole("link", { name: "its record" })).toHaveAttribute(
      "href",
      /records\/claims\/phase-diagram\/A2\.json$/,
    );
  });
});

test("every claim's card and page say when its interval was written, and each change since with its commit", () => {
  const registered = REGISTERED.parse(JSON.parse(readFileSync("content/registered.json", "utf8")));
  const pages = new Map(builtPages().map(({ path, html }) => [path, html]));
  for (const { id } of LEDGER) {
    const [paper, number] = id.split("/");
    const card = pages.get(`${paper}/`)?.split(`id="claim-${number}"`)[1] ?? "";
    const { written, changes } = registered[id] as Registration;
    for (const html of [card, pages.get(`claims/${id}/`) ?? ""]) {
      expect(html).toContain(`Interval written on ${longDate(written.on)}`);
      for (const { commit, what } of [{ ...written, what: [] }, ...changes]) {
        expect(html).toContain(commit?.slice(0, 7) ?? "not committed yet");
        for (const change of what) expect(html.replaceAll("&gt;", ">")).toContain(change);
      }
    }
  }
});

test("claims.json lists every claim as its schema says", async ({ request }) => {
  const listing = z.parse(LISTING, await (await request.get("claims.json")).json());
  expect(listing.claims.map(({ id }) => id)).toEqual(LEDGER.map(({ id }) => id));
  for (const { id, reference } of listing.claims)
    expect(reference).toMatchObject({ verdict: referenceOf(id).verdict, digest: referenceOf(id).digest });
  const schema = await (await request.get(listing.$schema)).json();
  expect(schema).toMatchObject({ type: "object", required: expect.arrayContaining(["claims"]) });
});

test("an article's claim cards and the claims' pages lead to each other", () => {
  const pages = new Map(builtPages().map(({ path, html }) => [path, html]));
  for (const { id } of LEDGER) {
    const [paper, number] = id.split("/");
    expect(pages.get(`${paper}/`)).toContain(`claims/${id}/"`);
    expect(pages.get(`claims/${id}/`)).toContain(`${paper}/#claim-${number}"`);
  }
});

test("on a claim's page replicates appear one by one, then the verdicts stand side by side", async ({
  page,
}) => {
  await page.goto("claims/phase-diagram/A1/");
  const card = page.locator("claim-check");
  // Whenever a strip is drawn, how many numbers are in the words for what was measured here.
  await card.evaluate((element) => {
    const counts: number[] = [];
    const count = () => {
      const labels = Array.from(element.querySelectorAll("[data-strip] svg"), (svg) => svg.ariaLabel ?? "");
      const live = labels.map((label) => label.split("Here, WebAssembly:")[1] ?? "").join(" ");
      counts.push(live.match(/−?\d+\.\d+/g)?.length ?? 0);
    };
    new MutationObserver(count).observe(element, { childList: true, subtree: true });
    Object.assign(window, { counts });
  });
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card.locator("[data-verdict]")).toBeVisible();
  // Some of the 18 dots and crosses, then more, then all of them.
  const counts = await page.evaluate(() => (window as unknown as { counts: number[] }).counts);
  expect(new Set(counts).size).toBeGreaterThan(2);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(counts.at(-1)).toBe(18);
  const rows = card.locator("[data-side-by-side] tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("Reference, WebAssembly");
  await expect(rows.nth(1)).toContainText("none: the same bits");
  await card.getByLabel("Computes on").selectOption("cpu");
  await expect(rows).toHaveCount(2);
});

test("two backends stand beside the reference, with the gap", async ({ page }) => {
  await page.goto("claims/phase-diagram/A2/");
  const card = page.locator("claim-check");
  const rows = card.locator("[data-side-by-side] tbody tr");
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(rows).toHaveCount(2);
  await card.getByLabel("Computes on").selectOption("cpu");
  await card.getByRole("button", { name: "Check again" }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(2)).toContainText(/plain JavaScript\s*supported/);
  await expect(rows.nth(2).locator("td").last()).toHaveText(/× 10⁻[⁴⁵⁶]/);
  await expect(card.locator('[data-strip="0"] svg')).toHaveAttribute(
    "aria-label",
    /Here, WebAssembly:.*Here, plain JavaScript:/,
  );
});

test("all claims of a list are checked, with the bits of the reference, and one button clears what is kept", async ({
  page,
}) => {
  await openWith(page, few);
  await page.getByRole("button", { name: `Check all ${few.length} claims` }).click();
  await expect(page.locator(".messages")).toContainText(
    `All ${few.length} claims are supported on WebAssembly.`,
  );
  for (const id of few) {
    const entry = page.locator(`[data-claim="${id}"]`);
    await expect(entry).toContainText("every measured bit is the same");
    await expect(entry.locator(".strip svg").first()).toHaveAttribute(
      "aria-label",
      /Reference:.*Here, WebAssembly:/,
    );
  }
  await page.getByRole("button", { name: "Forget what is kept" }).click();
  await expect(page.locator(".messages")).toContainText("Nothing is kept any more");
  await page.reload();
  await expect(page.getByRole("button", { name: "Check all" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Forget" })).toHaveCount(0);
});

test("a check of a list that a reload interrupts goes on with what was finished", async ({ page }) => {
  await page.addInitScript(() => {
    const counting = Object.assign(window, { measured: 0 });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message: { kind?: string }, ...rest: []) {
      if (message.kind === "next") counting.measured++;
      return postMessage.call(this, message, ...rest);
    };
  });
  await openWith(page, A1_AND_A2);
  const first = page.locator('[data-claim="phase-diagram/A1"]');
  /** Measurements that workers were asked for since the page was loaded, until these words were there. */
  const measuredUntil = async (place: Locator, words: RegExp) => {
    await page.getByRole("button", { name: "Check all 2 claims" }).click();
    await expect(place).toContainText(words);
    return page.evaluate(() => (window as unknown as { measured: number }).measured);
  };
  const ofFirst = await measuredUntil(first, /every measured bit is the same/);
  await page.reload();
  const messages = page.locator(".messages");
  await expect(messages).toContainText(/Runs of [12] claims? (is|are) kept in this browser/);
  // Without what is kept, it would be all of the first claim again, and all of the second, which is the smaller one.
  expect(await measuredUntil(messages, /All 2 claims are/)).toBeLessThan(ofFirst);
  await expect(first).toContainText("every measured bit is the same");
});

test("a check of a list can be cancelled", async ({ page }) => {
  await openWith(page, A1_AND_A2);
  await page.getByRole("button", { name: "Check all" }).click();
  await expect(page.locator(".progress-text")).toContainText(/A1: \d+ of \d+ runs/);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator(".messages")).toContainText("Cancelled. What is finished is kept");
});
