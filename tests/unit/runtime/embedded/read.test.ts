// What a page around a frame may say: nothing else gets through, and what is wrong is told in a sentence.
import { describe, expect, it } from "vitest";
import { readMessage } from "../../../../src/runtime/embedded/read.ts";

const to = "two-layers";

describe("a message to a frame", () => {
  it.each([
    { to, kind: "run" },
    { to, kind: "stop" },
    { to, kind: "set", parameters: { gamma: 1.2, widths: [10, 20], backend: "wasm" } },
  ])("is read: %j", (message) => {
    expect(readMessage(message)).toEqual(message);
  });

  it.each([
    [{ to, kind: "dance" }, /kind set, run or stop; “dance” is none/],
    [{ to }, /“undefined” is none/],
    [{ to, kind: "run", now: true }, /“run” has nothing besides/],
    [{ to, kind: "set" }, /needs “parameters”/],
    [{ to, kind: "set", parameters: { seed: null } }, /needs “parameters”/],
    [{ to, kind: "set", parameters: { seed: { toString: "x" } } }, /needs “parameters”/],
    [{ to, kind: "set", parameters: { seed: Number.NaN } }, /needs “parameters”/],
  ])("is refused: %j", (message, words) => {
    expect(readMessage(message)).toEqual({ problem: expect.stringMatching(words) });
  });
});
