// What is offered where settings cannot be run to their end: shorter steps where training diverges, fewer where it takes hours.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { CostError, MOST_SECONDS, refuseCostly } from "../../../src/experiments/cost.ts";
import { meta } from "../../../src/experiments/laboratory/network/meta.ts";
import { run } from "../../../src/experiments/laboratory/network/run.ts";
import { type Offer, offerOf } from "../../../src/experiments/offer.ts";
import { parseText } from "../../../src/experiments/parameterTexts.ts";
import { errorRecord, RemoteError } from "../../../src/runtime/workers/errors.ts";
import { lastOf } from "./drive.ts";

describe("steps that are too long", () => {
  beforeAll(() => openNodeDevice("wasm"));

  const steep = {
    ...meta.defaults,
    width: 50,
    rule: "fixed",
    rate: 1000,
    steps: 200,
    stopAt: 0,
    activation: "tanh",
  } as const;
  const failureOf = (setup: typeof steep | (typeof meta)["defaults"]) =>
    lastOf(run(setup, 1), { stride: 100 }).then(
      () => undefined,
      (error: Error) => error,
    );

  it("end in a sentence with steps that are stable, which cross threads", async () => {
    const error = await failureOf(steep);
    expect(error?.message).toMatch(/diverged/);
    const { offer } = new RemoteError(errorRecord(error));
    expect(offer?.words).toBe(`Take steps of ${offer?.texts.rate}`);
    const rate = parseText(meta.parameters.rate, offer?.texts.rate ?? "") as number;
    expect(rate).toBeLessThan(1000);
    expect(await failureOf({ ...steep, rate })).toBeUndefined();
  });

  it("have no offer with Adam, of which that is not known", async () => {
    expect(offerOf(await failureOf({ ...steep, rule: "adam" as never }))).toBeUndefined();
  });
});

describe("what takes hours", () => {
  const offered = (seconds: (steps: number) => number, now: number): Offer | undefined => {
    try {
      refuseCostly(seconds(now), 2, seconds);
    } catch (error) {
      expect(error).toBeInstanceOf(CostError);
      return offerOf(error);
    }
    throw new Error("It is not refused.");
  };

  it("is offered with as many steps as do not, to two digits", () => {
    const each = (2 * MOST_SECONDS) / 123_456;
    expect(offered((steps) => each * steps, 800_000)).toEqual({
      words: "Take 120,000 steps at most",
      texts: { steps: "120000" },
    });
    expect(offered((steps) => MOST_SECONDS * steps * 0.3, 100)?.texts.steps).toBe("6");
    expect(offered((steps) => 3 * MOST_SECONDS + steps, 10)).toBeUndefined();
  });
});
