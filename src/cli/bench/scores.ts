/**
 * Lighthouse's scores of the pages of the built site, on a desk and on the telephone that it simulates: a slow line, and a
 * processor a quarter as fast as this one. How they are told is here too.
 */
import { globSync } from "node:fs";
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { chromiumFlags, findChromium } from "../bootstrap/chromium.mjs";
import { type Site, withSite } from "./site.ts";
import { aligned } from "./table.ts";

const SCREENS = { desk: desktopConfig, phone: undefined };
type Screen = keyof typeof SCREENS;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
/** What a reader waits for, in milliseconds; and how far things move while they load. */
const WAITS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"] as const;
const MOVES = "cumulative-layout-shift";

/** An entry of the list that `--json` writes. */
export interface PageScore {
  /** Under the base of the site: "phase-diagram/". */
  readonly page: string;
  readonly screen: Screen;
  /** From 0 to 100. */
  readonly scores: { readonly [category in (typeof CATEGORIES)[number]]: number };
  readonly waits: { readonly [wait in (typeof WAITS)[number]]: number };
  readonly layoutShift: number;
}

/** @throws Error with a sentence that says what to do */
export function scorePages(
  isBuilt: boolean,
  onPage: (place: number, of: number, page: string) => void,
): Promise<PageScore[]> {
  return withSite(isBuilt, async ({ folder, address }) => {
    const pages = pagesIn(folder);
    const chrome = await launch({
      chromePath: await findChromium(),
      chromeFlags: ["--headless=new", ...chromiumFlags],
    });
    try {
      const scores: PageScore[] = [];
      for (const [k, page] of pages.entries()) {
        onPage(k + 1, pages.length, page);
        for (const screen of Object.keys(SCREENS) as Screen[])
          scores.push(await scoreOf(`${address}${page}`, chrome.port, page, screen));
      }
      return scores;
    } finally {
      chrome.kill();
    }
  });
}

/** The front page and those a step below it; claims have pages of one kind, deeper down. */
function pagesIn(folder: Site["folder"]): string[] {
  return globSync(["index.html", "*/index.html"], { cwd: folder, exclude: ["gallery/**"] })
    .map((file) => file.replaceAll("\\", "/").slice(0, -"index.html".length))
    .sort();
}

async function scoreOf(url: string, port: number, page: string, screen: Screen): Promise<PageScore> {
  const result = await lighthouse(
    url,
    { port, logLevel: "error", onlyCategories: [...CATEGORIES] },
    SCREENS[screen],
  );
  if (!result) throw new Error(`Lighthouse says nothing about /${page}. Try again.`);
  const { categories, audits } = result.lhr;
  const scores = CATEGORIES.map((id) => [id, Math.round(100 * (categories[id]?.score ?? 0))]);
  const waits = WAITS.map((id) => [id, Math.round(audits[id]?.numericValue ?? Number.NaN)]);
  return {
    page,
    screen,
    scores: Object.fromEntries(scores),
    waits: Object.fromEntries(waits),
    layoutShift: audits[MOVES]?.numericValue ?? Number.NaN,
  };
}

const HEADINGS = ["page", "on", ...CATEGORIES, "first paint", "largest", "blocked", "shift"];
/** Columns of numbers, flush right. */
const FIRST_NUMBER = 2;

/** A row a page and screen. */
export function scoresTable(scores: readonly PageScore[]): string {
  const rows = scores.map(({ page, screen, scores: of, waits, layoutShift }) => [
    `/${page}`,
    screen,
    ...CATEGORIES.map((id) => String(of[id])),
    ...WAITS.map((id) => `${(waits[id] / 1000).toFixed(2)} s`),
    layoutShift.toFixed(3),
  ]);
  return aligned([HEADINGS, ...rows], FIRST_NUMBER);
}
