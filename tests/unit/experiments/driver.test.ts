// The driver: what a run reports does not depend on how often it does, on what becomes of its reports, or on whether it
// was interrupted; and what is no number, or no checkpoint of the run, is refused.
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { normalInitialisation, sampleOf, withBias } from "../../../src/engine/network.ts";
import { PLAIN_RULE } from "../../../src/engine/reference.ts";
import { CheckpointError, UnfinishedError } from "../../../src/engine/train.ts";
import type { Course, Looks } from "../../../src/experiments/driver/course.ts";
import { iterated } from "../../../src/experiments/driver/iterated.ts";
import { type Trained, trained, trainedInFloat64 } from "../../../src/experiments/driver/trained.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";
import { MeasuringError } from "../../../src/experiments/measured.ts";
import { lastOf, reportsOf } from "./drive.ts";

/** r ← 3.7 r (1 − r): what goes astray at one step is far away at the end. */
interface Orbit {
  readonly r: number;
  readonly path: Float64Array;
}
const STEPS = 53;
const ORBIT = {
  start: { r: 0.3, path: Float64Array.of(0.3, 0.3) },
  next: ({ r, path }: Orbit): Orbit => {
    const then = 3.7 * r * (1 - r);
    return { r: then, path: Float64Array.of(path[1] as number, then) };
  },
  isOver: (_: Orbit, step: number) => step === STEPS,
  share: (_: Orbit, step: number) => step / STEPS,
};
const orbit = <Item, Q extends string, S extends string>(looks: Looks<Orbit, Item, Q, S>) =>
  iterated(ORBIT, looks);
const measureOrbit = ({ r, path }: Orbit) => ({ quantities: { r }, series: { path } });

const SAMPLE = sampleOf([-0.5, 0.1, 0.5].map(withBias), [0.25, 0.01, 0.25]);
const START = normalInitialisation(12, 2, 1);
const DESCENT = { outputFactor: 0.2, outputRate: 1, inputRate: 1, timeStep: 0.05, targetRisk: -1 };
const TRAINING = {
  start: START,
  sample: SAMPLE,
  descent: DESCENT,
  rule: PLAIN_RULE,
  adaptive: false,
  steps: STEPS,
};
const ADAM = { ...TRAINING, rule: { ...PLAIN_RULE, activation: "tanh", optimiser: "adam" } } as const;

type Network = Trained<Float32Array | Float64Array>;
/** The risk at every tenth step and the last, and the weights. */
const LOOKS = {
  trace: { every: 10, take: ({ step, risk }: Network) => ({ step, risk }) },
  measure: (
    { step, time, risk, network }: Network,
    looks: readonly { readonly step: number; readonly risk: number }[],
  ) => ({
    quantities: { step, time, risk },
    series: {
      ...{ inputWeights: network.inputWeights, outputWeights: network.outputWeights },
      ...{ steps: looks.map((look) => look.step), risks: looks.map((look) => look.risk) },
    },
  }),
};
/** The same of an orbit. */
const ORBIT_LOOKS = {
  trace: { every: 10, take: ({ r }: Orbit) => ({ r }) },
  measure: (now: Orbit, looks: readonly { readonly r: number }[]) => {
    const { quantities, series } = measureOrbit(now);
    return { quantities, series: { ...series, met: looks.map(({ r }) => r) } };
  },
};

const COURSES: Readonly<Record<string, () => Course>> = {
  "on the engine": () => trained(TRAINING, LOOKS),
  "on the engine by Adam": () => trained(ADAM, LOOKS),
  "in float64": () => trainedInFloat64(TRAINING, LOOKS),
  "in float64 by Adam": () => trainedInFloat64(ADAM, LOOKS),
  "of an iteration": () => orbit(ORBIT_LOOKS),
};
const PLACES = [
  ...(["wasm", "cpu"] as const).flatMap((backend) =>
    ["on the engine", "on the engine by Adam"].map((name) => [name, backend] as const),
  ),
  ...["in float64", "in float64 by Adam", "of an iteration"].map((name) => [name, "cpu"] as const),
];
const STRIDES = [1, 7, 1000];

