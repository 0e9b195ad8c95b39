// When a figure may change its page while a run goes on: a few times a second, and never in all of its frames.
import { expect, test } from "vitest";
import { Beat } from "../../../components/live/beat.ts";

/** The frames, by their numbers, in which the page may change, of frames that come `apart` milliseconds apart. */
function beatsOf(apart: number, frames: number): number[] {
  const beat = new Beat();
  return Array.from({ length: frames }, (_, k) => k).filter((k) => beat.isNow(k * apart, "running"));
}

test("the page changes at the first frame of a run, then five times a second", () => {
  expect(beatsOf(20, 25)).toEqual([0, 10, 20]);
});

test("where frames are slow, it changes in one of four", () => {
  expect(beatsOf(150, 10)).toEqual([0, 4, 8]);
});

test("what is new of a run, and all that does not run, is there at once", () => {
  const beat = new Beat();
  expect(beat.isNow(0, "running")).toBe(true);
  expect(beat.isNow(1, "running")).toBe(false);
  expect(beat.isNow(2, "paused")).toBe(true);
  expect(beat.isNow(3, "paused")).toBe(true);
  expect(beat.isNow(4, "running")).toBe(true);
  expect(beat.isNow(5, "done")).toBe(true);
});
