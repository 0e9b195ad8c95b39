/**
 * Watches the live figures of the built site run in Chromium, and asks its trace what their frames cost. What the numbers
 * are is in frames.ts; how they are told, in figuresTable.ts.
 */
import type { Page } from "puppeteer-core";
import type { Watched } from "./figuresTable.ts";
import { frameCosts, type TraceEvent } from "./frames.ts";
import { selectorOf } from "./places.ts";
import { atEachFigure, type Visiting } from "./visits.ts";

/** What the trace has to tell: tasks, and what is done in them. */
const CATEGORIES = ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline", "v8", "v8.execute"];

/** A figure as it stands in a page: what of the element is asked here. */
interface LiveFigure extends HTMLElement {
  readonly runs: { readonly phase: string; readonly isLive: boolean };
  readonly step: () => void;
  readonly resume: () => void;
}

export interface Watching extends Visiting {
  /** Seconds that a figure is watched for, unless its run ends before. */
  readonly seconds: number;
}

/** @throws Error with a sentence that says what to do */
export async function watchFigures({
  seconds,
  ...which
}: Watching): Promise<{ browser: string; watched: Watched[] }> {
  const { browser, results } = await atEachFigure(which, (visit, figure) =>
    visit((page) => watch(page, figure, seconds)).catch((error: Error) => {
      throw new Error(`The figure ${figure} could not be watched: ${error.message}`);
    }),
  );
  return { browser, watched: results };
}

/** Runs the figure of a page. */
async function watch(page: Page, figure: string, seconds: number): Promise<Watched> {
  await begin(page, figure);
  await page.tracing.start({ categories: CATEGORIES });
  const end = await runFor(page, figure, seconds);
  const trace = await page.tracing.stop();
  if (!trace) throw new Error("Chromium gave no trace. Try again, or try another Chromium: CHROMIUM_PATH.");
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  return { figure, end, costs: frameCosts(traceEvents) };
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
