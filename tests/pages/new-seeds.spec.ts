// A claim on new seeds, in the page: one set after the other by the rule of the command line, with the bits that are kept of
// them, told plainly whether it held or not.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { freshSet } from "../../src/claims/fresh.ts";
import { claimNamed, LEDGER } from "../../src/claims/ledger.ts";
import { outcomeOfRecord } from "../../src/claims/recorded.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import { quickestOf } from "./papers.ts";

const [NAME = ""] = quickestOf("phase-diagram");
const CLAIM = claimNamed(NAME);

/** The records on new seeds that are kept with the site, in the order of the sets. */
function keptOf(claim: string): readonly ClaimRecord[] {
  const file = new URL(`../../content/records/fresh/${claim}.json`, import.meta.url);
  return JSON.parse(readFileSync(fileURLToPath(file), "utf8"));
}

async function run(check: Locator): Promise<void> {
  const sets = check.locator("[data-seeds]");
  const before = await sets.count();
  await check.getByRole("button", { name: /^With new seeds/ }).click();
  await expect(sets).toHaveCount(before + 1, { timeout: 60_000 });
}

/** As if the site kept none, so that the first set to be run is the first of all. */
async function asIfNoneWereKept(check: Locator): Promise<void> {
  await check.evaluate((element: HTMLElement) => {
    element.dataset.keptSets = "0";
    element.dataset.keptHeld = "0";
  });
}

async function recordSaved(page: Page, set: Locator) {
  const waiting = page.waitForEvent("download");
  await set.getByRole("button", { name: /^Save the record of set/ }).click();
  const download = await waiting;
  const record = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString());
  return { name: download.suggestedFilename(), record: record as ClaimRecord };
}

test("two sets that are kept come out in the page with the very bits that are kept of them", async ({
  page,
}) => {
  await page.goto(`claims/${NAME}/`);
  const check = page.locator("claim-check");
  await asIfNoneWereKept(check);
  await run(check);
  await run(check);
  const kept = keptOf(NAME).slice(0, 2);
  const held = kept.filter(
    (record) => outcomeOfRecord({ ...CLAIM, seeds: record.seeds }, record).verdict === "supported",
  ).length;
  await expect(check.locator("[data-new-digest]")).toHaveText(kept.map(({ digest }) => digest));
  await expect(check.locator("[data-count]")).toHaveText(`Held on ${held} of 2 sets of new seeds run here.`);
});

test("the sets after those that are kept are run one by one and counted, and their records claim no verdict", async ({
  page,
}) => {
  const [paper, number] = NAME.split("/");
  await page.goto(`${paper}/`);
  const card = page.locator(`#claim-${number}`);
  const button = card.getByRole("button", { name: /^With new seeds/ });
  await expect(button).toBeHidden();
  await card.locator(".claim-whole > summary").click();
  await button.focus();
  await page.keyboard.press("Enter");
  const sets = card.locator("[data-seeds]");
  await expect(sets).toHaveCount(1, { timeout: 60_000 });
  await run(card);
  const kept = keptOf(NAME).length;
  const seeds = [kept, kept + 1].map((set) => freshSet(CLAIM, set).seeds);
  for (const [k, expected] of seeds.entries()) {
    await expect(sets.nth(k)).toHaveAttribute("data-seeds", expected.join(","));
    await expect(sets.nth(k)).toContainText(
      `Set ${kept + k + 1}, seeds ${expected[0]} to ${expected.at(-1)}: held`,
    );
  }
  await expect(card.locator("[data-count]")).toHaveText(
    `Held on 2 of 2 sets of new seeds run here; on ${kept} of ${kept} kept with the site.`,
  );
  const { name, record } = await recordSaved(page, sets.nth(1));
  expect(name).toBe(`two-layers-${paper}-${number}-seeds-from-${seeds[1]?.[0]}-wasm.json`);
  expect(record).toMatchObject({ claim: NAME, seeds: seeds[1], verdict: null });
  // The verdict on the claim is that of its own seeds, which were not run.
  await expect(card.locator("[data-verdict]")).toHaveCount(0);
  await expect(card.getByRole("button", { name: "Check it here" })).toBeVisible();
});

test("a set on which the claim does not hold is told as that, with what was measured", async ({ page }) => {
  // A2 as it would be with an interval where no run is.
  let isChanged = false;
  await page.route("**/*.js", async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    const body = script.replace(/\(\.0088,\s*\.15\)/, "(.5,.15)");
    isChanged ||= body !== script;
    await route.fulfill({ response, body });
  });
  await page.goto("claims/phase-diagram/A2/");
  const check = page.locator("claim-check");
  await run(check);
  expect(isChanged).toBe(true);
  await expect(check.locator("[data-held]")).toHaveText("did not hold: refuted");
  await expect(check.locator("[data-seeds] .note").first()).toContainText("accepted is [0.425, 0.575]");
  await expect(check.locator("[data-count]")).toContainText("Held on 0 of 1 set of new seeds run here");
});

test("a check on new seeds can be cancelled, decides nothing, and begins with the same set again", async ({
  page,
}) => {
  await page.goto("claims/phase-diagram/A1/");
  const check = page.locator("claim-check");
  const button = check.getByRole("button", { name: "With new seeds" });
  await button.click();
  const set = freshSet(claimNamed("phase-diagram/A1"), keptOf("phase-diagram/A1").length);
  const progress = check.locator(".progress-text");
  await expect(progress).toContainText(`Seeds ${set.seeds[0]} to ${set.seeds.at(-1)}: `);
  await expect(check.getByLabel("Computes on")).toBeDisabled();
  await check.getByRole("button", { name: "Cancel" }).press("Enter");
  await expect(check).toContainText("Cancelled; nothing was decided.");
  await expect(check.locator("[data-seeds]")).toHaveCount(0);
  await button.click();
  await expect(progress).toContainText(`Seeds ${set.seeds[0]} to `);
});

test("a claim that speaks of its own seeds has no button for others, and says why", async ({ page }) => {
  const own = LEDGER.filter(({ onlyItsSeeds }) => onlyItsSeeds);
  test.skip(own.length === 0, "no claim speaks of its own seeds");
  for (const { id, onlyItsSeeds = "" } of own) {
    await page.goto(`claims/${id}/`);
    await expect(page.getByRole("button", { name: "Check it here" })).toBeVisible();
    await expect(page.getByRole("button", { name: /new seeds/ })).toHaveCount(0);
    await expect(page.locator("dl.facts").first()).toContainText(onlyItsSeeds);
  }
});

test("a dear claim says beforehand what a set costs", async ({ page }) => {
  await page.goto("claims/phase-diagram/A5/");
  await expect(page.locator(".with-new-seeds")).toContainText(
    /A set is as much work as the reference, which took \d+ s/,
  );
});
