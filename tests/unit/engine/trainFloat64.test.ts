// Training with the float64 reference: the same however it is cut into reports, and it ends when it should.
import { describe, expect, it } from "vitest";
import { antisymmetric, normalInitialisation, sampleOf, withBias } from "../../../src/engine/network.ts";
import { type Descent, descend, empiricalRisk, outputs, PLAIN_RULE } from "../../../src/engine/reference.ts";
import { DivergedError, type Progress, UnfinishedError } from "../../../src/engine/train.ts";
import { initialStateFloat64, trainFloat64 } from "../../../src/engine/trainFloat64.ts";

const SAMPLE = sampleOf([-0.5, 0.1, 0.5].map(withBias), [0.25, 0.01, 0.25]);
const START = antisymmetric(normalInitialisation(20, 2, 1));
const DESCENT: Descent = { outputFactor: 0.2, outputRate: 1, inputRate: 1, timeStep: 0.3, targetRisk: -1 };
const options = {
  descent: DESCENT,
  rule: PLAIN_RULE,
  adaptive: true,
  stride: 10,
  maximumSteps: 45,
  signal: new AbortController().signal,
};

async function all(training: AsyncGenerator<Progress<Float64Array>>): Promise<Progress<Float64Array>[]> {
  const reports: Progress<Float64Array>[] = [];
  for await (const report of training) reports.push(report);
  return reports;
}

describe("training in float64", () => {
  it("makes the steps of the reference, with their times, whatever the stride", async () => {
    const wanted = descend(START, SAMPLE, DESCENT, { steps: 45, adaptive: true, rule: PLAIN_RULE });
    for (const stride of [1, 10, 100]) {
      const reports = await all(trainFloat64(START, SAMPLE, { ...options, stride }));
      const last = reports.at(-1) as Progress<Float64Array>;
      expect(reports).toHaveLength(Math.ceil(45 / stride));
      expect(reports.map(({ finished }) => finished).lastIndexOf(false)).toBe(reports.length - 2);
      expect(last).toMatchObject({ step: 45, finished: true });
      expect(await last.network()).toEqual(wanted.network);
      expect(last.time).toBeCloseTo(
        wanted.timeSteps.reduce((sum, step) => sum + step, 0),
        12,
      );
      expect(last.risk).toBe(
        empiricalRisk(outputs(wanted.network, SAMPLE, 0.2, "relu"), SAMPLE.targets, PLAIN_RULE),
      );
    }
  });

  it("stops where the target risk is met", async () => {
    const targetRisk = 1e-3;
    const reports = await all(
      trainFloat64(START, SAMPLE, { ...options, maximumSteps: 10_000, descent: { ...DESCENT, targetRisk } }),
    );
    const last = reports.at(-1) as Progress<Float64Array>;
    expect(last.risk).toBeLessThanOrEqual(targetRisk);
    const met = descend(
      START,
      SAMPLE,
      { ...DESCENT, targetRisk },
      { steps: 10_000, adaptive: true, rule: PLAIN_RULE },
    );
    expect(met.steps).toBeLessThan(10_000);
    expect({ step: last.step, network: await last.network() }).toEqual({
      step: met.steps,
      network: met.network,
    });
    expect(reports.slice(0, -1).every(({ risk, finished }) => risk > targetRisk && !finished)).toBe(true);
  });

  it("says where it diverged, and hears of an abort", async () => {
    const steep = { ...options, adaptive: false, descent: { ...DESCENT, timeStep: 1e30 } };
    await expect(all(trainFloat64(START, SAMPLE, steep))).rejects.toThrow(DivergedError);
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(all(trainFloat64(START, SAMPLE, { ...options, signal }))).rejects.toThrow("enough");
  });

  it("gives up after the steps that were granted where a target is not met, and reports the last state before", async () => {
    const far = { ...options, descent: { ...DESCENT, targetRisk: 1e-30 } };
    const reports: Progress<Float64Array>[] = [];
    const training = async () => {
      for await (const report of trainFloat64(START, SAMPLE, far)) reports.push(report);
    };
    await expect(training()).rejects.toThrow(UnfinishedError);
    expect(reports.at(-1)).toMatchObject({ step: 45, finished: false });
  });

  it.each(["gradient", "adam"] as const)(
    "goes on from each state in the same bits by %s",
    async (optimiser) => {
      const rule = { ...PLAIN_RULE, activation: "tanh", optimiser } as const;
      const own = { ...options, rule, adaptive: false };
      const reports = await all(trainFloat64(START, SAMPLE, own));
      const last = reports.at(-1) as Progress<Float64Array>;
      const states = await Promise.all(reports.slice(0, -1).map(({ state }) => state()));
      for (const from of [initialStateFloat64(START, rule), ...states]) {
        const rest = await all(trainFloat64(START, SAMPLE, { ...own, from: structuredClone(from) }));
        expect(await rest.at(-1)?.state()).toEqual(await last.state());
        expect(rest.at(-1)?.risk).toBe(last.risk);
      }
    },
  );
});
