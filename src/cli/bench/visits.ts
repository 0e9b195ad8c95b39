/** Visits the live figures of the built site in Chromium, one after the other. What is done there, whoever asks says. */
import { type Browser, launch, type Page } from "puppeteer-core";
import { chromiumFlags, findChromium } from "../bootstrap/chromium.mjs";
import { type Place, placesIn } from "./places.ts";
import { withSite } from "./site.ts";

const SCREEN = { width: 1280, height: 900 };
/** Milliseconds that a figure may take to its first measurement, and any other answer of the browser. */
const PATIENCE = 120_000;

export interface Visiting {
  /** The one that is asked for; all, if missing. */
  readonly figure?: string | undefined;
  /** Whether the site is built first, even if it is there. */
  readonly isBuilt: boolean;
  readonly onFigure: (place: number, of: number, figure: string) => void;
}

/** Opens the page of a figure for it alone, has something done there, and closes it. */
export type Visit = <Result>(act: (page: Page) => Promise<Result>) => Promise<Result>;

/** What came of each figure, and which browser it was. @throws Error with a sentence that says what to do */
export function atEachFigure<Result>(
  { figure, isBuilt, onFigure }: Visiting,
  act: (visit: Visit, figure: string) => Promise<Result>,
): Promise<{ browser: string; results: Result[] }> {
  return withSite(isBuilt, async ({ folder, address }) => {
    const places = placesIn(folder, figure);
    const browser = await launch({
      executablePath: await findChromium(),
      headless: true,
      args: chromiumFlags,
    });
    try {
      const results: Result[] = [];
      for (const [k, place] of places.entries()) {
        onFigure(k + 1, places.length, place.figure);
        results.push(await act(visitTo(browser, address, place), place.figure));
      }
      return { browser: await browser.version(), results };
    } finally {
      await browser.close();
    }
  });
}

function visitTo(browser: Browser, address: string, { path }: Place): Visit {
  return async (act) => {
    // Nothing that another figure has left behind is taken up.
    const context = await browser.createBrowserContext();
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.setViewport(SCREEN);
      await page.goto(`${address}${path}`, { waitUntil: "load" });
      return await act(page);
    } finally {
      await context.close();
    }
  };
}
