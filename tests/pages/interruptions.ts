// What the tests of interruptions share: a sweep that takes seconds, and how far it is.
import { expect, type Locator, type Page } from "@playwright/test";
import { digestOf } from "../../src/runtime/records/digest.ts";
import { watching } from "./pageSettings.ts";

export const ARTICLE = "phase-diagram/";
/** Ten seconds on two cores, with checkpoints in between. */
export const SWEEP = `${ARTICLE}?relative-distance.widths=10000,20000,30000,40000&relative-distance.backend=wasm`;

export const barOf = (figure: Locator) => figure.locator(".figure-bar .progress-text");

/** Share of the work done, as the figure or the claim shows it. */
export const shareOf = (within: Locator) =>
  within
    .locator("progress")
    .evaluate((bar: HTMLProgressElement) => bar.value, undefined)
    .catch(() => 0);

/**
 * The first share above 0 that a press of a button leads to. It is the page that watches: from outside, a look may come
 * when all is over.
 */
export async function firstShareAfter(within: Locator, button: string): Promise<number> {
  const told = await within.evaluateHandle((element) => ({
    first: new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        const share = element.querySelector("progress")?.value ?? 0;
        if (share === 0) return;
        observer.disconnect();
        resolve(share);
      });
      observer.observe(element, { attributes: true, childList: true, characterData: true, subtree: true });
    }),
  }));
  await within.getByRole("button", { name: button }).click();
  return told.evaluate(({ first }) => first);
}

/** Begins a figure's run, as fast as it can if not told otherwise, and waits until so much of it is done. */
export async function runUntil(figure: Locator, share: number, animated = false): Promise<void> {
  await watching(figure.page(), animated);
  await figure.getByRole("button", { name: "Run" }).click();
  // What the address asked for may have run by itself before: that is over.
  await expect(barOf(figure)).not.toContainText("finished");
  await expect.poll(() => shareOf(figure), { intervals: [20] }).toBeGreaterThan(share);
}

export const finished = (figure: Locator) => expect(barOf(figure)).toContainText("finished");

/** SHA-256 over every number that the figure has measured. */
export async function digestIn(page: Page, figure: Locator): Promise<string> {
  const waiting = page.waitForEvent("download");
  const files = figure.getByText("link and files");
  if (!(await figure.getByRole("button", { name: "Save this figure as JSON" }).isVisible()))
    await files.click();
  await figure.getByRole("button", { name: "Save this figure as JSON" }).click();
  const chunks = await (await (await waiting).createReadStream()).toArray();
  return digestOf(JSON.parse(Buffer.concat(chunks).toString()).cases);
}
