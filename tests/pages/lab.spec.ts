// The laboratory as a reader uses it: a preset runs, one network is followed through all lenses while it trains, a second one stands
// beside it, the address brings it all back, and its record is confirmed.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import type { FigureRecord } from "../../src/runtime/records/record.ts";

const RECORD = JSON.parse(
  readFileSync(new URL("../../content/records/figures/laboratory/network.json", import.meta.url), "utf8"),
) as FigureRecord;

async function laboratory(page: Page, search = "") {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto(`lab/${search}`);
  const figure = page.locator("#figure-network");
  // What an address asks for may run already, or have come to its end.
  await expect(figure.getByRole("button", { name: /^(Run|Run again|Pause)$/ })).toBeVisible();
  const lenses = figure.getByRole("group", { name: "Look through" }).getByRole("checkbox");
  const finished = () =>
    expect(figure.locator(".progress-text")).toContainText("finished", { timeout: 120_000 });
  return { figure, lenses, finished, faults };
}

/** Titles of the plots in sight. */
const plotsOf = (page: Page) => page.locator("#figure-network .plot-title:visible").allTextContents();

test("one network is followed through all lenses while it trains", async ({ page }) => {
  const { figure, lenses, finished, faults } = await laboratory(page);
  await figure.getByRole("button", { name: "Neurons line up" }).click();
  const names = await lenses.evaluateAll((all) =>
    all.map((each) => each.closest("label")?.textContent?.trim() ?? ""),
  );
  expect(names.length).toBeGreaterThanOrEqual(5);
  const seen = new Set<string>();
  for (const [k, name] of names.entries()) {
    const lens = figure.getByRole("checkbox", { name });
    for (const [other] of names.entries()) if (other !== k) await lenses.nth(other).uncheck();
    await lens.check();
    await expect(figure.locator(`.lens-label:visible`, { hasText: name }).first()).toBeVisible();
    const plots = (await plotsOf(page)).filter(
      (title) => !/^(What it learns|How its risk falls)$/.test(title),
    );
    expect(plots.length, name).toBeGreaterThan(0);
    for (const title of plots) seen.add(title);
  }
  await finished();
  expect(seen.size).toBeGreaterThanOrEqual(names.length);
  // Each lens has something to draw at the end, whatever its theory assumes, and says what does not hold.
  for (const [k] of names.entries()) await lenses.nth(k).check();
  const empty = await figure
    .locator(".plot:visible [data-plot]")
    .evaluateAll((all) =>
      all.filter((each) => !each.querySelector("svg, canvas")).map((each) => each.dataset.plot),
    );
  expect(empty).toEqual([]);
  await expect(figure.getByText(/assumptions? of its theory (does|do)/).first()).toBeVisible();
  expect(faults).toEqual([]);
});

test("what is off is not drawn, and the first preset ends where its record does", async ({ page }) => {
  const { figure, lenses, finished } = await laboratory(page);
  await lenses.first().uncheck();
  expect(await plotsOf(page)).toEqual(["What it learns", "How its risk falls"]);
  await figure.getByRole("button", { name: "Run", exact: true }).click();
  await finished();
  expect(await figure.locator(".plot:hidden canvas").count()).toBe(0);
  const download = page.waitForEvent("download");
  await figure.getByText("More settings, link and files").click();
  await figure.getByRole("button", { name: "Save this figure as record" }).click();
  const file = await (await download).path();
  const saved = JSON.parse(readFileSync(file, "utf8")) as FigureRecord;
  expect(saved.digest).toBe(RECORD.digest);
});

test("the first report of a run is shown as soon as it is there, and waits for no frame of the screen", async ({
  page,
}) => {
  const { figure } = await laboratory(page);
  await page.evaluate(() => {
    window.requestAnimationFrame = () => 0;
    const later = setTimeout;
    const inTime = (act: () => void, wait?: number) => (wait === 200 ? 0 : later(act, wait));
    // What goes on at a few frames a second, where there are none.
    window.setTimeout = inTime as typeof setTimeout;
  });
  await figure.getByRole("button", { name: "Neurons line up" }).click();
  await expect(figure.locator(".sentence")).toContainText("After 0 steps");
  await expect(figure.locator('[data-plot="0 risks"] svg')).toBeVisible();
});