/** What a report says, for a comparison to the bit. */
const said = ({ quantities, series, step, finished, progress }: Measurement) => ({
  ...{ quantities, series, step, finished, progress },
});

describe.each(PLACES)("a course %s (%s)", (name, backend) => {
  beforeAll(async () => {
    expect((await openNodeDevice(backend)).backend).toBe(backend);
  });
  const course = () => (COURSES[name] as () => Course)();

  // Between two calls, which the stride makes shorter or longer, plain JavaScript rounds the weights to float32.
  const isExact = backend === "wasm" || !name.startsWith("on the engine");
  const expectSame = (one: Measurement, other: Measurement, exactly = isExact) => {
    if (exactly) return expect(said(one)).toEqual(said(other));
    expect(Object.keys(one.series)).toEqual(Object.keys(other.series));
    for (const [key, values = []] of Object.entries(one.series))
      for (const [k, value] of values.entries()) expect(value).toBeCloseTo(other.series[key]?.[k] ?? NaN, 4);
  };

  it("ends in the same report whatever the stride, and holds nothing on the device then", async () => {
    const before = memory().numTensors;
    const ends = await Promise.all(STRIDES.map((stride) => lastOf(course(), { stride })));
    for (const end of ends) {
      expect(end).toMatchObject({ finished: true, progress: 1, step: STEPS });
      expectSame(end, ends[0] as Measurement);
    }
    expect(memory().numTensors).toBe(before);
  });

  it("goes on from each of its checkpoints to the same bits, by its own stride or another", async () => {
    for (const stride of [1, 5, 7, 20]) {
      const reports = await reportsOf(course(), { stride, checkpointDue: () => true });
      const end = reports.at(-1) as Measurement;
      const kept = reports.flatMap(({ checkpoint }) => (checkpoint === undefined ? [] : [checkpoint]));
      // There is one with each report but the last, which nothing goes on from.
      expect(kept).toHaveLength(reports.length - 1);
      for (const checkpoint of kept)
        for (const then of [stride, 10, 1000]) {
          const resumed = await lastOf(course(), { stride: then, from: structuredClone(checkpoint) });
          expectSame(resumed, end, isExact || then === stride);
        }
    }
  });

  it("gives each report buffers of its own, which may be handed over", async () => {
    const untouched = (await reportsOf(course(), { stride: 10 })).map(said);
    const { signal } = new AbortController();
    const handed: Measurement[] = [];
    for await (const report of course().drive({ stride: 10, signal, checkpointDue: () => true })) {
      const transfer = Object.values(report.series).flatMap((values) =>
        values?.buffer instanceof ArrayBuffer ? [values.buffer] : [],
      );
      expect(new Set(transfer).size).toBe(Object.keys(report.series).length);
      handed.push(structuredClone(report, { transfer }));
      for (const buffer of transfer) expect(buffer.detached).toBe(true);
    }
    expect(handed.map(said)).toEqual(untouched);
  });

  it("hears of an abort", async () => {
    const controller = new AbortController();
    const before = memory().numTensors;
    const reports = course().drive({ stride: 1, signal: controller.signal });
    await reports.next();
    controller.abort(new Error("enough"));
    await expect(reports.next()).rejects.toThrow("enough");
    expect(memory().numTensors).toBe(before);
  });
});

