// Preview pictures: what is read off a page, and how it is laid out.
import { renderAsync } from "@resvg/resvg-js";
import { expect, it } from "vitest";
import { HEIGHT, svgOfCard, WIDTH } from "../../../src/previews/card.ts";
import { openFaces, SANS, SERIF } from "../../../src/previews/faces.ts";
import { previewOf } from "../../../src/previews/page.ts";

const page = (main: string) => `<!doctype html><html><head>
<meta property="og:title" content="Of dots &amp; lines"><meta property="og:description" content="A dot. A line.">
<meta property="og:image" content="/base/previews/dots.png"><link rel="stylesheet" href="/base/a.css">
<style>@media (prefers-color-scheme: dark) { .dot { fill: white } }</style></head><body>${main}</body></html>`;
const styles = (address: string) =>
  address === "/base/a.css" ? ":root { --red: #ff0000 } .dot { fill: var(--red) } svg { width: 100% }" : "";
const dot =
  '<svg viewBox="0 0 10 20" width="5" aria-label="1 > 0"><circle class="dot" r="4"></circle><text>10⁴</text></svg>';
/** Half a pixel of each pixel of size. */
const halves = { widthOf: (text: string, _: string, __: number, size: number) => (text.length * size) / 2 };
const ink = () => "#000000";

it("reads off a page the marked pictures, with the styles of the page and without its dark ones", () => {
  const preview = previewOf(page(`<p data-preview="one dot">${dot}</p>${dot}`), styles);
  expect(preview?.address).toBe("/base/previews/dots.png");
  expect(preview?.card).toMatchObject({
    title: "Of dots & lines",
    description: "A dot. A line.",
    verdict: "",
  });
  const [picture, ...others] = preview?.card.pictures ?? [];
  expect(others).toEqual([]);
  expect(picture).toMatchObject({ width: 10, height: 20, caption: "one dot" });
  expect(picture?.source).toContain("#ff0000");
  expect(picture?.source).toMatch(/10<tspan [^>]*>4<\/tspan>/);
  expect(picture?.source).not.toMatch(/white|width|aria-label/);
});

it("mixes colours that only a browser can", () => {
  const cell = '<svg viewBox="0 0 1 1"><rect fill="color-mix(in oklab, var(--red) 100%, #ffffff)"/></svg>';
  const preview = previewOf(page(`<p data-preview>${cell}</p>`), styles);
  expect(preview?.card.pictures[0]?.source).toContain('fill="#ff0000"');
});

it("makes none of a page that names no picture", () => {
  expect(previewOf("<html><head></head><body></body></html>", styles)).toBeNull();
});

it("keeps whole sentences of a description that has no room, and never writes beyond the foot", () => {
  const long = `${"many words ".repeat(30)}. The end of it.`;
  const svg = svgOfCard(
    {
      title: "A title",
      description: `First. ${long.replace("m", "M")}`,
      pictures: [],
      note: "",
      verdict: "",
    },
    ink,
    halves,
  );
  expect(svg).toContain("First.");
  const card = previewOf(page(`<p data-preview>${dot}</p>`), styles)?.card;
  const full = svgOfCard(
    { ...(card as NonNullable<typeof card>), description: `Short. ${"Long ".repeat(400)}.` },
    ink,
    halves,
  );
  expect(full).toContain("Short.");
  expect(full).not.toContain("Long");
  for (const [, y] of full.matchAll(/<text [^>]*y="([\d.]+)"/g)) expect(Number(y)).toBeLessThan(HEIGHT);
});

it("is drawn in the site's own typefaces, whose widths it knows", async () => {
  const faces = await openFaces();
  try {
    for (const family of [SERIF, SANS]) {
      expect(faces.widthOf("mmm", family, 600, 40)).toBeGreaterThan(
        2 * faces.widthOf("iii", family, 600, 40),
      );
      expect(faces.widthOf(" ", family, 600, 40)).toBeGreaterThan(0);
    }
    expect(faces.widthOf("n", SANS, 400, 40)).not.toBeCloseTo(faces.widthOf("n", "KaTeX_Main", 400, 40));
    const svg = svgOfCard(
      { title: "β", description: "≤", pictures: [], note: "", verdict: "supported" },
      ink,
      faces,
    );
    const { width, height } = await renderAsync(svg, { font: faces.font });
    expect([width, height]).toEqual([WIDTH, HEIGHT]);
  } finally {
    faces.close();
  }
});
