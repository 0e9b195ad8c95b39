// Pictures that are taken away: what is in them, whatever the screen, and that they need nothing of the page.
import { expect, type Locator, type Page, test } from "@playwright/test";

async function savedAs(page: Page, figure: Locator, kind: "SVG" | "PNG"): Promise<Buffer> {
  const button = figure.getByRole("button", { name: `Save this figure as ${kind}` });
  if (!(await button.isVisible())) await figure.getByText("link and files").click();
  const waiting = page.waitForEvent("download");
  await button.click();
  return Buffer.concat(await (await (await waiting).createReadStream()).toArray());
}

/** What a browser finds in a picture that it shows by itself: its texts with their places, and its plots. */
async function seenIn(page: Page, source: string) {
  const alone = await page.context().newPage();
  await alone.setContent(`<body style="margin:0">${source}</body>`);
  const seen = await alone.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
    const svg = document.querySelector("svg") as SVGSVGElement;
    const boxOf = (element: Element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      return { left, top, right, bottom };
    };
    const own = svg.querySelectorAll(":scope > text, :scope > a > text");
    return {
      isValid: parsed.querySelector("parsererror") === null,
      root: parsed.documentElement.namespaceURI,
      width: svg.width.baseVal.value,
      height: svg.height.baseVal.value,
      title: svg.querySelector(":scope > title")?.textContent,
      description: svg.querySelector(":scope > desc")?.textContent ?? "",
      texts: Array.from(own, (each) => ({
        words: (each.textContent ?? "").replaceAll("\u00a0", " "),
        ...boxOf(each),
      })),
      plots: Array.from(svg.querySelectorAll(":scope > g > svg"), (plot) => ({
        ...boxOf(plot),
        marks: plot.querySelectorAll("path, circle, rect, line").length,
      })),
      href: svg.querySelector("a")?.getAttribute("href") ?? "",
    };
  }, source);
  await alone.close();
  return seen;
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
const isOn = (one: Box, other: Box) =>
  one.left < other.right - 1 &&
  other.left < one.right - 1 &&
  one.top < other.bottom - 1 &&
  other.top < one.bottom - 1;

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const;

for (const viewport of SCREENS) {
  test.describe(`at ${viewport.width} pixels`, () => {
    test.use({ viewport });

    for (const [article, id, plots] of [
      ["phase-diagram", "three-regimes", 6],
      ["condensation", "layer", 3],
      ["phase-diagram", "map", 2],
    ] as const) {
      test(`${article}/${id} as SVG has its title, all plots, legend, settings, link and credit`, async ({
        page,
      }) => {
        await page.goto(`${article}/`);
        const figure = page.locator(`#figure-${id}`);
        const source = (await savedAs(page, figure, "SVG")).toString();
        expect(source).not.toMatch(/var\(|color-mix|class=|<style|https?:\/\/(?!www\.w3\.org|localhost)/);
        const seen = await seenIn(page, source);
        expect(seen).toMatchObject({ isValid: true, root: "http://www.w3.org/2000/svg" });
        expect(seen.title).toBe((await figure.locator(".figure-title").textContent())?.trim());
        expect(seen.description.length).toBeGreaterThan(20);
        expect(seen.plots).toHaveLength(plots);
        for (const { marks } of seen.plots) expect(marks).toBeGreaterThan(5);
        const words = seen.texts.map((text) => text.words).join(" ");
        for (const each of [
          ...(await figure.locator(".cell-label:visible, .plot-title").allTextContents()),
          ...(await figure.locator(".legend li").allTextContents()),
          ...(await figure.locator(".case-numbers dt").allTextContents()),
        ])
          expect(words).toContain(each.replace(/\s+/g, " ").trim());
        expect(words).toMatch(/· Seed: 1 · (Recorded result, computed on|The start, before the run)/);
        expect(words).toMatch(/Two Layers, companion to .*\(202\d\).* Licence: CC BY 4\.0\./);
        expect(seen.href).toMatch(new RegExp(`${article}/#figure-${id}$`));
        const whole = [...seen.texts, ...seen.plots];
        for (const { left, top, right, bottom } of whole) {
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(seen.width);
          expect(bottom).toBeLessThanOrEqual(seen.height);
        }
        const overlaps = whole.flatMap((one, k) => whole.slice(k + 1).filter((other) => isOn(one, other)));
        expect(overlaps).toEqual([]);
      });
    }
  });
}

test("the numbers of several cases in one plot have the labels of their cases", async ({ page }) => {
  await page.goto("phase-diagram/");
  const source = (await savedAs(page, page.locator("#figure-relative-distance"), "SVG")).toString();
  const { texts } = await seenIn(page, source);
  const places = ["γ = 0.5", "γ = 1", "γ = 1.75"].map((label) =>
    texts.flatMap(({ words, top }) => (words === label ? [top] : [])),
  );
  // Each once, and one below the other: none is taken for the name of the whole.
  expect(places.map((tops) => tops.length)).toEqual([1, 1, 1]);
  expect(places.flat()).toEqual(places.flat().toSorted((one, other) => one - other));
  expect(Math.min(...places.flat())).toBeGreaterThan(texts[0]?.bottom ?? Infinity);
});

test("a picture has the settings of a run and what computed it, and PNG is twice as large as SVG", async ({
  page,
}) => {
  await page.goto(
    "phase-diagram/?any-point.gamma=0.8&any-point.width=100&any-point.seed=5&any-point.backend=wasm",
  );
  const figure = page.locator("#figure-any-point");
  await expect(figure.locator(".progress-text")).toContainText("finished");
  const seen = await seenIn(page, (await savedAs(page, figure, "SVG")).toString());
  const words = seen.texts.map((text) => text.words).join(" ");
  expect(words).toMatch(
    /Output scaling γ: 0\.8 · Imbalance γ′: 0 · Neurons in a half m: 100 · Seed: 5 · Run on WebAssembly, after [\d,]+ steps/,
  );
  expect(seen.href).toMatch(
    /\?any-point\.gamma=0\.8&any-point\.width=100&any-point\.seed=5&any-point\.backend=wasm#/,
  );
  const png = await savedAs(page, figure, "PNG");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * seen.width, 2 * seen.height]);
});

test("a picture that is taken away in the dark has the colours of the dark", async ({ page }) => {
  await page.goto("phase-diagram/");
  const figure = page.locator("#figure-three-regimes");
  const groundOf = async () =>
    /<rect [^>]*fill="([^"]+)"/.exec((await savedAs(page, figure, "SVG")).toString())?.[1];
  expect(await groundOf()).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await groundOf()).toBe("rgb(28, 32, 37)");
});
