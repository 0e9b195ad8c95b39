// What must hold of every page of the site, however many there will be. What a page's template decides is looked at on
// the fullest page of each; what its content decides, on all of them, one after the other in the same tab.
import { expect, type Page, test } from "@playwright/test";
import { GUIDELINES, violationsOn } from "./axe.ts";
import { built, builtPages, builtTemplates } from "./built.ts";
import { brokenLinks } from "./links.ts";

/** Longest wait for one page, on a busy machine. */
const PATIENCE = 60_000;

test("the built site has pages", () => {
  expect(builtPages().map((page) => page.path)).toContain("");
});

test("every internal link and anchor resolves, and no resource is another host's", () => {
  expect(brokenLinks(builtPages())).toEqual([]);
});

for (const { name, pages, fullest } of builtTemplates()) {
  test.describe(name, () => {
    test("has no accessibility violations in light and dark, on a wide screen, with all that is folded open", async ({
      page,
    }) => {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await open(page, fullest.path, 1280);
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect.soft(await violationsOn(page, { tags: GUIDELINES }), `/${fullest.path} in light`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      // What another scheme can change: the colours.
      const inDark = await violationsOn(page, { rules: ["color-contrast"] });
      expect.soft(inDark, `/${fullest.path} in dark`).toEqual([]);
    });

    test("is on every page quiet, asks nothing of other hosts, and in dark on a telephone fits and is accessible", async ({
      page,
    }) => {
      test.setTimeout(PATIENCE * (1 + pages.length));
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      const [complaints, foreign] = [complaintsOf(page), foreignRequestsOf(page)];
      for (const { path } of pages) {
        await open(page, path, 390);
        // Images and figures below the fold load only once they are near.
        await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
        await page.waitForLoadState("networkidle");
        expect.soft(foreign.splice(0), `requests of /${path} to other hosts`).toEqual([]);
        expect.soft(complaints.splice(0), `errors of /${path} on the console`).toEqual([]);
        expect.soft(await tooWide(page), `what is wider than the screen on /${path}`).toEqual([]);
        expect.soft(await violationsOn(page, { tags: GUIDELINES }), `accessibility of /${path}`).toEqual([]);
      }
    });
  });
}

async function open(page: Page, path: string, width: number) {
  await page.setViewportSize({ width, height: 844 });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Errors on the console and errors that nobody caught, as they come. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Addresses on other hosts that are asked for, as they come. */
function foreignRequestsOf(page: Page): string[] {
  const foreign: string[] = [];
  const host = new URL(built.address).host;
  const note = (url: string) => {
    if (/^(https?|wss?):/.test(url) && new URL(url).host !== host) foreign.push(url);
  };
  page.on("request", (request) => note(request.url()));
  page.on("websocket", (socket) => note(socket.url()));
  return foreign;
}

/** Empty if the page does not scroll sideways; otherwise the elements that stick out, as far as they can be found. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const sticking = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
    return [`${scrollWidth} px on a screen of ${clientWidth} px`, ...sticking.slice(0, 8)];
  });
}