test("its picture can be saved, of what is in sight alone, and a lens sees what stands still", async ({
  page,
}) => {
  const { figure, lenses } = await laboratory(page);
  await figure.getByRole("button", { name: "Far examples first" }).click();
  await figure.getByRole("button", { name: "Pause" }).click();
  await lenses.first().check();
  await expect(figure.locator(".sentence")).toContainText("The input weights have moved by");
  await expect(figure.locator(".sentence")).not.toContainText("—");
  await figure.getByText("More settings, link and files").click();
  const download = page.waitForEvent("download");
  await figure.getByRole("button", { name: "Save this figure as SVG" }).click();
  const svg = readFileSync(await (await download).path(), "utf8");
  expect(svg).toContain("How far its input weights have moved");
  expect(svg).not.toContain("Similarity of all pairs");
});

test("two networks stand beside each other, come back by their address, and their record is confirmed", async ({
  page,
}) => {
  const { figure, finished } = await laboratory(page);
  await figure.getByRole("button", { name: "Set another beside it" }).click();
  await expect(figure.getByRole("radio", { name: "B alone" })).toBeChecked();
  await figure.getByText("More settings, link and files").click();
  const gamma = figure.getByRole("textbox", { name: "Scale of the output" });
  await gamma.fill("0.5");
  await gamma.press("Tab");
  await figure.getByRole("radio", { name: /^A, and B/ }).check();
  await expect(gamma).toHaveValue("1");
  // What is set runs by itself, since it is short.
  await expect(figure.locator(".sentence")).toContainText("B has other settings: γ: 0.5 instead of 1.");
  await expect(figure.locator(".sentence")).toContainText("With that comes:");
  await finished();
  expect(await figure.locator(".cell:visible .cell-label:visible").allTextContents()).toEqual(["A", "B"]);
  // Neither keeps more room for its numbers than they have had.
  const roomBeneath = await figure.locator(".case-numbers:visible").evaluateAll((all) =>
    all.map((each) => {
      const ends = Array.from(each.querySelectorAll("dd"), (dd) => dd.getBoundingClientRect().bottom);
      return each.getBoundingClientRect().bottom - Math.max(...ends);
    }),
  );
  expect(Math.max(...roomBeneath)).toBeLessThan(60);

  const download = page.waitForEvent("download");
  await figure.getByRole("button", { name: "Save this figure as record" }).click();
  const record = await (await download).path();
  const address = page.url();
  expect(address).toContain("network.beside-gamma=0.5");
  const again = await laboratory(page, new URL(address).search);
  await expect(again.figure.locator(".sentence")).toContainText("γ: 0.5 instead of 1");
  await again.figure.getByRole("button", { name: "Take B away" }).click();
  await expect(again.figure.locator(".cell:visible")).toHaveCount(1);

  await page.goto("verify/");
  await page.locator("input[type=file]").setInputFiles(record);
  await page.locator("[data-rerun]").click();
  await expect(page.locator("[data-finding]")).toHaveAttribute("data-finding", "confirmed", {
    timeout: 120_000,
  });
});

test("a setting that a teacher has locked is shown and cannot be changed", async ({ page }) => {
  const { figure } = await laboratory(page, "?network.locked=data,gamma&network.hidden=loss");
  await expect(figure.getByText("Set by whoever made this link.").first()).toBeVisible();
  await expect(figure.getByRole("combobox", { name: "What is learnt" })).toHaveCount(0);
  await expect(figure.getByText("Loss", { exact: true })).toHaveCount(0);
  await expect(figure.getByRole("button", { name: "Linear regime" })).toHaveCount(0);
});

test("settings stand under headings that say what they set, and a heading without any is not there", async ({
  page,
}) => {
  const { figure } = await laboratory(page);
  await figure.getByText("More settings, link and files").click();
  const groups = figure.locator(".more-settings fieldset");
  const headings = () => groups.locator("legend").allTextContents();
  expect(await headings()).toEqual(["Network", "Scale", "Training", "Random numbers"]);
  const training = figure.getByRole("group", { name: "Training" });
  await expect(training.getByRole("combobox", { name: "Rule" })).toBeVisible();
  await expect(training.getByRole("textbox", { name: /^Step Δt/ })).toHaveCount(0);
  await training.getByRole("combobox", { name: "Rule" }).selectOption("fixed");
  await expect(training.getByRole("textbox", { name: /^Step Δt/ })).toBeVisible();
  // Where each example is met once, there is one way to scale it.
  await figure.getByRole("button", { name: "One component after another" }).click();
  await expect(figure.getByRole("group", { name: "Scale" })).toHaveCount(0);
  await expect(
    figure.getByRole("group", { name: "Random numbers" }).getByRole("textbox", { name: "Seed" }),
  ).toBeVisible();
});
