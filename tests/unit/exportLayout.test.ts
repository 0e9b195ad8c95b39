// The picture of a figure that is taken away: what is in it, in which order, and that nothing lies on anything else.
import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import {
  escaped,
  laidOut,
  linesOf,
  type Measure,
  type PictureDescription,
  type Piece,
  svgOf,
} from "../../components/live/exportLayout.ts";

/** Letters that are all as wide as half of their size. */
const measure: Measure = (text, size) => (text.length * size) / 2;

const plot = (title: string, width = 300, height = 200) => ({
  title,
  width,
  height,
  markup: `<svg data-title="${title}"/>`,
});
const cell = (label: string, plots = [plot("What it learns"), plot("Where its neurons are")]) => ({
  label,
  plots,
  numbers: [
    {
      label: "",
      items: ["loss", "distance", "share of the amplitude"].map((name) => ({ label: name, value: "1.5" })),
    },
  ],
});
const description = (given: Partial<PictureDescription> = {}): PictureDescription => ({
  title: "Three regimes",
  description: "Three networks.",
  cells: [cell("γ = 0.5"), cell("γ = 1"), cell("γ = 1.75")],
  legend: (["dot", "ring", "diamond", "line", "dashes"] as const).map((mark) => ({
    label: `a ${mark}`,
    colour: "rgb(0, 0, 255)",
    mark,
  })),
  settings: "Width m: 1,000 · Seed: 1 · Recorded result",
  link: "https://example.org/two-layers/phase-diagram/?a.b=1&a.c=2#figure-a",
  credit: "Two Layers, companion to a paper. Licence: CC BY 4.0.",
  look: {
    ink: "black",
    muted: "grey",
    line: "silver",
    ground: "white",
    family: '"Source Sans 3", sans-serif',
  },
  ...given,
});

const textsIn = (pieces: readonly Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
const overlaps = (pieces: readonly Piece[]) =>
  pieces.flatMap((one, k) =>
    pieces
      .slice(k + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width - 0.01 &&
          other.x < one.x + one.width - 0.01 &&
          one.y < other.y + other.height - 0.01 &&
          other.y < one.y + one.height - 0.01,
      )
      .map((other) => [one, other]),
  );

const LONG = "words without end ".repeat(40).trim();
const PICTURES: readonly (readonly [string, PictureDescription])[] = [
  ["three cases", description()],
  [
    "four cases, of which one has a long label",
    description({ cells: ["a", LONG, "c", "d"].map((each) => cell(each)) }),
  ],
  [
    "one case of five plots",
    description({
      cells: [
        cell(
          "",
          ["a", "b", "c", "d", "e"].map((each) => plot(each)),
        ),
      ],
    }),
  ],
  ["a plot that is wider than a page", description({ cells: [cell("", [plot("wide", 1300, 300)])] })],
  [
    "plots of different sizes",
    description({ cells: [cell("a", [plot("x", 240, 90), plot("y", 360, 260)]), cell("b")] }),
  ],
  [
    "long words everywhere",
    description({ title: LONG, settings: LONG, link: "x".repeat(3000), credit: LONG }),
  ],
  [
    "numbers of several cases beneath one plot",
    description({
      cells: [
        {
          label: "",
          plots: [plot("all", 420)],
          numbers: ["a", "b", "c"].flatMap((label) => cell("").numbers.map((each) => ({ ...each, label }))),
        },
      ],
    }),
  ],
  [
    "a legend of long labels",
    description({ legend: description().legend.map((key) => ({ ...key, label: LONG })) }),
  ],
  ["nothing", description({ cells: [], legend: [], settings: "", link: "", credit: "" })],
];

describe.each(PICTURES)("the layout of %s", (_, what) => {
  const { width, height, pieces } = laidOut(what, measure);

  it("has nothing that lies on anything else", () => {
    expect(overlaps(pieces)).toEqual([]);
  });

  it("has all of it within the picture", () => {
    for (const each of pieces) {
      expect(each.x).toBeGreaterThanOrEqual(0);
      expect(each.y).toBeGreaterThanOrEqual(0);
      expect(each.x + each.width).toBeLessThanOrEqual(width);
      expect(each.y + each.height).toBeLessThanOrEqual(height);
    }
  });

  it("leaves out no plot and no word", () => {
    const plots = pieces.filter(({ kind }) => kind === "plot");
    expect(plots).toHaveLength(what.cells.flatMap(({ plots: each }) => each).length);
    const words = textsIn(pieces).join("").replaceAll(" ", "");
    for (const each of [
      what.title,
      what.settings,
      what.link,
      what.credit,
      ...what.cells.map(({ label }) => label),
    ])
      expect(words).toContain(each.replaceAll(" ", ""));
  });
});

describe("the layout of a picture", () => {
  it("goes from the title by cases, numbers, legend and settings to the link and the credit", () => {
    const { pieces } = laidOut(description(), measure);
    const topOf = (start: string) =>
      pieces.find((piece) => piece.kind === "text" && piece.text.startsWith(start))?.y ?? Number.NaN;
    const tops = [
      "Three",
      "γ = 0.5",
      "What it",
      "Where its",
      "loss",
      "a dot",
      "Width",
      "https",
      "Two Layers",
    ].map(topOf);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(tops).size).toBe(tops.length);
  });

  it("has the cases side by side, with what belongs together at one height", () => {
    const { pieces } = laidOut(description({ cells: ["a", LONG, "c"].map((each) => cell(each)) }), measure);
    const plots = pieces.filter(({ kind }) => kind === "plot");
    expect(new Set(plots.map(({ x }) => x)).size).toBe(3);
    expect(new Set(plots.map(({ y }) => y)).size).toBe(2);
  });

  it("has four cases two by two where four have no room", () => {
    const { pieces } = laidOut(
      description({ cells: ["a", "b", "c", "d"].map((each) => cell(each, [plot("x")])) }),
      measure,
    );
    const plots = pieces.filter(({ kind }) => kind === "plot");
    expect(new Set(plots.map(({ x }) => x)).size).toBe(2);
    expect(new Set(plots.map(({ y }) => y)).size).toBe(2);
  });

  it("leaves every plot at the size for which it was drawn", () => {
    const { pieces } = laidOut(
      description({ cells: [cell("", [plot("x", 240, 90), plot("y", 360, 260)])] }),
      measure,
    );
    expect(pieces.filter(({ kind }) => kind === "plot").map(({ width, height }) => [width, height])).toEqual([
      [240, 90],
      [360, 260],
    ]);
  });
});

