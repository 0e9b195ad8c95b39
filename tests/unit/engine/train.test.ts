// Training on the backends that Node has: what it reports, how it ends, and that nothing is left behind.
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { normalInitialisation, sampleOf } from "../../../src/engine/network.ts";
import { type Descent, descend, PLAIN_RULE } from "../../../src/engine/reference.ts";
import {
  CheckpointError,
  DivergedError,
  type Progress,
  train,
  UnfinishedError,
} from "../../../src/engine/train.ts";

const sample = sampleOf(
  [
    [-0.5, 1],
    [0.1, 1],
    [0.5, 1],
  ],
  [0.25, 0.01, 0.25],
);
const start = normalInitialisation(30, 2, 1);
const descent: Descent = {
  outputFactor: 1 / 30,
  outputRate: 1,
  inputRate: 1,
  timeStep: 1e30,
  targetRisk: 1e-6,
};
const options = {
  descent,
  rule: PLAIN_RULE,
  adaptive: true,
  stride: 100,
  maximumSteps: 100_000,
  signal: new AbortController().signal,
};

async function all(progress: AsyncGenerator<Progress>): Promise<Progress[]> {
  const list: Progress[] = [];
  for await (const each of progress) list.push(each);
  return list;
}

describe.each(["wasm", "cpu"] as const)("training on %s", (backend) => {
  beforeAll(async () => {
    expect((await openNodeDevice(backend)).backend).toBe(backend);
  });

  it("reports falling risks until the target is met, and leaves no tensor", async () => {
    const before = memory().numTensors;
    const reports = await all(train(start, sample, options));
    expect(reports.map(({ finished }) => finished)).toEqual([...reports.slice(1).map(() => false), true]);
    expect(reports.at(-1)?.risk).toBeLessThanOrEqual(1e-6);
    for (let k = 1; k < reports.length; k++) {
      expect(reports[k]!.risk).toBeLessThan(reports[k - 1]!.risk);
      expect(reports[k]!.time).toBeGreaterThan(reports[k - 1]!.time);
    }
    expect(memory().numTensors).toBe(before);
  });

  it("ends in a named error with the step when it diverges", async () => {
    const wild = { ...options, adaptive: false, descent: { ...descent, timeStep: 1e9 } };
    const error = await all(train(start, sample, wild)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DivergedError);
    expect((error as DivergedError).step).toBeLessThan(20);
    expect((error as DivergedError).message).toMatch(/diverged at step \d+.*smaller time step/);
  });

  it("gives up after the steps that were granted, and says how far it came", async () => {
    const error = await all(train(start, sample, { ...options, stride: 10, maximumSteps: 30 })).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(UnfinishedError);
    expect((error as Error).message).toMatch(/After 30 steps/);
  });

  it("goes on from a state in the same numbers, and refuses the state of another network", async () => {
    const reports = await all(train(start, sample, options));
    const run = train(start, sample, options);
    await run.next();
    const from = await (await run.next()).value.state();
    await run.return(undefined);
    const rest = await all(train(start, sample, { ...options, from }));
    expect(rest.map(({ step, time, risk }) => [step, time, risk])).toEqual(
      reports.slice(2).map(({ step, time, risk }) => [step, time, risk]),
    );
    const before = memory().numTensors;
    for (const damage of [
      { outputWeights: from.outputWeights.slice(1) },
      { step: Number.NaN },
      { time: Number.NaN },
    ])
      await expect(all(train(start, sample, { ...options, from: { ...from, ...damage } }))).rejects.toThrow(
        CheckpointError,
      );
    expect(memory().numTensors).toBe(before);
  });

  it("ends after its steps where there is no target, and says what a single call of the reference says", async () => {
    const rule = { ...PLAIN_RULE, activation: "tanh", optimiser: "adam" } as const;
    const adam = { ...descent, timeStep: 1e-3, targetRisk: -1 };
    const fixed = { ...options, descent: adam, rule, adaptive: false, stride: 40, maximumSteps: 100 };
    const reports = await all(train(start, sample, fixed));
    expect(reports.map(({ step, finished }) => [step, finished])).toEqual([
      [40, false],
      [80, false],
      [100, true],
    ]);
    const expected = descend(start, sample, adam, { steps: 100, adaptive: false, rule });
    expect(Math.abs((reports[2]?.risk ?? 0) / (expected.risks[99] as number) - 1)).toBeLessThan(1e-5);
  });

  it("goes on under Adam in the same numbers, and refuses a state without its moments", async () => {
    const rule = { ...PLAIN_RULE, optimiser: "adam" } as const;
    const adam = { ...descent, timeStep: 1e-3, targetRisk: -1 };
    const fixed = { ...options, descent: adam, rule, adaptive: false, stride: 50, maximumSteps: 150 };
    const before = memory().numTensors;
    const reports = await all(train(start, sample, fixed));
    const run = train(start, sample, fixed);
    const { moments, ...state } = await (await run.next()).value.state();
    await run.return(undefined);
    const rest = await all(train(start, sample, { ...fixed, from: { ...state, moments } }));
    expect(rest.map(({ step, risk }) => [step, risk])).toEqual(
      reports.slice(1).map(({ step, risk }) => [step, risk]),
    );
    await expect(all(train(start, sample, { ...fixed, from: state }))).rejects.toThrow(CheckpointError);
    expect(memory().numTensors).toBe(before);
  });

  it("lets others have the thread between the reports of a long stride", async () => {
    const wide = normalInitialisation(20_000, 2, 1);
    const stride = backend === "cpu" ? 300 : 10_000;
    const far = { ...options, stride, descent: { ...descent, outputFactor: 1 / 20_000, targetRisk: 0 } };
    const run = train(wide, sample, far);
    let turns = 0;
    const counting = setInterval(() => turns++, 20);
    const { value } = await run.next();
    clearInterval(counting);
    await run.return(undefined);
    expect(value?.step).toBe(stride);
    expect(turns).toBeGreaterThan(1);
  });

  it("stops when it is aborted, and gives its tensors back", async () => {
    const before = memory().numTensors;
    const controller = new AbortController();
    const run = train(start, sample, { ...options, stride: 1, signal: controller.signal });
    await run.next();
    controller.abort();
    await expect(run.next()).rejects.toThrow(/abort/i);
    expect(memory().numTensors).toBe(before);
  });
});

it.each(["wasm", "cpu"] as const)("ends in the same bits on %s whatever the stride", async (backend) => {
  await openNodeDevice(backend);
  const weightsAt = async (stride: number) => {
    let weights: Float32Array | undefined;
    for await (const { network } of train(start, sample, { ...options, stride }))
      weights = (await network()).inputWeights;
    return weights;
  };
  expect(await weightsAt(7)).toEqual(await weightsAt(1000));
});
