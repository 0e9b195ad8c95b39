// Independent runs on threads of Node, by the very code of the page: every bit is that of one worker.
import { afterEach, describe, expect, it } from "vitest";
import { storeInMemory } from "../../../../src/cli/runs/storeInMemory.ts";
import { threadWorker } from "../../../../src/cli/runs/threadWorker.ts";
import type { Measurement } from "../../../../src/experiments/experiment.ts";
import { keyOf } from "../../../../src/experiments/request.ts";
import { runAll } from "../../../../src/runtime/runs/runAll.ts";
import { createPool, type Pool } from "../../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../../src/runtime/workers/workerBridge.ts";

const signal = new AbortController().signal;
const sweep = (gamma: number) => ({
  experiment: "phase-diagram/relative-distance",
  parameters: { gamma, gammaPrime: 0, widths: [50, 100, 200], widthCounts: "half" },
  seed: 1,
  stride: 100,
});
const point = (gamma: number) => ({
  experiment: "phase-diagram/regimes",
  parameters: { gamma, gammaPrime: 0, width: 30 },
  seed: 3,
  stride: 100,
});
const numbersOf = (reports: (Measurement | null)[]) =>
  reports.map((report) => ({
    ...report?.quantities,
    series: Object.values(report?.series ?? {}).map((values) => [...(values ?? [])]),
  }));

const pools: Pool[] = [];
function workers(count: number, hired: unknown[] = []): Pool {
  const hire = () => {
    const worker = threadWorker();
    hired.push(worker);
    return bridgeTo(worker);
  };
  const pool = createPool(hire, count);
  pools.push(pool);
  return pool;
}

afterEach(() => {
  for (const pool of pools.splice(0)) pool.end();
});

describe("independent runs", () => {
  it("give the same bits on one thread and on three, in the order of the requests", async () => {
    const requests = [sweep(1.75), point(0.5), sweep(0.5), point(1.75)];
    const [one, three]: [unknown[], unknown[]] = [[], []];
    const alone = await runAll(requests, { pool: workers(1, one), choice: "wasm", signal });
    expect(one).toHaveLength(1);
    const together = await runAll(requests, { pool: workers(3, three), choice: "wasm", signal });
    expect(three).toHaveLength(3);
    expect(numbersOf(together)).toEqual(numbersOf(alone));
    expect(together.every((report) => report?.finished && report.progress === 1)).toBe(true);
    expect(together[0]?.quantities.slope).toBeGreaterThan(0);
    expect(together[2]?.quantities.slope).toBeLessThan(0);
  });

  it("report the whole as its parts get on, never further back than before", async () => {
    const pool = workers(2);
    const shares: number[] = [];
    await runAll([sweep(1)], {
      pool,
      choice: "wasm",
      signal,
      onMeasurement: (_, { measurement }) => shares.push(measurement.progress),
    });
    expect(shares.length).toBeGreaterThan(6);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it("have what they share run once, for all that ask for it", async () => {
    const pool = workers(2);
    const store = storeInMemory();
    const made: string[] = [];
    const counting = {
      ...store,
      keep: (...[run, measured]: Parameters<typeof store.keep>) => {
        if (measured.measurement.finished) made.push(keyOf(run));
        store.keep(run, measured);
      },
    };
    const longer = { ...sweep(1), parameters: { ...sweep(1).parameters, widths: [50, 100, 200, 300] } };
    const reports = await runAll([sweep(1), longer, sweep(1)], {
      pool,
      choice: "wasm",
      signal,
      store: counting,
    });
    expect(made).toHaveLength(4);
    expect(new Set(made).size).toBe(4);
    expect(reports.every((report) => report?.finished)).toBe(true);
    expect(numbersOf(reports)[2]).toEqual(numbersOf(reports)[0]);
    const again = await runAll([longer], { pool, choice: "wasm", signal, store: counting });
    expect(made).toHaveLength(4);
    expect(numbersOf(again)[0]).toEqual(numbersOf(reports)[1]);
  });

  it("are refused, before anything is opened, where they would take hours", async () => {
    const hired: unknown[] = [];
    const { signal: own } = new AbortController();
    const huge = {
      experiment: "phase-diagram/digits",
      parameters: {
        gammaPrime: 0,
        gammaFrom: 0.7,
        gammaTo: 1.3,
        widths: [250_000],
        pixels: "unit",
        stop: "early",
      },
      seed: 1,
      stride: 100,
    };
    const many = Array.from({ length: 100 }, () => huge);
    await expect(runAll(many, { pool: workers(2, hired), choice: "wasm", signal: own })).rejects.toThrow(
      /would take about \d+ hours here\. Choose fewer or smaller/,
    );
    expect(hired).toHaveLength(0);
  });

  it("go on when one fails, and are told which; without anyone to tell, the failure ends all", async () => {
    const pool = workers(2);
    const bad = {
      ...point(1),
      experiment: "phase-diagram/regimes",
      parameters: { ...point(1).parameters, width: -1 },
    };
    const failures: [number, string][] = [];
    const onFailure = (k: number, { message }: Error) => failures.push([k, message]);
    const reports = await runAll([bad, point(1)], { pool, choice: "wasm", signal, onFailure });
    expect(failures).toEqual([[0, expect.stringContaining("positive whole number")]]);
    expect(reports[0]).toBeNull();
    expect(reports[1]?.finished).toBe(true);
    await expect(runAll([bad, point(1)], { pool, choice: "wasm", signal })).rejects.toThrow(
      "positive whole number",
    );
  });

  it("stop at an abort, and their workers are fit for the next runs", async () => {
    const pool = workers(2);
    const controller = new AbortController();
    const stopped = runAll(
      Array.from({ length: 50 }, () => sweep(1)),
      {
        pool,
        choice: "wasm",
        signal: controller.signal,
        onMeasurement: () => controller.abort(new Error("enough")),
      },
    );
    await expect(stopped).rejects.toThrow("enough");
    const [after] = await runAll([point(1)], { pool, choice: "wasm", signal });
    expect(after?.finished).toBe(true);
  });
});
