// The measurement of a benchmark: that it compares only engines that train the same network, and goes on without the rest.
import { describe, expect, test } from "vitest";
import { measure } from "../../../src/bench/measure.ts";
import { descentOf, type Peer } from "../../../src/bench/peer.ts";
import { shareDone } from "../../../src/bench/plan.ts";
import type { Network } from "../../../src/engine/network.ts";
import { descend, PLAIN_RULE } from "../../../src/engine/reference.ts";

/** The reference as a peer that believes that time passes `pace` times as fast as it does. */
function referencePeer(pace: number): Peer {
  const start: Peer["start"] = async (problem) => {
    let network: Network<Float32Array | Float64Array> = problem.network;
    const descent = { ...descentOf(problem), timeStep: pace * problem.timeStep };
    const advance = async (steps: number) => {
      const descended = descend(network, problem.sample, descent, {
        steps,
        adaptive: false,
        rule: PLAIN_RULE,
      });
      network = descended.network;
      return descended.risks[steps - 1] as number;
    };
    return { advance, end: () => undefined };
  };
  return { engine: "tfjs", backend: "cpu", start, close: () => undefined };
}

describe("the measurement", () => {
  const small = { sampleSize: 5, inputDimension: 3, width: 8 };
  const giveUp = (_peer: Peer, error: Error) => {
    throw error;
  };
  const options = { warmUpTurns: 1, onTurn: () => undefined, onFailure: giveUp };

  test("times every peer in every round", async () => {
    const timings = await measure(small, [referencePeer(1), referencePeer(1)], 0.01, options);
    expect(timings.map(({ stepsPerSecond }) => stepsPerSecond.length)).toEqual([5, 5]);
    for (const { stepsPerSecond } of timings)
      for (const speed of stepsPerSecond) expect(speed).toBeGreaterThan(0);
  });

  test("refuses a peer that trains a little differently", async () => {
    const measured = measure(small, [referencePeer(1.001)], 0.01, options);
    await expect(measured).rejects.toThrow("does not train the same network");
  });

  test("goes on without a peer that fails, wherever its failure is only noted", async () => {
    const broken: Peer = { ...referencePeer(1), start: () => Promise.reject(new Error("Not here.")) };
    const wrong = referencePeer(1.001);
    const right = referencePeer(1);
    const failures: [Peer, string][] = [];
    const onFailure = (peer: Peer, error: Error) => void failures.push([peer, error.message]);
    const timings = await measure(small, [broken, wrong, right], 0.01, { ...options, onFailure });
    expect(timings.map(({ peer }) => peer)).toEqual([right]);
    expect(failures).toEqual([
      [broken, "Not here."],
      [wrong, expect.stringContaining("does not train the same network")],
    ]);
  });
});

describe("the plan", () => {
  test("has a share of its turns behind it that grows from 0 to 1", () => {
    const shares = [0, 1].flatMap((shape) =>
      [0, 1, 2, 3, 4, 5].flatMap((round) => [0, 1, 2].map((peer) => shareDone({ shape, round, peer }, 2, 3))),
    );
    expect(shares[0]).toBe(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(1);
    expect(shareDone({ shape: 2, round: 0, peer: 0 }, 2, 3)).toBe(1);
  });
});
