// The gallery: every state of a figure and every kind of what it can have, as whoever adds a figure sees it, on a phone, a
// tablet and a desk, in light and dark. Each says what it is and nothing that it is not, can be read, and fits.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { type PARTS, STAGES, STATES } from "../../components/gallery/stages.ts";
import { GUIDELINES, violationsOn } from "./axe.ts";
import { GALLERY } from "./built.ts";

const WIDTHS = [390, 820, 1440];
const SCHEMES = ["light", "dark"] as const;
/** CSS pixels: no letter of a plot is smaller. */
const LEAST_LETTERS = 11;

/** A page with nothing on it. */
const EMPTY = `<!doctype html><html lang="en"><title>Nothing</title></html>`;

type State = (typeof STATES)[number]["id"];
type Part = (typeof PARTS)[number]["id"];

interface Words {
  /** The badge under the figure. */
  readonly badge: string;
  /** Above the plots: how far the run is. */
  readonly bar: RegExp;
  /** Above that: what is told besides; nothing, if missing. */
  readonly message?: RegExp;
  /** The button that is pressed next. */
  readonly button: string;
  /** What must not be said anywhere in the figure but in its numbers as a table. */
  readonly never: RegExp;
}

const IDLE = /Nothing is running/;
/** What only a run says of itself. */
const OF_A_RUN = /Your run|finished|paused|stopped before/;

const WORDS: Readonly<Record<State, Words>> = {
  start: { badge: "The start", bar: IDLE, button: "Run", never: /Your run|Reference result|finished/ },
  reference: { badge: "Reference result", bar: IDLE, button: "Run", never: OF_A_RUN },
  "not-run-yet": {
    badge: "Not run yet",
    bar: /Nothing is running.*A run takes about/,
    button: "Run",
    never: /Your|Reference result|finished/,
  },
  // What was there stays until there is something new.
  starting: { badge: "Reference result", bar: /Starting/, button: "Run", never: OF_A_RUN },
  running: {
    badge: "Your run, so far",
    bar: /\d steps.*a second/,
    button: "Pause",
    never: /finished|paused|Reference/,
  },
  paused: {
    badge: "Your run, paused",
    bar: /\d steps.*paused/,
    button: "Resume",
    never: /finished|Reference/,
  },
  finished: { badge: "Your run", bar: /\d steps.*finished/, button: "Run again", never: /Reference|paused/ },
  failed: {
    badge: "Your run, incomplete",
    bar: /stopped before the end/,
    message: /ran out of memory.*Take a smaller/,
    button: "Run again",
    never: /finished|Reference/,
  },
  offline: {
    badge: "Reference result",
    bar: IDLE,
    message: /could not be loaded: the connection is gone/,
    button: "Run",
    never: OF_A_RUN,
  },
  "lost-device": {
    badge: "Your run",
    bar: /finished/,
    message: /graphics device was lost.*The run (began anew|went on from its last checkpoint)/,
    button: "Run again",
    never: /Reference|stopped before/,
  },
  refused: {
    badge: "Reference result",
    bar: IDLE,
    message: /In the address of this page: Seed must be/,
    button: "Run",
    never: OF_A_RUN,
  },
  problem: { badge: "Reference result", bar: IDLE, button: "Run", never: OF_A_RUN },
};

