// A plot as a picture of itself: square, with its marks and its name, and without anything to be read in it.
import { line, text } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { miniature } from "../../../src/plots/miniature.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: Document };

it("has the marks of the plot and no words, whatever the shape of the plot", () => {
  const points = [
    [1, 1],
    [10, 3],
  ] as [number, number][];
  const picture = miniature(
    {
      width: 480,
      height: 200,
      marginLeft: 90,
      x: { type: "log", label: "time →", domain: [1, 10] },
      y: { label: "↑ risk", domain: [0, 4], grid: true },
      marks: [line(points, { stroke: "red" }), text(["here"], { x: 5, y: 2 })],
    },
    "A line that rises",
    document,
  );
  expect(picture.getAttribute("aria-label")).toBe("A line that rises");
  expect(picture.getAttribute("role")).toBe("img");
  expect(picture.getAttribute("width")).toBe(picture.getAttribute("height"));
  expect(picture.querySelectorAll("[stroke=red] path")).toHaveLength(1);
  expect(picture.querySelectorAll("text")).toHaveLength(0);
  expect(picture.textContent?.trim()).toBe("");
});