describe("reports", () => {
  const steps = (reports: readonly Measurement[]) => reports.map(({ step }) => step);
  const plain = () => orbit({ measure: measureOrbit });

  it("come every so many steps and at the end", async () => {
    expect(steps(await reportsOf(plain(), { stride: 20 }))).toEqual([20, 40, STEPS]);
    expect(steps(await reportsOf(plain(), { stride: 1000 }))).toEqual([STEPS]);
    expect(await reportsOf(plain(), { stride: 1 })).toHaveLength(STEPS);
    const shares = (await reportsOf(plain(), { stride: 1 })).map(({ progress }) => progress);
    expect(shares).toEqual([...Array.from({ length: STEPS - 1 }, (_, k) => (k + 1) / STEPS), 1]);
  });

  it("begin with the start where that is asked for", async () => {
    const reports = await reportsOf(orbit({ fromStart: true, measure: measureOrbit }), { stride: 20 });
    expect(steps(reports)).toEqual([0, 20, 40, STEPS]);
    expect(reports[0]).toMatchObject({ progress: 0, finished: false, quantities: { r: 0.3 } });
    const network = await reportsOf(trainedInFloat64(TRAINING, { ...LOOKS, fromStart: true }), {
      stride: 20,
    });
    expect(steps(network)).toEqual([0, 20, 40, STEPS]);
    expect(network[0]?.series.inputWeights).toEqual(Float64Array.from(START.inputWeights));
    // The start is no look.
    expect(network[0]?.series.steps).toEqual(Float64Array.of());
  });

  it("say how far the run is and nothing else before the end, where only that counts", async () => {
    const measured: number[] = [];
    const measure = (now: Orbit) => {
      measured.push(now.r);
      return measureOrbit(now);
    };
    const reports = await reportsOf(orbit({ onlyAtEnd: true, measure }), { stride: 20 });
    expect(reports.slice(0, -1).map(({ quantities, series }) => ({ quantities, series }))).toEqual([
      { quantities: {}, series: {} },
      { quantities: {}, series: {} },
    ]);
    expect(reports.map(({ progress }) => progress)).toEqual([20 / STEPS, 40 / STEPS, 1]);
    expect(measured).toEqual([reports.at(-1)?.quantities.r]);
  });

  it("say how far the run is in an experiment's own words, between 0 and just below 1", async () => {
    const shares = [-1, 0.25, 7];
    const looks = { measure: measureOrbit, share: () => shares.shift() ?? 0 };
    const reports = await reportsOf(orbit(looks), { stride: 15 });
    expect(reports.map(({ progress }) => progress)).toEqual([0, 0.25, 0.999, 1]);
  });

  it("come with a checkpoint when one is due, and only then", async () => {
    const due = [false, true, false];
    const reports = await reportsOf(plain(), { stride: 15, checkpointDue: () => due.shift() ?? false });
    expect(reports.map((report) => "checkpoint" in report)).toEqual([false, true, false, false]);
    expect((await reportsOf(plain(), { stride: 15 })).some((report) => "checkpoint" in report)).toBe(false);
  });

  it("have a copy of what is measured, even where the same array is given again", async () => {
    const path = new Float32Array(2);
    const measure = ({ r }: Orbit) => {
      path[1] = path[0] as number;
      path[0] = r;
      return { quantities: {}, series: { path, again: path } };
    };
    const { signal } = new AbortController();
    const orbits: number[] = [];
    for await (const { series } of orbit({ measure }).drive({ stride: 1, signal })) {
      orbits.push(series.path?.[1] as number);
      expect(series.path).toBeInstanceOf(Float32Array);
      expect(series.again).toEqual(series.path);
      const buffers = [series.path, series.again].flatMap((each) =>
        each ? [each.buffer as ArrayBuffer] : [],
      );
      structuredClone(buffers, { transfer: buffers });
    }
    const met = await reportsOf(orbit({ measure: measureOrbit }), { stride: 1 });
    expect(orbits).toEqual([
      0,
      ...met.slice(0, -1).map(({ quantities }) => Math.fround(quantities.r as number)),
    ]);
  });

  it("say the same where they are measured in pieces, and hear of an abort between two", async () => {
    const measure = function* (now: Orbit) {
      yield;
      return measureOrbit(now);
    };
    const wanted = await reportsOf(plain(), { stride: 20 });
    expect(await reportsOf(orbit({ measure }), { stride: 20 })).toEqual(wanted);
    const controller = new AbortController();
    const aborting = function* (now: Orbit) {
      controller.abort(new Error("enough"));
      yield;
      return measureOrbit(now);
    };
    const run = reportsOf(orbit({ measure: aborting }), { signal: controller.signal });
    await expect(run).rejects.toThrow("enough");
  });

  it("leave out what is not defined, and keep lists of numbers as float64", async () => {
    const measure = ({ r }: Orbit) => ({
      quantities: { r, none: undefined },
      series: { none: undefined, list: [r, 1] },
    });
    const { quantities, series } = await lastOf(orbit({ measure }));
    expect(Object.keys(quantities)).toEqual(["r"]);
    expect(series).toEqual({ list: Float64Array.of(quantities.r as number, 1) });
    expect((await lastOf(orbit({ measure: () => ({ quantities: {} }) }))).series).toEqual({});
  });

  it.each([Number.NaN, Infinity, -Infinity])("refuse %s as a quantity, by its name", async (value) => {
    const run = () => lastOf(orbit({ measure: ({ r }) => ({ quantities: { r, wild: value } }) }));
    await expect(run()).rejects.toThrow(MeasuringError);
    await expect(run()).rejects.toThrow(`“wild” came out as ${value}`);
  });
});

