// What a frame costs, from a trace made by hand, and how the costs of figures and their first frames are told. No browser runs.
import { describe, expect, test } from "vitest";
import { costOf, figuresTable } from "../../../src/cli/bench/figuresTable.ts";
import { firstFrameOf, firstFramesTable } from "../../../src/cli/bench/firstFramesTable.ts";
import { type FrameCost, frameCosts, type TraceEvent, totalOf } from "../../../src/cli/bench/frames.ts";

/** An event on the page's main thread: its name, when it begins, how long it takes, and what the processor spent on it. */
function spent(name: string, ts: number, dur: number, tdur?: number): TraceEvent {
  return { name, ph: "X", pid: 7, tid: 7, ts, dur, ...(tdur === undefined ? {} : { tdur }) };
}

const TRACE: TraceEvent[] = [
  // Under way when the trace began, and a task before the first frame: no frame's.
  spent("FunctionCall", 0, 50),
  spent("RunTask", 100, 900),
  // A frame: 10 ms, of which 4 in the callback, and within it 1 of layout that the script forced; 2 of paint.
  spent("RunTask", 2000, 10_000),
  spent("FireAnimationFrame", 2000, 4000),
  spent("FunctionCall", 2500, 3000),
  spent("Layout", 3000, 1000),
  // An event that says nothing of itself is a part of what holds it.
  spent("V8.StackGuard", 4500, 500),
  spent("UpdateLayoutTree", 7000, 500),
  spent("PrePaint", 8000, 500),
  spent("Paint", 9000, 1500),
  // A worker's report between two frames belongs to the one before it; the thread waited for half of its time.
  spent("RunTask", 13_000, 4000, 2000),
  spent("HandlePostMessage", 13_500, 3000, 1500),
  // Two callbacks of one frame are one frame.
  spent("RunTask", 20_000, 3000),
  spent("FireAnimationFrame", 20_000, 1000),
  spent("FireAnimationFrame", 21_000, 1000),
  // The last frame may have been cut off.
  spent("RunTask", 40_000, 1000),
  spent("FireAnimationFrame", 40_000, 1000),
  // What has no duration, and what other threads do, is no cost of the page's.
  { name: "FireAnimationFrame", ph: "I", pid: 7, tid: 7, ts: 20_500 },
  { name: "RunTask", ph: "X", pid: 7, tid: 9, ts: 2000, dur: 9000 },
  { name: "RunTask", ph: "X", pid: 3, tid: 7, ts: 2000, dur: 9000 },
];

const FIRST: FrameCost = { scripting: 4.5, layout: 1.5, paint: 2, other: 4 };
const SECOND: FrameCost = { scripting: 2, layout: 0, paint: 0, other: 1 };

describe("the frames of a trace", () => {
  test("cost what the main thread does until the next one begins, each thing once", () => {
    expect(frameCosts(TRACE)).toEqual([FIRST, SECOND]);
    expect(frameCosts(TRACE).map(totalOf)).toEqual([12, 3]);
  });

  test("do not depend on the order of the events", () => {
    expect(frameCosts(TRACE.toReversed())).toEqual([FIRST, SECOND]);
  });

  test("are none where nothing was drawn", () => {
    expect(frameCosts([])).toEqual([]);
    expect(frameCosts([spent("RunTask", 0, 10)])).toEqual([]);
  });
});

describe("the costs of a figure", () => {
  /** Frames that cost 1, 2, …, 10 ms of scripting. */
  const ten = Array.from({ length: 10 }, (_, k) => ({ scripting: k + 1, layout: 0, paint: 0, other: 0 }));

  test("are the middle, what nine of ten do not exceed, and means by kind", () => {
    expect(costOf({ figure: "paper/ten", end: "cut", costs: ten.toReversed() })).toEqual({
      figure: "paper/ten",
      frames: 10,
      end: "cut",
      median: 5.5,
      ninetieth: 9,
      means: { scripting: 5.5, layout: 0, paint: 0, other: 0 },
    });
  });

  test("are told in a table, the dearest first, and a figure that drew nothing last", () => {
    const costs = [
      costOf({ figure: "paper/none", end: "failed", costs: [] }),
      costOf({ figure: "paper/two", end: "finished", costs: [FIRST, SECOND] }),
      costOf({ figure: "paper/one", end: "cut", costs: [FIRST] }),
    ];
    expect(figuresTable(costs).split("\n")).toEqual([
      "figure      run       frames  median   90 %  scripting  layout  paint  other",
      "paper/one   cut            1   12.00  12.00       4.50    1.50   2.00   4.00",
      "paper/two   finished       2    7.50  12.00       3.25    0.75   1.00   2.50",
      "paper/none  failed         0       —      —          —       —      —      —",
    ]);
  });
});

describe("the first frames of settings with a name", () => {
  test("are told by their medians, with the least and the greatest, in the order of their figures", () => {
    const all = [
      { figure: "paper/one", preset: "Far examples first", milliseconds: [40.4, 300, 61.6] },
      { figure: "paper/two", preset: "As it is", milliseconds: [7, 8] },
    ];
    expect(firstFramesTable(all.map(firstFrameOf)).split("\n")).toEqual([
      "figure     setting             first frame  least  greatest",
      "paper/one  Far examples first           62     40       300",
      "paper/two  As it is                      8      7         8",
    ]);
  });
});
