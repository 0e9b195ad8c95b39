// A map of cells: where cells lie on axes of both kinds, what their colours and words say, and what lies over them.
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import {
  type CellMap,
  cellAxes,
  cellInWords,
  distinct,
  edgesOf,
  readableCells,
} from "../../../src/plots/cellMap.ts";
import { boundaryLine, cells, colourBar, colourOn, levelLines } from "../../../src/plots/cellMarks.ts";
import { draw } from "../../../src/plots/draw.ts";
import { placesIn, readout } from "../../../src/plots/readout.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: Document };

const SCALE = { symbol: "S", ends: [-0.5, 0.5], colours: ["--linear", "--condensed"] } as const;
/** Two by two: a value, none, a value beyond the scale, and one that is not run. */
const SQUARE: CellMap = {
  x: { symbol: "γ", label: "γ", at: [0, 1] },
  y: { symbol: "m", label: "neurons m", at: [100, 10_000], isLogarithmic: true },
  values: [0.25, null, -3, undefined],
};
/** 100 pixels a cell. */
const FRAME = { width: 200, height: 200, marginLeft: 0, marginRight: 0, marginTop: 0, marginBottom: 0 };
const drawn = (marks: unknown[], map = SQUARE) =>
  draw({ ...FRAME, ...cellAxes(map), marks: marks as [] }, "a map", document);

describe("cells", () => {
  it("meet half-way, on a logarithmic axis at the geometric mean, and the outer ones are as wide as their neighbours", () => {
    expect(edgesOf({ at: [1, 2, 4] })).toEqual([0.5, 1.5, 3, 5]);
    const edges = edgesOf({ at: [1, 100, 10_000], isLogarithmic: true });
    expect(edges.map((edge) => Number(edge.toPrecision(12)))).toEqual([0.1, 10, 1000, 100_000]);
    expect(edgesOf({ at: [3] })).toEqual([2.5, 3.5]);
    const alone = edgesOf({ at: [8], isLogarithmic: true }) as [number, number];
    expect(alone[1] / alone[0]).toBeCloseTo(2, 12);
    expect(distinct([0.2, -0.1, 0.2])).toEqual([-0.1, 0.2]);
  });

  it("have axes from edge to edge, with ticks at cells", () => {
    const { x, y } = cellAxes(SQUARE);
    expect(x).toMatchObject({ type: "linear", domain: [-0.5, 1.5], ticks: [0, 1] });
    expect(y).toMatchObject({ type: "log", domain: [10, 100_000], ticks: [100, 10_000] });
    const many = { ...SQUARE.x, at: Array.from({ length: 17 }, (_, k) => k) };
    expect(cellAxes({ x: many, y: many }).x?.ticks).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16]);
  });

  it("are filled by value, crossed where there is none, and outlined where nothing is run", () => {
    const svg = drawn([cells(SQUARE, SCALE)]);
    const rects = [...svg.querySelectorAll("rect")].map((each) => [
      ...["x", "y", "width", "height"].map((name) => Number(each.getAttribute(name))),
      each.getAttribute("fill"),
    ]);
    expect(rects).toEqual([
      [0, 100, 100, 100, colourOn(SCALE, 0.25)],
      [0, 0, 100, 100, colourOn(SCALE, -0.5)],
    ]);
    const paths = [...svg.querySelectorAll("path")].map((each) => each.getAttribute("d"));
    expect(paths).toContain("M100,0h100v100h-100z");
    expect(paths).toContain("M146,146l8,8m0,-8l-8,8");
  });

  it("are painted on a canvas as they are drawn in a picture", () => {
    const calls: unknown[] = [];
    const note =
      (name: string) =>
      (...given: number[]) =>
        calls.push([name, ...given]);
    const context = {
      ...Object.fromEntries(["beginPath", "moveTo", "lineTo", "stroke"].map((name) => [name, () => {}])),
      fillRect: note("fill"),
      strokeRect: note("outline"),
      globalAlpha: 0.5,
    };
    const scales = {
      x: (value: number) => 100 * (value + 0.5),
      y: (value: number) => 200 - 50 * (Math.log10(value) - 1),
    };
    cells(SQUARE, SCALE).moving.paint(context as unknown as CanvasRenderingContext2D, scales, (ink) => ink);
    expect(calls).toEqual([
      ["fill", 0, 100, 100, 100],
      ["fill", 0, 0, 100, 100],
      ["outline", 100, 0, 100, 100],
    ]);
    expect(context.globalAlpha).toBe(1);
  });
});