describe("a trace", () => {
  const every = 10;
  const steps = (course: Course<string, "steps">, stride: number) =>
    lastOf(course, { stride }).then(({ series }) => [...(series.steps ?? [])]);
  const wanted = [10, 20, 30, 40, 50, STEPS];

  it.each([1, 2, 3, 7, 10, 20, 25, 1000])(
    "has the multiples of its interval and the last step, at stride %d",
    async (stride) => {
      expect(await steps(trainedInFloat64(TRAINING, LOOKS), stride)).toEqual(wanted);
      const counted = iterated(
        { start: { at: 0 }, next: (_, at) => ({ at }), isOver: ({ at }) => at === STEPS, share: () => 0 },
        {
          trace: { every, take: ({ at }) => at },
          measure: (_, looks) => ({ quantities: {}, series: { steps: looks } }),
        },
      );
      expect(await steps(counted, stride)).toEqual(wanted);
    },
  );

  it("does not have the last step twice where that is a multiple", async () => {
    const training = { ...TRAINING, steps: 30 };
    for (const stride of STRIDES)
      expect(await steps(trainedInFloat64(training, LOOKS), stride)).toEqual([10, 20, 30]);
  });

  it("shows each report what has been looked at so far", async () => {
    const reports = await reportsOf(trainedInFloat64(TRAINING, LOOKS), { stride: 5 });
    expect(reports.map(({ series }) => series.steps?.length)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6]);
  });

  it("ends a run at the look that says so, whatever the stride, and lets go of the device", async () => {
    await openNodeDevice("wasm");
    const before = memory().numTensors;
    for (const stride of STRIDES) {
      const looks = { ...LOOKS, until: (taken: readonly unknown[]) => taken.length === 3 };
      const end = await lastOf(trained(TRAINING, looks), { stride });
      expect(end).toMatchObject({ step: 30, finished: true, progress: 1 });
      expect([...(end.series.steps ?? [])]).toEqual([10, 20, 30]);
    }
    expect(memory().numTensors).toBe(before);
  });
});