describe("lines", () => {
  const widthOf = (text: string) => text.length;

  it("are as long as there is room for, and break a word that is longer by itself", () => {
    expect(linesOf("one two three", 7, widthOf)).toEqual(["one two", "three"]);
    expect(linesOf("a abcdefgh b", 3, widthOf)).toEqual(["a", "abc", "def", "gh", "b"]);
    expect(linesOf("", 3, widthOf)).toEqual([]);
    expect(linesOf("CC BY\u00a04.0", 7, widthOf)).toEqual(["CC", "BY\u00a04.0"]);
  });

  it("have at least a letter each, however little room there is", () => {
    expect(linesOf("abc", 0, widthOf)).toEqual(["a", "b", "c"]);
  });
});

describe("the picture as SVG", () => {
  it("has text with what XML gives another meaning, and attributes with quotes", () => {
    const awkward = `<b> & "quotes" 'too' ]]> γ′ 𝒩 \u0000\u001b`;
    const { source } = svgOf(description({ title: awkward, link: "?a=1&b=<2>" }), measure);
    const { documentElement } = new DOMParser().parseFromString(source, "image/svg+xml");
    expect(documentElement.querySelector("title")?.textContent).toBe(awkward.slice(0, -2));
    expect(source).not.toMatch(/<b>|&(?!amp;|lt;|gt;|quot;)/);
    expect(source).toContain('<a href="?a=1&amp;b=&lt;2&gt;">');
    expect(source).toContain('font-family="&quot;Source Sans 3&quot;, sans-serif"');
    expect(escaped("a\ud800b")).toBe("ab");
  });

  it("has a title, a description, the typefaces that come along, and a mark per entry of the legend", () => {
    const { look } = description();
    const { source, width, height } = svgOf(
      description({ look: { ...look, faces: "@font-face{}" } }),
      measure,
    );
    expect(source).toMatch(
      /^<svg [^>]*>\n<title>Three regimes<\/title>\n<desc>Three networks\.<\/desc>\n<style>@font-face\{\}<\/style>/,
    );
    expect(source).toContain(`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`);
    expect(source.match(/rgb\(0, 0, 255\)/g)).toHaveLength(5);
    expect(source.match(/stroke-dasharray/g)).toHaveLength(1);
  });
});
