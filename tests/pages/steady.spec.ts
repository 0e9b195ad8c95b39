// What stands below or beside a figure stays where it is while the figure runs, on a phone and on a desk: in pixels, in
// every frame from before the run to after it.
import { expect, type Locator, test } from "@playwright/test";

/** Whole pixels, of which a picture has as many as it was drawn with, and what is lost by rounding on either side of it. */
const AT_MOST = 2;

/**
 * One whose words grow, one that begins at its start, one whose plot is wide, one whose numbers are of several lengths, and
 * one with a choice of what it shows.
 */
const FIGURES = [
  "phase-diagram/any-point",
  "phase-diagram/three-regimes",
  "condensation/low-frequency",
  "quenching-activation/gap",
  "time-scales/limits",
];

/** What stands below or beside what changes. */
const PARTS = [
  ".figure-bar button:nth-of-type(2)",
  ".plot",
  ".case-numbers",
  ".legend",
  ".sentence",
  "figcaption",
  ".figure-data",
];

/** Watches, frame by frame, where parts of a figure begin, from its own corner on, and how high it is; ends with the moves of each. */
async function watched(figure: Locator): Promise<() => Promise<Record<string, number>>> {
  const handle = await figure.evaluateHandle((element, parts) => {
    const places = new Map<string, { least: number; most: number }>();
    const see = (part: string, at: number) => {
      const { least, most } = places.get(part) ?? { least: at, most: at };
      places.set(part, { least: Math.min(least, at), most: Math.max(most, at) });
    };
    const look = () => {
      const whole = element.getBoundingClientRect();
      see("height", whole.height);
      for (const part of parts) {
        const box = element.querySelector(part)?.getBoundingClientRect();
        if (!box) continue;
        see(`top of ${part}`, box.top - whole.top);
        see(`left of ${part}`, box.left - whole.left);
      }
      requestAnimationFrame(look);
    };
    look();
    return places;
  }, PARTS);
  return () =>
    handle.evaluate((places) =>
      Object.fromEntries([...places].map(([part, { least, most }]) => [part, most - least])),
    );
}

for (const width of [390, 1440])
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 844 } });

    for (const name of FIGURES)
      test(`nothing moves below ${name} while it runs`, async ({ page }) => {
        const [paper, id] = name.split("/");
        await page.goto(`${paper}/`);
        const figure = page.locator(`#figure-${id}`);
        const run = figure.getByRole("button", { name: "Run", exact: true });
        await run.scrollIntoViewIfNeeded();
        await expect(run).toBeEnabled();
        await page.evaluate(() => document.fonts.ready);
        const moves = await watched(figure);
        await run.click();
        await expect(figure.locator(".progress-text")).toContainText("finished");
        await expect(figure.locator(".sentence .badge")).toHaveText("Your run");
        const all = Object.entries(await moves());
        expect(all.length).toBeGreaterThan(2 * 5);
        expect(all.filter(([, by]) => by > AT_MOST)).toEqual([]);
      });
  });
