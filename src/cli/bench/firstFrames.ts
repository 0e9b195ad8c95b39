/**
 * Presses the settings with a name of the live figures in Chromium, and measures how long it takes until the page shows something of
 * what was picked. How that is told is in firstFramesTable.ts.
 */
import type { Page } from "puppeteer-core";
import type { FirstFrames } from "./firstFramesTable.ts";
import { selectorOf } from "./places.ts";
import { atEachFigure, type Visit, type Visiting } from "./visits.ts";

/** Times that each is pressed, each time in a page of its own that has computed something before. */
const ROUNDS = 7;
/** Milliseconds between two presses: what was pressed before is under way. */
const APART = 300;

/** A figure as it stands in a page: what of the element is asked here. */
interface LiveFigure extends HTMLElement {
  readonly runs: { readonly phase: string; readonly isLive: boolean };
  readonly run: () => void;
}

/** Of the figures that have settings with a name. @throws Error with a sentence that says what to do */
export async function pressPresets(which: Visiting): Promise<FirstFrames[]> {
  return (await atEachFigure(which, pressAll)).results.flat();
}

/** All settings with a name of a figure; none, where it has none. */
async function pressAll(visit: Visit, figure: string): Promise<FirstFrames[]> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    const presets = await visit(async (page) => {
      const labels = await warm(page, figure);
      for (const [k, label] of labels.entries()) {
        const time = await press(page, figure, k);
        times.set(label, [...(times.get(label) ?? []), time]);
      }
      return labels;
    });
    if (presets.length === 0) break;
  }
  return [...times].map(([preset, milliseconds]) => ({ figure, preset, milliseconds }));
}

/** Runs the figure as it stands, so that what runs and draws is there; returns what can be pressed. */
async function warm(page: Page, figure: string): Promise<string[]> {
  const selector = selectorOf(figure);
  await page.waitForFunction((name) => document.querySelector<LiveFigure>(name)?.runs, {}, selector);
  const presets = await page.evaluate((name) => {
    const element = document.querySelector<LiveFigure>(name);
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    const buttons = [
      ...(element?.querySelectorAll<HTMLElement>('[aria-label="Settings with a name"] button') ?? []),
    ];
    if (buttons.length > 0) element?.run();
    return buttons.map((button) => button.textContent?.trim() ?? "");
  }, selector);
  if (presets.length > 0)
    await page.waitForFunction(
      (name) => /done|failed/.test(document.querySelector<LiveFigure>(name)?.runs.phase ?? ""),
      {},
      selector,
    );
  return presets;
}

/** Milliseconds from a press to the end of the first frame that knows anything of what it set. */
async function press(page: Page, figure: string, place: number): Promise<number> {
  return page.evaluate(
    async (name, k, apart) => {
      const element = document.querySelector<LiveFigure>(name);
      const button = element?.querySelectorAll<HTMLElement>('[aria-label="Settings with a name"] button')[k];
      if (!element || !button) return Number.NaN;
      const begun = performance.now();
      button.click();
      // Of the settings that a page begins with it has a result, and runs nothing.
      while (!element.runs.isLive && element.runs.phase === "starting")
        await new Promise((resolve) => requestAnimationFrame(resolve));
      // The figure draws in this frame; what is sent now arrives when the frame is over.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      const taken = performance.now() - begun;
      await new Promise((resolve) => setTimeout(resolve, apart));
      return taken;
    },
    selectorOf(figure),
    place,
    APART,
  );
}
