/**
 * Presses the settings with a name of the live figures in Chromium, and measures how long it takes until the page shows something of
 * what was picked. How that is told is in firstFramesTable.ts.
 */
import { type Browser, launch, type Page } from "puppeteer-core";
import { chromiumFlags, findChromium } from "../bootstrap/chromium.mjs";
import type { FirstFrames } from "./firstFramesTable.ts";
import { PATIENCE, type Place, placesIn, SCREEN, selectorOf } from "./places.ts";
import { withSite } from "./site.ts";

/** Times that each is pressed, each time in a page of its own that has computed something before. */
const ROUNDS = 7;
/** Milliseconds between two presses: what was pressed before is under way. */
const APART = 300;

/** A figure as it stands in a page: what of the element is asked here. */
interface LiveFigure extends HTMLElement {
  readonly runs: { readonly phase: string; readonly isLive: boolean };
  readonly run: () => void;
}

export interface Pressing {
  /** The one that is asked for; all that have settings with a name, if missing. */
  readonly figure?: string | undefined;
  readonly isBuilt: boolean;
  readonly onFigure: (place: number, of: number, figure: string) => void;
}

/** @throws Error with a sentence that says what to do */
export function pressPresets({ figure, isBuilt, onFigure }: Pressing): Promise<FirstFrames[]> {
  return withSite(isBuilt, async ({ folder, address }) => {
    const places = placesIn(folder, figure);
    const browser = await launch({
      executablePath: await findChromium(),
      headless: true,
      args: chromiumFlags,
    });
    try {
      const pressed: FirstFrames[] = [];
      for (const [k, place] of places.entries()) {
        onFigure(k + 1, places.length, place.figure);
        pressed.push(...(await pressAll(browser, address, place)));
      }
      return pressed;
    } finally {
      await browser.close();
    }
  });
}

/** All settings with a name of a figure; none, where it has none. */
async function pressAll(browser: Browser, address: string, place: Place): Promise<FirstFrames[]> {
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.setViewport(SCREEN);
      await page.goto(`${address}${place.path}`, { waitUntil: "load" });
      const presets = await warm(page, place.figure);
      for (const [k, label] of presets.entries()) {
        const time = await press(page, place.figure, k);
        times.set(label, [...(times.get(label) ?? []), time]);
      }
      if (presets.length === 0) break;
    } finally {
      await context.close();
    }
  }
  return [...times].map(([preset, milliseconds]) => ({ figure: place.figure, preset, milliseconds }));
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
