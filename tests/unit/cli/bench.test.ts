// The benchmark's flags and its table. No engine runs.
import { tmpdir } from "node:os";
import { describe, expect, test } from "vitest";
import { ratioOf, summaryOf, type Timing } from "../../../src/bench/measure.ts";
import type { EngineName } from "../../../src/bench/result.ts";
import { benchCommand, type Wanted } from "../../../src/cli/bench/command.ts";
import { queueTable } from "../../../src/cli/bench/queue.ts";
import { tableOf, targetLines } from "../../../src/cli/bench/table.ts";
import { obey, UsageError } from "../../../src/cli/command.ts";

const shape = { sampleSize: 4, inputDimension: 2, width: 1000 };

function timing(engine: EngineName, backend: string, stepsPerSecond: number[]): Timing {
  const start = () => Promise.reject(new Error("Nothing trains here."));
  return { peer: { engine, backend, start, close: () => undefined }, shape, stepsPerSecond };
}

const own = timing("two-layers", "wasm", [90_000, 100_000, 110_000]);
const stock = timing("tfjs", "wasm", [900, 2000, 2100]);

/** What the words ask for. */
async function wantedBy(...words: string[]): Promise<Wanted | undefined> {
  let asked: Wanted | undefined;
  await obey(
    benchCommand(async (wanted) => {
      asked = wanted;
      return 0;
    }),
    words,
  );
  return asked;
}

describe("the command", () => {
  test("measures five shapes unless it is told which", async () => {
    expect((await wantedBy())?.shapes).toHaveLength(5);
    expect((await wantedBy("--shapes", "4,2,1000; 200, 20, 100"))?.shapes).toEqual([
      shape,
      { sampleSize: 200, inputDimension: 20, width: 100 },
    ]);
  });

  test("times engines for a fifth of a second each, and watches figures for five, if it is told to", async () => {
    expect(await wantedBy()).toMatchObject({ seconds: 0.2 });
    expect((await wantedBy())?.figures).toBeUndefined();
    expect(await wantedBy("--figures", "--build")).toMatchObject({ seconds: 5, figures: { isBuilt: true } });
    expect(await wantedBy("--figure", "paper/one", "--seconds", "2")).toMatchObject({
      seconds: 2,
      figures: { figure: "paper/one", isBuilt: false },
    });
    expect(await wantedBy("--pages", "--build")).toMatchObject({ pages: { isBuilt: true } });
  });

  test("times the products on examples that suit the adapter, or on so many", async () => {
    expect((await wantedBy())?.products).toBeUndefined();
    expect(await wantedBy("--products")).toMatchObject({ products: null });
    expect(await wantedBy("--products", "640")).toMatchObject({ products: 640 });
  });

  test.each([
    [["--products", "many"], "--products takes a whole number of examples"],
    [["--products", "--figures"], "--products prints its own sentence"],
    [["--shapes", "4,2"], "A shape is three positive whole numbers"],
    [["--shapes", "4,2,1000;"], "A shape is three positive whole numbers"],
    [["--shapes", "4,2,0"], "A shape is three positive whole numbers"],
    [["--shapes", "4,2,1e3"], "A shape is three positive whole numbers"],
    [["--shapes", "4,2,10000000"], "too large"],
    [["--seconds", "soon"], "--seconds is a number"],
    [["--seconds", ""], "--seconds is a number"],
    [["--seconds", "0"], "--seconds is a number"],
    [["--json", "/no/such/folder/bench.json"], "a folder that exists"],
    [["--json", tmpdir()], "is a folder"],
    [["--rounds", "3"], "--rounds"],
    [["4,2,1000"], "4,2,1000"],
    [["--json"], "--json"],
    [["--build"], "say --figures or --pages, too"],
    [["--pages", "--figures"], "one after the other"],
    [["--pages", "--products"], "leave out"],
    [["--queue", "redis://localhost:6379", "--pages"], "--queue is a measurement of its own"],
    [["--queue", "localhost"], "--queue is the address of a Redis"],
    [["--figure"], "--figure"],
  ])("refuses %j in a sentence", async (args, sentence) => {
    await expect(wantedBy(...args)).rejects.toThrow(UsageError);
    await expect(wantedBy(...args)).rejects.toThrow(sentence);
  });
});

test("over a queue, each way is held against one thread or one worker of the same round", () => {
  const rounds = [
    [8, 4, 10, 5, 8],
    [9, 6, 12, 8, 10],
    [8, 5, 8, 5, 6],
  ];
  expect(queueTable(rounds).split("\n")).toEqual(
    [
      "by                                    seconds  ratio         range",
      "one thread, without a queue                 8   1.00              ",
      "two threads, without a queue                5   1.60  1.50 to 2.00",
      "one worker                                 10   1.00              ",
      "two workers                                 5   1.60  1.50 to 2.00",
      "two workers, one part in 20 compared        8   1.25  1.20 to 1.33",
    ].map((line) => line.trimEnd()),
  );
});

describe("the table", () => {
  test("has a row an engine, with medians, spreads and ratios round by round", () => {
    expect(ratioOf(own, stock)).toBeCloseTo(110_000 / 2100);
    expect(tableOf([[own, stock]]).split("\n")).toEqual([
      "n, d, m     engine      backend  steps/s  spread  two-layers wasm is",
      "4, 2, 1000  two-layers  wasm     100,000  ± 10 %",
      "            tfjs        wasm       2,000  ± 30 %      52.4 × as fast",
    ]);
  });

  test("is followed by the targets of the shapes that were measured", () => {
    expect(targetLines([[own, stock]])).toEqual([
      "Target at (4, 2, 1000): at least 50 times stock TensorFlow.js on WebAssembly; 52.4 times, met.",
    ]);
    expect(targetLines([[own]])).toEqual([]);
  });

  test("has the form of the command line's contract as JSON", () => {
    expect(summaryOf(stock)).toEqual({
      engine: "tfjs",
      backend: "wasm",
      n: 4,
      d: 2,
      m: 1000,
      stepsPerSecond: 2000,
      spread: 0.3,
    });
  });
});