describe("the scale of colours", () => {
  it("goes from the ground at the middle to one colour on each side, and no farther than its ends", () => {
    expect(colourOn(SCALE, 0)).toBe("color-mix(in oklab, var(--condensed) 0%, var(--map-zero))");
    expect(colourOn(SCALE, -0.25)).toBe("color-mix(in oklab, var(--linear) 50%, var(--map-zero))");
    expect(colourOn(SCALE, 7)).toBe("color-mix(in oklab, var(--condensed) 100%, var(--map-zero))");
    expect(colourOn({ ...SCALE, ends: [1, 3], middle: 2 }, 1.5)).toContain("--linear) 50%");
    expect(colourOn({ ...SCALE, ends: [0, 0.2] }, -1e-9)).toContain(" 0%");
  });

  it("says at its ends that all beyond looks alike", () => {
    const ticksOf = (scale: typeof SCALE | { ends: [number, number] }) =>
      draw(colourBar({ ...SCALE, ...scale }, { width: 300 }), "colours", document).textContent ?? "";
    expect(ticksOf(SCALE)).toMatch(/≤ −0\.5.*≥ 0\.5/);
    expect(ticksOf({ ends: [0, 0.2] })).not.toContain("≤");
  });
});

describe("words", () => {
  it("say where a cell is, and its value, that it has none, or that it is not run", () => {
    const words = [0, 1, 2, 3].map((cell) => cellInWords(SQUARE, cell, SCALE, "not resolved"));
    expect(words).toEqual([
      "γ 0, m 100: S 0.25",
      "γ 1, m 100: S not resolved",
      "γ 0, m 10,000: S −3",
      "γ 1, m 10,000: not run yet",
    ]);
  });

  it("are told cell by cell from the upper left on", () => {
    const svg = drawn([readout(() => readableCells(SQUARE, (cell) => `cell ${cell}`))]);
    expect(placesIn(svg).map(({ left, top, words }) => [left, Math.round(top), words])).toEqual([
      [50, 50, "cell 2"],
      [150, 50, "cell 3"],
      [50, 150, "cell 0"],
      [150, 150, "cell 1"],
    ]);
  });
});

describe("lines over a map", () => {
  const axis = { symbol: "x", label: "x", at: [0, 1, 2, 3] };
  const map = { x: axis, y: { ...axis, symbol: "y", label: "y" }, values: [] };
  const pointsOn = (svg: SVGSVGElement, width: string) =>
    [...svg.querySelectorAll(`[stroke-width="${width}"] path, path[stroke-width="${width}"]`)].flatMap(
      (each) =>
        [...(each.getAttribute("d") ?? "").matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [
          Number(x),
          Number(y),
        ]),
    );

  it("follow a boundary as far as it is on the map", () => {
    const places = pointsOn(drawn([boundaryLine(map, (y) => y + 1)], map), "2.5");
    // x = y + 1 from (0.5, −0.5) to (3.5, 2.5), at 50 pixels a unit.
    expect(places[0]).toEqual([50, 200]);
    expect(places.at(-1)).toEqual([200, 50]);
  });

  it("are where a formula has a value, on logarithmic axes too, with the value at their lower ends", () => {
    const svg = drawn(
      levelLines(map, (x, y) => x + y, [2]),
      map,
    );
    const places = pointsOn(svg, "0.75") as [number, number][];
    expect(places.length).toBeGreaterThan(8);
    for (const [left, top] of places) expect(left / 50 - 0.5 + (200 - top) / 50 - 0.5).toBeCloseTo(2, 3);
    expect(svg.textContent).toContain("2");

    const wide = { ...axis, at: [1, 10, 100], isLogarithmic: true };
    const level = drawn(
      levelLines({ x: wide, y: wide }, (x, y) => Math.log10(x * y), [2]),
      { x: wide, y: wide, values: [] },
    );
    for (const [left, top] of pointsOn(level, "0.75") as [number, number][]) expect(left).toBeCloseTo(top, 1);
  });
});