/** What else must be there. */
const SEEN: Readonly<Partial<Record<State | Part, (page: Page) => Promise<void>>>> = {
  start: async (page) => {
    await expect(page.locator("svg.at-end").first()).toBeHidden();
    await expect(page.locator("svg.at-start:visible").first()).toBeVisible();
  },
  starting: (page) => expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled(),
  problem: async (page) => {
    await expect(page.getByRole("alert")).toContainText("must be a");
    await expect(page.locator("[aria-invalid=true]")).toHaveCount(1);
    await expect(page.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
  },
  fields: async (page) => {
    const fields = page.locator("gallery-settings");
    for (const name of [
      "Real x",
      "Logarithmic σ (s)",
      "Whole m",
      "List of wholes",
      "Choice",
      "Points",
      "Text",
      "Lens",
    ])
      await expect(fields.getByLabel(name, { exact: true })).toBeVisible();
    await expect(fields.getByRole("slider")).toHaveCount(2);
    await expect(fields.locator(".point-plane circle")).toHaveCount(3);
    await fields.getByRole("button", { name: "Another one" }).click();
    await expect(fields.getByRole("button", { name: "Another one" })).toHaveAttribute("aria-pressed", "true");
    await expect(fields.getByLabel("Real x", { exact: true })).toHaveValue("-0.5");
    await page.getByText("How the figures run").click();
    await expect(page.getByLabel("Slow enough to watch")).toBeVisible();
  },
  picker: (page) => expect(page.locator(".with-picker svg")).toBeVisible(),
  points: (page) => expect(page.locator(".point-plane circle").first()).toBeVisible(),
  explorer: (page) => expect(page.getByRole("grid").first()).toBeVisible(),
  rewind: async (page) => {
    const slider = page.getByLabel("Go back through the run");
    await expect(slider).toBeEnabled();
    await expect(page.locator(".rewind output")).toHaveText(/^step [1-9]\d* of \d+$/);
    await expect.poll(() => slider.evaluate((input: HTMLInputElement) => input.value < input.max)).toBe(true);
  },
  readout: (page) => expect(page.locator(".readout:visible")).toHaveText(/\S/),
  marks: async (page) => {
    for (const mark of ["dot", "ring", "line"])
      await expect(page.locator(`.legend [data-mark="${mark}"]`).first()).toBeVisible();
    await expect(page.locator(".case-numbers dd").first()).toBeVisible();
  },
};

for (const { id, title } of STAGES) {
  test(`${title}: says what it is, can be read, and fits`, async ({ page }) => {
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
      await page.goto(`${GALLERY}${id}/`);
      const at = `${title} at ${width} pixels`;
      if (id in WORDS) await says(page.locator("live-figure"), WORDS[id as State], at);
      await SEEN[id as State | Part]?.(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      expect.soft(await widerThan(page), `what is wider than the screen: ${at}`).toEqual([]);
      expect.soft(await smallLetters(page), `letters that are too small: ${at}`).toEqual([]);
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        expect
          .soft(await violationsIn(page, colorScheme), `accessibility: ${at}, ${colorScheme}`)
          .toEqual([]);
      }
    }
  });
}

test("all of it is on one page, on a desk and on a phone", async ({ page }) => {
  // The pages in its frames are looked at above, each by itself.
  const inFrames = new RegExp(`/${GALLERY}[^/]+/$`);
  await page.route(inFrames, (route) => route.fulfill({ contentType: "text/html", body: EMPTY }));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(GALLERY);
    await expect(page.locator("iframe")).toHaveCount(2 * STAGES.length);
    expect(
      await page
        .locator("iframe.phone")
        .first()
        .evaluate((frame) => frame.clientWidth),
    ).toBe(388);
    expect.soft(await widerThan(page), `what is wider than a screen of ${width} pixels`).toEqual([]);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect
        .soft(await violationsIn(page, colorScheme), `accessibility at ${width}, ${colorScheme}`)
        .toEqual([]);
    }
  }
  await page.unroute(inFrames);
  await page.goto(GALLERY);
  const framed = page.frameLocator(`iframe.phone[src$="/${STATES[0].id}/"]`);
  await expect(framed.locator("live-figure .badge:visible")).toHaveText(WORDS.start.badge);
});

async function says(figure: Locator, { badge, bar, message, button, never }: Words, at: string) {
  await expect(figure.locator(".sentence .badge:visible"), at).toHaveText(badge);
  await expect(figure.locator(".progress-text").first(), at).toContainText(bar);
  await expect(figure.locator(".controls .primary").first(), at).toHaveText(button);
  if (message) await expect(figure.locator(".messages"), at).toContainText(message);
  else await expect(figure.locator(".messages .note"), at).toHaveCount(0);
  for (const part of [".figure-controls", ".sentence"])
    expect(await visibleTextOf(figure.locator(part)), `${part}: ${at}`).not.toMatch(never);
}

/** What is hidden is not said. */
async function visibleTextOf(part: Locator): Promise<string> {
  return (await part.locator(":scope > :visible").allInnerTexts()).join(" ");
}

/** What axe finds; in dark, of what another scheme can change: the colours. */
function violationsIn(page: Page, scheme: (typeof SCHEMES)[number]): Promise<string[]> {
  return violationsOn(page, scheme === "light" ? { tags: GUIDELINES } : { rules: ["color-contrast"] });
}

/** Empty if the page does not scroll sideways. */
function widerThan(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth <= clientWidth ? [] : [`${scrollWidth} px on a screen of ${clientWidth} px`];
  });
}

/** Texts of plots that are in sight and smaller than they may be, as they come out on the screen. */
function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const texts = [...document.querySelectorAll<SVGTextElement>(".plot svg text")];
    return texts.flatMap((text) => {
      const svg = text.ownerSVGElement;
      if (!svg?.checkVisibility() || !text.textContent?.trim()) return [];
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const size = Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      return size < least - 0.05 ? [`“${text.textContent}”: ${size.toFixed(1)} px`] : [];
    });
  }, LEAST_LETTERS);
}