describe("progress of a training", () => {
  it("is the share of its steps, or of the way of log R to its target, whichever is more", async () => {
    const looks = { measure: ({ risk }: Network) => ({ quantities: { risk } }) };
    const free = await reportsOf(trainedInFloat64(TRAINING, { ...looks, fromStart: true }), { stride: 10 });
    expect(free.map(({ progress }) => progress)).toEqual([
      0,
      ...[10, 20, 30, 40, 50].map((k) => k / STEPS),
      1,
    ]);
    const initial = free[0]?.quantities.risk as number;
    const targetRisk = 0.1 * initial;
    const training = { ...TRAINING, steps: 10_000, adaptive: true, descent: { ...DESCENT, targetRisk } };
    const reports = await reportsOf(trainedInFloat64(training, looks), { stride: 3 });
    expect(reports.length).toBeGreaterThan(3);
    for (const { progress, step, quantities } of reports.slice(0, -1)) {
      const way = Math.log(initial / (quantities.risk as number)) / Math.log(10);
      expect(progress).toBeCloseTo(Math.min(0.999, Math.max(way, step / 10_000)), 12);
    }
    expect(reports.at(-1)).toMatchObject({ progress: 1, finished: true });
    expect(reports.at(-1)?.quantities.risk).toBeLessThanOrEqual(targetRisk);
  });

  it("ends in an error where the target is not met in the steps that are granted", async () => {
    const training = { ...TRAINING, descent: { ...DESCENT, targetRisk: 1e-30 } };
    await expect(lastOf(trainedInFloat64(training, LOOKS))).rejects.toThrow(UnfinishedError);
    await expect(lastOf(trained(training, LOOKS))).rejects.toThrow(UnfinishedError);
  });
});

describe("a checkpoint", () => {
  beforeAll(() => openNodeDevice("wasm"));

  const keptOf = async (course: Course): Promise<unknown> =>
    (await reportsOf(course, { stride: 20, checkpointDue: () => true })).at(-2)?.checkpoint;
  const goesOn = (course: Course, from: unknown) => lastOf(course, { from });
  const wider = { ...TRAINING, start: normalInitialisation(13, 2, 1) };
  const plain = { measure: LOOKS.measure };

  it.each<[string, Course, Course]>([
    ["a wider network", trained(wider, LOOKS), trained(TRAINING, LOOKS)],
    ["a wider network in float64", trainedInFloat64(wider, LOOKS), trainedInFloat64(TRAINING, LOOKS)],
    ["the other precision", trained(TRAINING, LOOKS), trainedInFloat64(TRAINING, LOOKS)],
    ["Adam", trainedInFloat64(ADAM, LOOKS), trainedInFloat64(TRAINING, LOOKS)],
    ["a run without Adam", trained(TRAINING, LOOKS), trained(ADAM, LOOKS)],
    ["an iteration", orbit(ORBIT_LOOKS), trained(TRAINING, LOOKS)],
    ["a training", trained(TRAINING, LOOKS), orbit(ORBIT_LOOKS)],
    ["a run that looks elsewhere", trained(TRAINING, LOOKS), trained(TRAINING, plain)],
    ["a run that does not look", trained(TRAINING, plain), trained(TRAINING, LOOKS)],
    [
      "a run that looks more often",
      trained(TRAINING, LOOKS),
      trained(TRAINING, { ...LOOKS, trace: { ...LOOKS.trace, every: 5 } }),
    ],
  ])("of %s is refused", async (_, one, other) => {
    const before = memory().numTensors;
    const kept = await keptOf(one);
    expect(kept).toBeDefined();
    await expect(goesOn(other, kept)).rejects.toThrow(CheckpointError);
    await expect(goesOn(one, kept)).resolves.toMatchObject({ finished: true });
    expect(memory().numTensors).toBe(before);
  });

  it("that the driver did not write is refused", async () => {
    const course = orbit(ORBIT_LOOKS);
    const kept = (await keptOf(course)) as object;
    const trace = Reflect.get(kept, "trace") as unknown[];
    for (const wild of [
      ...[null, 7, "kept", {}, [], { step: 20, state: {}, trace: {} }],
      ...[
        { ...kept, state: undefined },
        { ...kept, state: { step: 20, state: { ...ORBIT.start, r: Number.NaN } } },
        { ...kept, state: { step: 20, state: { ...ORBIT.start, path: Float64Array.of(Infinity, 0) } } },
        { ...kept, trace: [...trace.slice(1), { q: 1 }] },
        { ...kept, trace: trace.slice(1) },
      ],
    ])
      await expect(goesOn(course, wild), JSON.stringify(wild)).rejects.toThrow(CheckpointError);
  });
});
