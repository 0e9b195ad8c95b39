// Dots as pixels: what is covered, where dots overlap, and at the edges of a sheet.
import { expect, it } from "vitest";
import { stampDots } from "../../../src/plots/stamp.ts";

const sheetOf = (width: number, height: number) => ({
  data: new Uint8ClampedArray(4 * width * height),
  width,
  height,
});
const stamp = (sheet: ReturnType<typeof sheetOf>, places: readonly (readonly [number, number])[], size = 4) =>
  stampDots(
    sheet,
    Float64Array.from(places, ([x]) => x),
    Float64Array.from(places, ([, y]) => y),
    size,
  );
const coveredIn = ({ data }: ReturnType<typeof sheetOf>) =>
  data.filter((_, at) => at % 4 === 3).reduce((sum, cover) => sum + cover / 255, 0);

it("a dot covers its area, about its place", () => {
  const sheet = sheetOf(20, 20);
  expect(stamp(sheet, [[10, 10]])).toEqual({ left: 7, top: 7, right: 14, bottom: 14 });
  expect(coveredIn(sheet)).toBeGreaterThan(0.95 * Math.PI * 4);
  expect(coveredIn(sheet)).toBeLessThan(1.05 * Math.PI * 4);
  const at = (column: number, row: number) => sheet.data[4 * (20 * row + column) + 3];
  expect([at(10, 10), at(9, 9), at(7, 7), at(13, 10)]).toEqual([255, 255, 0, 0]);
});

it("dots in the same place are one, and what has no place is none", () => {
  const [one, three] = [sheetOf(20, 20), sheetOf(20, 20)];
  stamp(one, [[10, 10]]);
  stamp(three, [
    [10, 10],
    [10, 10],
    [Number.NaN, 3],
  ]);
  expect(three.data).toEqual(one.data);
});

it("of a dot at the edge only what is on the sheet is set", () => {
  const sheet = sheetOf(8, 6);
  const box = stamp(sheet, [
    [0, 3],
    [8, 0],
    [100, 3],
    [3, -50],
  ]);
  expect(box).toEqual({ left: 0, top: 0, right: 8, bottom: 6 });
  expect(coveredIn(sheet)).toBeGreaterThan(0.65 * Math.PI * 4);
  expect(coveredIn(sheet)).toBeLessThan(0.85 * Math.PI * 4);
});

it("without dots there is nothing to paint", () => {
  const { left, right } = stamp(sheetOf(8, 6), []);
  expect(right - left).toBeLessThanOrEqual(0);
});
