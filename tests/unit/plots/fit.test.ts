// How large a plot is in its place: what CSS reserves for it is what a script draws there, at every width.
import { describe, expect, test } from "vitest";
import { type Frame, heightAt, heightInRoom, heightOfShape, widthIn } from "../../../src/plots/fit.ts";

const margins = { marginLeft: 52, marginRight: 14, marginTop: 22, marginBottom: 34 };
const FRAMES: Readonly<Record<string, Frame>> = {
  usual: { width: 360, height: 202, ...margins },
  square: { width: 360, height: 360, ...margins },
  medium: { width: 480, height: 340, ...margins, marginRight: 104 },
  wide: { width: 720, height: 300, ...margins },
};

/** What a browser makes of the CSS in a room of so many pixels. */
function inRoom(css: string, room: number): number {
  const [, ...parts] =
    /^calc\((.+)px \+ (.+) \* \(clamp\((.+)px, 100cqi, (.+)px\) - (.+)px\)\)$/.exec(css) ?? [];
  const [beyond, slope, least, most, beside] = parts.map(Number) as [number, number, number, number, number];
  return beyond + slope * (Math.max(least, Math.min(room, most)) - beside);
}

describe.each(Object.entries(FRAMES))("a plot of %s size", (_, frame) => {
  test("has the room that it will take, at every width", () => {
    for (let room = 240; room <= 1000; room += 7.3) {
      const drawn = heightAt(frame, widthIn(room, frame.width));
      // Half a pixel by rounding the height, and what half a pixel of the width makes of it, at most one more half.
      const slope = (frame.height - 56) / (frame.width - frame.marginLeft - frame.marginRight);
      expect(Math.abs(inRoom(heightInRoom(frame), room) - drawn)).toBeLessThan(0.51 + slope / 2);
    }
  });

  test("is never higher than by itself, nor lower than seven tenths within its axes", () => {
    for (const room of [0, 240, 400, 2000]) {
      const inside = (inRoom(heightInRoom(frame), room) - 56) / (frame.height - 56);
      expect(inside).toBeLessThan(1.001);
      expect(inside).toBeGreaterThan(0.699);
    }
  });
});

test("what keeps its shape grows and shrinks with its room, between the least width and the most", () => {
  const css = heightOfShape({ width: 360, height: 350, ...margins });
  expect(inRoom(css, 360)).toBeCloseTo(350, 1);
  // Each pixel across is one down: 294 across for 294 down.
  expect(inRoom(css, 300)).toBeCloseTo(290, 1);
  expect(inRoom(css, 100)).toBeCloseTo(230, 1);
  expect(inRoom(css, 2000)).toBeCloseTo(374, 1);
});
