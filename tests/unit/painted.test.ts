import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { painted } from "../../components/live/painted.ts";

/** What the browser is asked to tell of its paints. */
let tell: () => void;
let asked: unknown[];

function browser(isHidden: boolean, entryTypes: readonly string[]): void {
  asked = [];
  vi.stubGlobal("document", { hidden: isHidden });
  vi.stubGlobal("requestAnimationFrame", (frame: () => void) => setTimeout(frame, 16));
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      static supportedEntryTypes = entryTypes;
      constructor(told: () => void) {
        tell = told;
      }
      observe(what: unknown): void {
        asked.push(what);
      }
      disconnect(): void {}
    },
  );
}

/** Whether it has ended by now. */
function watched(): () => boolean {
  let isOver = false;
  void painted().then(() => {
    isOver = true;
  });
  return () => isOver;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("a page is painted when the browser says so, also if it said so before", async () => {
  browser(false, ["paint"]);
  const isOver = watched();
  await vi.advanceTimersByTimeAsync(2000);
  expect(isOver()).toBe(false);
  tell();
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(true);
  expect(asked).toEqual([{ type: "paint", buffered: true }]);
});

test("where no paint is reported, it is not waited for without end", async () => {
  browser(false, ["paint"]);
  const isOver = watched();
  await vi.advanceTimersByTimeAsync(3000);
  expect(isOver()).toBe(true);
});

test("a browser that reports none is given a frame", async () => {
  browser(false, []);
  const isOver = watched();
  await vi.advanceTimersByTimeAsync(15);
  expect(isOver()).toBe(false);
  await vi.advanceTimersByTimeAsync(5);
  expect(isOver()).toBe(true);
});

test("a hidden page, which is not painted, goes on at once", async () => {
  browser(true, ["paint"]);
  const isOver = watched();
  await vi.advanceTimersByTimeAsync(0);
  expect(isOver()).toBe(true);
});
