// Marks that move: the same strokes as an element of a picture and on a canvas; and what plots tell.
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { cloud } from "../../../src/plots/cloud.ts";
import { draw, drawStill } from "../../../src/plots/draw.ts";
import { placesIn, readout } from "../../../src/plots/readout.ts";
import { clipped, strokes } from "../../../src/plots/strokes.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: Document };

/** A canvas that notes what is painted. */
function canvas() {
  const painted: string[] = [];
  const note =
    (name: string) =>
    (...given: number[]) =>
      painted.push(`${name} ${given.map((value) => Math.round(10 * value) / 10).join(" ")}`);
  const context = {
    beginPath: () => {},
    moveTo: note("M"),
    lineTo: note("L"),
    stroke: () => painted.push("stroke"),
    setLineDash: () => {},
  };
  return { painted, context: context as unknown as CanvasRenderingContext2D };
}

const scales = { x: (value: number) => 10 * value, y: (value: number) => 100 - 10 * value };

describe("lines", () => {
  const line = [
    { x: 0, y: 0 },
    { x: 1, y: 2 },
    { x: 2, y: Number.NaN },
    { x: 3, y: 1 },
    { x: 4, y: 1 },
  ];
  const mark = strokes({ lines: [line], colour: "red", width: 2 });

  it("are one path in a picture, with a gap where a number is none", () => {
    expect(mark.moving.svg(scales, document).getAttribute("d")).toBe("M0,100L10,80M30,90L40,90");
  });

  it("are the same on a canvas", () => {
    const { painted, context } = canvas();
    mark.moving.paint(context, scales, (colour) => colour);
    expect(painted).toEqual(["M 0 100", "L 10 80", "M 30 90", "L 40 90", "stroke"]);
    expect(context).toMatchObject({ strokeStyle: "red", lineWidth: 2, globalAlpha: 1 });
  });

  it("are cut off where they leave the plot, at the very edge", () => {
    const up = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x }));
    expect(clipped(up, [1, 5])).toEqual([
      [
        { x: 0.5, y: 1 },
        { x: 1, y: 2 },
        { x: 2, y: 4 },
        { x: 2.5, y: 5 },
      ],
    ]);
    const across = [
      { x: 0, y: -1 },
      { x: 1, y: 3 },
      { x: 2, y: -1 },
    ];
    expect(clipped(across, [0, 1])).toEqual([
      [
        { x: 0.25, y: 0 },
        { x: 0.5, y: 1 },
      ],
      [
        { x: 1.5, y: 1 },
        { x: 1.75, y: 0 },
      ],
    ]);
    expect(clipped(up, [10, 20])).toEqual([]);
  });
});

it("what does not move is drawn by itself, with the scales of the whole", () => {
  const options = {
    x: { domain: [0, 1] },
    y: { domain: [0, 1] },
    marks: [cloud({ x: [0.5], y: [0.5], size: 3, colour: "red", opacity: 1 })],
  };
  const { svg, scales: found } = drawStill(options, "still", document);
  expect(svg.outerHTML).not.toContain("red");
  expect(draw(options, "whole", document).outerHTML).toContain("red");
  // The margins of every plot: 52 on the left, 14 on the right, of 360.
  expect([found.x(0), found.x(1)]).toEqual([52, 346]);
});

it("a plot tells its places in pixels, and asks for them only when it is asked", () => {
  let asked = 0;
  const places = () => {
    asked += 1;
    return [
      { x: 0, y: 1, words: "first" },
      { x: Number.NaN, y: 1, words: "nowhere" },
    ];
  };
  const svg = draw(
    { x: { domain: [0, 1] }, y: { domain: [0, 1] }, marks: [readout(places)] },
    "told",
    document,
  );
  expect(asked).toBe(0);
  expect(placesIn(svg)).toEqual([{ left: 52, top: 22, words: "first" }]);
  expect(placesIn(draw({}, "another", document))).toEqual([]);
});
