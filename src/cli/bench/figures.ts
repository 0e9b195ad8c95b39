/**
 * Watches the live figures of the built site run in Chromium, and asks its trace what their frames cost. What the numbers
 * are is in frames.ts; how they are told, in figuresTable.ts.
 */
import { type Browser, launch, type Page } from "puppeteer-core";
import { chromiumFlags, findChromium } from "../bootstrap/chromium.mjs";
import type { Watched } from "./figuresTable.ts";
import { frameCosts, type TraceEvent } from "./frames.ts";
import { PATIENCE, type Place, placesIn, SCREEN, selectorOf } from "./places.ts";
import { withSite } from "./site.ts";

/** What the trace has to tell: tasks, and what is done in them. */
const CATEGORIES = ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "v8.execute"];

/** A figure as it stands in a page: what of the element is asked here. */
interface LiveFigure extends HTMLElement {
  readonly runs: { readonly phase: string; readonly isLive: boolean };
  readonly step: () => void;
  readonly resume: () => void;
}

export interface Watching {
  /** Seconds that a figure is watched for, unless its run ends before. */
  readonly seconds: number;
  /** The one that is asked for; all, if missing. */
  readonly figure?: string | undefined;
  /** Whether the site is built first, even if it is there. */
  readonly isBuilt: boolean;
  readonly onFigure: (place: number, of: number, figure: string) => void;
}

/** @throws Error with a sentence that says what to do */
export function watchFigures(what: Watching): Promise<{ browser: string; watched: Watched[] }> {
  return withSite(what.isBuilt, async ({ folder, address }) => {
    const places = placesIn(folder, what.figure);
    const browser = await launch({
      executablePath: await findChromium(),
      headless: true,
      args: chromiumFlags,
    });
    try {
      const watched: Watched[] = [];
      for (const [k, place] of places.entries()) {
        what.onFigure(k + 1, places.length, place.figure);
        watched.push(await watch(browser, address, place, what.seconds));
      }
      return { browser: await browser.version(), watched };
    } finally {
      await browser.close();
    }
  });
}

/** Loads the page of a figure for it alone, and runs it. */
async function watch(
  browser: Browser,
  address: string,
  { figure, path }: Place,
  seconds: number,
): Promise<Watched> {
  // Nothing that another figure has left behind is taken up.
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.setViewport(SCREEN);
    await page.goto(`${address}${path}`, { waitUntil: "load" });
    await begin(page, figure);
    await page.tracing.start({ categories: CATEGORIES });
    const end = await runFor(page, figure, seconds);
    const trace = await page.tracing.stop();
    if (!trace) throw new Error("Chromium gave no trace. Try again, or try another Chromium: CHROMIUM_PATH.");
    const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
    return { figure, end, costs: frameCosts(traceEvents) };
  } catch (error) {
    throw new Error(`The figure ${figure} could not be watched: ${(error as Error).message}`);
  } finally {
    await context.close();
  }
}

/** Makes the first measurement, slow enough to watch: what is loaded for it is no frame’s cost. */
async function begin(page: Page, figure: string): Promise<void> {
  const selector = selectorOf(figure);
  await page.waitForFunction(
    (name) => document.querySelector<LiveFigure>(name)?.runs && document.querySelector("page-settings input"),
    {},
    selector,
  );
  await page.evaluate((name) => {
    const watched = document.querySelector<HTMLInputElement>('page-settings input[type="checkbox"]');
    if (watched && !watched.checked) watched.click();
    const element = document.querySelector<LiveFigure>(name);
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    element?.step();
  }, selector);
  await page.waitForFunction(
    (name) => {
      const { phase, isLive } = document.querySelector<LiveFigure>(name)?.runs ?? {};
      return isLive || phase === "failed" || phase === "idle";
    },
    {},
    selector,
  );
}

/** Runs on until the time is over, or the run; says which. */
async function runFor(page: Page, figure: string, seconds: number): Promise<Watched["end"]> {
  return page.evaluate(
    async (name, milliseconds) => {
      const element = document.querySelector<LiveFigure>(name);
      if (!element) return "failed";
      if (element.runs.phase === "paused") element.resume();
      const until = performance.now() + milliseconds;
      while (element.runs.phase === "running" && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
      const { phase } = element.runs;
      return phase === "running" ? "cut" : phase === "done" ? "finished" : "failed";
    },
    selectorOf(figure),
    1000 * seconds,
  );
}
