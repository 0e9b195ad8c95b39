// What must hold of every page of the site, however many there will be.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { type BuiltPage, built, builtPages } from "./built.ts";
import { brokenLinks } from "./links.ts";

const pages = builtPages();
const widths = [1280, 390];
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

test("the built site has pages", () => {
  expect(pages.map((page) => page.path)).toContain("");
});

test("every internal link and anchor resolves, and no resource is another host's", () => {
  expect(brokenLinks(pages)).toEqual([]);
});

for (const { path } of pages) {
  test.describe(`/${path}`, () => {
    for (const colorScheme of ["light", "dark"] as const) {
      test(`has no accessibility violations in ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        for (const width of widths) {
          await open(page, path, width);
          // “Legacy” leaves out frames of other hosts, of which there are none, and saves a second a page.
          // KaTeX's visible half is hidden from readers of the page's structure, and is a third of all elements.
          const axe = new AxeBuilder({ page }).setLegacyMode().withTags(rules).exclude(".katex-html");
          const { violations } = await axe.analyze();
          const found = violations.flatMap(({ id, nodes }) =>
            nodes.map((node) => `${id}: ${node.target.join(" ")}\n${node.failureSummary ?? ""}`),
          );
          expect.soft(found, `at a width of ${width}`).toEqual([]);
        }
      });
    }

    test("is quiet, asks nothing of other hosts and fits a telephone", async ({ page }) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      const foreign: string[] = [];
      const host = new URL(built.address).host;
      const note = (url: string) => {
        if (/^(https?|wss?):/.test(url) && new URL(url).host !== host) foreign.push(url);
      };
      page.on("request", (request) => note(request.url()));
      page.on("websocket", (socket) => note(socket.url()));

      await open(page, path, 390);
      // Images and figures below the fold load only once they are near.
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await page.waitForLoadState("networkidle");

      expect.soft(foreign, "requests to other hosts").toEqual([]);
      expect.soft(complaints, "errors on the console").toEqual([]);
      expect.soft(await tooWide(page), "what is wider than the screen").toEqual([]);
    });
  });
}

async function open(page: Page, path: BuiltPage["path"], width: number) {
  await page.setViewportSize({ width, height: 844 });
  await page.goto(path);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Empty if the page does not scroll sideways; otherwise the elements that stick out, as far as they can be told. */
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
