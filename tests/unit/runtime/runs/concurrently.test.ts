// Jobs given out to a few lanes: in order, a limited number at a time, and none left when one has failed.
import { describe, expect, it } from "vitest";
import { eachConcurrently } from "../../../../src/runtime/runs/concurrently.ts";

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("eachConcurrently", () => {
  it("never has more under way than there are lanes, and uses all of them", async () => {
    let underWay = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++underWay);
      await turn();
      underWay--;
    };
    await eachConcurrently(Array(20).fill(0), 4, work, never);
    expect(most).toBe(4);
  });

  it("passes on the first failure once the others have come to rest, and begins nothing after it", async () => {
    const begun: number[] = [];
    let rested = false;
    const work = async (job: number, signal: AbortSignal) => {
      begun.push(job);
      if (job === 1) throw new Error("made for the test");
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      await turn();
      rested = true;
    };
    await expect(eachConcurrently([0, 1, 2, 3], 2, work, never)).rejects.toThrow("made for the test");
    expect(begun).toEqual([0, 1]);
    expect(rested).toBe(true);
  });

  it("begins nothing after an abort and gives its reason", async () => {
    const controller = new AbortController();
    const begun: number[] = [];
    const work = async (job: number) => {
      begun.push(job);
      if (job === 1) controller.abort(new Error("enough"));
      await turn();
    };
    await expect(eachConcurrently([0, 1, 2, 3], 1, work, controller.signal)).rejects.toThrow("enough");
    expect(begun).toEqual([0, 1]);
  });
});
