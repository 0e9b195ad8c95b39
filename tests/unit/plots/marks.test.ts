// Marks that move, as elements and on a canvas; axes that stay; and what plots tell of their points.
import { parseHTML } from "linkedom";
import { describe, expect, it, vi } from "vitest";
import { bars } from "../../../src/plots/bars.ts";
import { countBars } from "../../../src/plots/counts.ts";
import { decadesAround, roundedAround } from "../../../src/plots/domains.ts";
import { draw } from "../../../src/plots/draw.ts";
import { labels } from "../../../src/plots/labels.ts";
import { placesIn } from "../../../src/plots/readout.ts";
import { thinned, told } from "../../../src/plots/told.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: Document };
const axes = { x: { domain: [0, 1] }, y: { domain: [0, 2] } } as const;
const scales = { x: (x: number) => 100 * x, y: (y: number) => 200 - 100 * y };
const ink = (colour: string) => `ink of ${colour}`;

it("bars stand on 0 and are a pixel apart, on a canvas as in a picture", () => {
  const mark = bars([{ from: 0, to: 0.5, height: 1 }], "red");
  expect(mark.moving.svg(scales, document).getAttribute("d")).toBe("M0.5,100h49v100h-49z");
  const context = { fillRect: vi.fn() };
  mark.moving.paint(context as never, scales, ink);
  expect(context.fillRect).toHaveBeenCalledWith(0.5, 100, 49, 100);
  expect(context).toMatchObject({ fillStyle: "ink of red" });
});

it("labels stand at their places in their colours", () => {
  const mark = labels({ labels: [{ x: 0.5, y: 1, words: "line 1", colour: "red" }], anchor: "end" });
  const text = draw({ ...axes, marks: [mark] }, "", document).querySelector("text[fill=red]");
  expect(text?.textContent).toBe("line 1");
  vi.stubGlobal("getComputedStyle", () => ({ getPropertyValue: () => "Sans" }));
  const context = { fillText: vi.fn(), canvas: null };
  mark.moving.paint(context as never, scales, ink);
  expect(context.fillText).toHaveBeenCalledWith("line 1", 50, 104);
  expect(context).toMatchObject({ font: "600 12px Sans", textAlign: "end", fillStyle: "ink of red" });
  vi.unstubAllGlobals();
});

it("counts are told from left to right, and sets have bars side by side", () => {
  const set = (name: string, values: number[]) => ({
    values,
    colourOf: () => name,
    wordsOf: (count: number, value: number) => `${name}: ${count} at ${value}`,
  });
  const marks = countBars([set("red", [1, 1, 2]), set("blue", [1])]);
  const picture = draw({ ...axes, x: { domain: [0, 3] }, marks }, "", document);
  expect(placesIn(picture).map(({ words }) => words)).toEqual(["red: 2 at 1", "blue: 1 at 1", "red: 1 at 2"]);
  expect(picture.querySelector("path[fill=red]")?.getAttribute("d")?.match(/z/g)).toHaveLength(2);
});

describe("what is told", () => {
  it("is all of a few points, and of many some with the last", () => {
    const points = Array.from({ length: 130 }, (_, x) => ({ x, y: 0 }));
    expect(thinned(points.slice(0, 60))).toHaveLength(60);
    const some = thinned(points);
    expect([some.length, some.at(-1)?.x, some[1]?.x]).toEqual([44, 129, 3]);
    const mark = told(points, ({ x }) => `x ${x}`, 2);
    const picture = draw({ x: { domain: [0, 129] }, y: { domain: [0, 1] }, marks: [mark] }, "", document);
    expect(placesIn(picture).map(({ words }) => words)).toEqual(["x 64", "x 129"]);
  });
});

describe("ends of axes", () => {
  it("are whole decades around positive numbers, and as far as asked for", () => {
    expect(decadesAround([0.9, 0.5], [0.1, 2])).toEqual([0.1, 2]);
    expect(decadesAround([0.04, 0, 30], [0.1, 2])).toEqual([0.01, 100]);
    expect(decadesAround([], [0.1, 2])).toEqual([0.1, 2]);
  });

  it("are round numbers around all numbers and 0, the same for numbers a little different", () => {
    for (const values of [
      [-0.58, 0.337],
      [-0.55, 0.4],
    ])
      for (const [k, end] of [-0.6, 0.4].entries()) expect(roundedAround(values)[k]).toBeCloseTo(end, 12);
    expect(roundedAround([3, 7])).toEqual([0, 7]);
    expect(roundedAround([3, 9])).toEqual([0, 10]);
    expect(roundedAround([])).toEqual([-1, 1]);
  });
});
