// Records executed again, in worker threads: what was made here is confirmed, and whatever was changed is found.
import { afterAll, describe, expect, it } from "vitest";
import { claimNamed } from "../../../../src/claims/ledger.ts";
import { threadWorker } from "../../../../src/cli/runs/threadWorker.ts";
import { parseRecord } from "../../../../src/runtime/records/readRecord.ts";
import { appraise, type Finding, recheck } from "../../../../src/runtime/records/recheck.ts";
import { checkClaim } from "../../../../src/runtime/runs/checkClaim.ts";
import { createPool } from "../../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../../../src/software.ts";
import { changed, forged, referenceText, resealed } from "./recordsFor.ts";

// biome-ignore lint/suspicious/noExplicitAny: tests change records in ways that their type forbids.
type Loose = any;

const A2 = "claims/phase-diagram/A2";
const [signal, report] = [new AbortController().signal, () => {}];

const pool = createPool(() => bridgeTo(threadWorker()), 2);
afterAll(pool.end);

function found(record: unknown): Promise<Finding> {
  return recheck(parseRecord(JSON.stringify(record)), { pool, software: SOFTWARE, signal, report });
}

describe("confirmed is", () => {
  it("a reference record, bit for bit, with a report of how far it is", async () => {
    const shares: number[] = [];
    const record = parseRecord(referenceText(A2));
    const finding = await recheck(record, {
      pool,
      software: SOFTWARE,
      signal,
      report: (share) => shares.push(share),
    });
    expect(finding).toEqual({ verdict: "confirmed", because: [expect.stringMatching(/bit for bit/)] });
    expect(shares.at(-1)).toBe(1);
  });

  it("the record of a figure", async () => {
    const finding = await found(JSON.parse(referenceText("figures/phase-diagram/any-point")));
    expect(finding.verdict).toBe("confirmed");
  });

  it("a record of another version with the same bits, and it says so", async () => {
    const { verdict, because } = await found(
      forged(A2, ({ origin }) => (origin.software = "two-layers 9.0.0")),
    );
    expect(verdict).toBe("confirmed");
    expect(because.join(" ")).toMatch(
      /says that it was made by two-layers 9\.0\.0, which cannot be checked; this is/,
    );
  });

  it.each([A2, "claims/condensation/B5"])(
    "the record of %s from plain JavaScript, made again with the same bits",
    async (name) => {
      const own = claimNamed(JSON.parse(referenceText(name)).claim);
      const check = () =>
        checkClaim(
          { ...own, cases: own.cases.slice(0, 1) },
          { pool, choice: "cpu", software: SOFTWARE, signal, store: null, mishaps: [], report },
        );
      const made = await check();
      expect(made.origin.backend).toBe("cpu");
      expect((await check()).digest).toBe(made.digest);
      expect(made.digest).not.toBe(JSON.parse(referenceText(name)).digest);
    },
  );
});

describe("a run beyond the claim", () => {
  const beyond = (seeds: number[]) =>
    forged(A2, (record) => {
      const places = seeds.map((seed) => record.seeds.indexOf(seed));
      const chosen = (values: number[]) => places.map((place) => values[place]);
      record.seeds = seeds;
      for (const each of record.cases) {
        each.values = chosen(each.values);
        each.control.values = chosen(each.control.values);
      }
      record.verdict = null;
    });

  it("is confirmed as one, without a verdict on the claim", async () => {
    const { verdict, because } = await found(beyond([3, 1]));
    expect(because[0]).toMatch(/beyond the claim.*no verdict/);
    expect(verdict).toBe("confirmed");
  });

  it.each(["supported", "refuted", "inconclusive", "not run"])("that says it is %s differs", async (said) => {
    const { verdict, because } = await found(resealed({ ...beyond([3, 1]), verdict: said }));
    expect(because.join()).toMatch(/seeds are not those of the claim: a run beyond the claim has no verdict/);
    expect(verdict).toBe("differs");
  });

  it("is none on the claim's own seeds", async () => {
    const { verdict, because } = await found(forged(A2, (record) => (record.verdict = null)));
    expect(because.join()).toMatch(/It has no verdict, while its seeds are those of the claim/);
    expect(verdict).toBe("differs");
  });
});

describe("agreement is found, and never confirmation,", () => {
  const onWebGPU = (change: (record: Loose) => void) =>
    forged(A2, (record) => {
      record.origin = { ...record.origin, backend: "webgpu", adapter: "a card" };
      change(record);
    });

  it("for a record from WebGPU as near as float32 comes, and it says how near", async () => {
    const { verdict, because } = await found(onWebGPU(({ cases }) => (cases[0].values[0] *= 1.0001)));
    expect(because.join(" ")).toMatch(
      /bits cannot be checked, since it was made on webgpu and rerun on wasm.*“relativeDistance” within 0\.\d+ % of its size/,
    );
    expect(verdict).toBe("agrees");
  });

  it("for one with the very bits of WebAssembly", async () => {
    expect((await found(onWebGPU(() => {}))).verdict).toBe("agrees");
  });

  it("and the runs that WebAssembly took over are compared bit for bit", async () => {
    const taken = (change: (record: Loose) => void) =>
      onWebGPU((record) => {
        for (const each of record.cases) {
          each.on = ["webgpu", "webgpu then wasm", "wasm"];
          each.control.on = ["wasm", "wasm", "wasm"];
        }
        record.cases[0].values[0] *= 1.0001;
        record.cases[0].values[1] *= 1.0001;
        change(record);
      });
    expect((await found(taken(() => {}))).verdict).toBe("agrees");
    const { verdict, because } = await found(taken(({ cases }) => (cases[0].values[2] *= 1 + 1e-12)));
    expect(because.join()).toMatch(/seed 3: the record says/);
    expect(verdict).toBe("differs");
  });
});

describe("what needs no run is found before anything runs:", () => {
  const here = { software: SOFTWARE, cores: 2 };
  it("a digest that is wrong", () => {
    const record = parseRecord(JSON.stringify(changed(A2, ({ cases }) => (cases[0].values[1] += 1e-15))));
    expect(appraise(record, here)).toEqual({
      finding: { verdict: "differs", because: [expect.stringMatching(/digest is not/), expect.anything()] },
    });
  });
  it("how long a rerun takes", () => {
    const record = parseRecord(referenceText(A2));
    const alone = appraise(record, { ...here, cores: 1 }) as { seconds: number };
    expect(alone.seconds).toBeGreaterThan(0);
    expect(appraise(record, { ...here, cores: 4 })).toEqual({ seconds: alone.seconds / 4 });
  });
  it("what no page could finish", () => {
    const record = resealed({
      ...JSON.parse(referenceText("claims/phase-diagram/A4")),
      seeds: Array.from({ length: 1000 }, (_, k) => 5000 + 10 * k),
      verdict: null,
    });
    expect(appraise(parseRecord(JSON.stringify(record)), here)).toEqual({
      finding: {
        verdict: "cannot be checked",
        because: [expect.stringMatching(/would take about \d+ hours here/)],
      },
    });
  });
});

/** Each a way to tamper, with what must be said of it. */
const TAMPERED: [string, unknown, RegExp][] = [
  [
    "the last digit of a value",
    changed(A2, ({ cases }) => (cases[0].values[1] += 1e-15)),
    /digest is not that of its content/,
  ],
  [
    "the last digit of a value, sealed anew",
    forged(A2, ({ cases }) => (cases[0].values[1] += 1e-15)),
    /distance at γ = 0\.5, seed 2: the record says [\d.]+, the rerun gave [\d.]+, 1\.0e-15 away/,
  ],
  [
    "a value of a control, sealed anew",
    forged(A2, ({ cases }) => (cases[2].control.values[0] = 11)),
    /distance at γ = 1\.75, control, seed 1: the record says 11,/,
  ],
  ["a seed", changed(A2, ({ seeds }) => (seeds[2] = 4)), /digest is not/],
  [
    "a seed, sealed anew",
    forged(A2, (record) => {
      record.seeds[2] = 4;
      record.verdict = null;
    }),
    /seed 4: the record says/,
  ],
  [
    "seeds in another order, sealed anew",
    forged(A2, (record) => {
      record.seeds.reverse();
      record.verdict = null;
    }),
    /seed 3: the record says/,
  ],
  [
    "the verdict",
    changed(A2, (record) => (record.verdict = "refuted")),
    /verdict is “refuted”, while its own numbers come to “supported”/,
  ],
  ["the verdict, sealed anew", forged(A2, (record) => (record.verdict = "refuted")), /verdict is “refuted”/],
  [
    "the digest",
    changed(A2, (record) => (record.digest = record.digest.replace(/^./, "0"))),
    /digest is not/,
  ],
  [
    "an interval, sealed anew",
    forged(A2, ({ cases }) => (cases[0].accept = [0, 1])),
    /accept of case 1 is not that of the claim/,
  ],
  [
    "a parameter, sealed anew",
    forged(A2, ({ cases }) => (cases[1].parameters.gamma = 0.9)),
    /parameters of case 2/,
  ],
  [
    "the control's parameters, sealed anew",
    forged(A2, ({ cases }) => (cases[1].control.parameters.gamma = 0.9)),
    /control's parameters of case 2/,
  ],
  ["the number of cases, sealed anew", forged(A2, ({ cases }) => cases.pop()), /number of cases/],
  [
    "the statistic, sealed anew",
    forged(A2, (record) => (record.statistic = "every seed")),
    /statistic is not/,
  ],
  [
    "the number of values, sealed anew",
    forged(A2, ({ cases }) => cases[0].values.pop()),
    /while its own numbers come to “not run”/,
  ],
  [
    "HTML for a label, sealed anew",
    forged(A2, ({ cases }) => (cases[0].label = "<script>alert(1)</script>")),
    /label of case 1 is not/,
  ],
  [
    "a value on WebGPU beyond the tolerance, sealed anew",
    forged(A2, ({ origin, cases }) => {
      origin.backend = "webgpu";
      cases[0].values[0] *= 1.02;
    }),
    /seed 1: the record says.*where it must agree within 0\.\d+ % of its size/,
  ],
  [
    "a drawn digit of a figure",
    forged("figures/phase-diagram/any-point", ({ cases }) => (cases[0].series.learned[7] += 0.0001)),
    /Case 1, learned 8: the record says/,
  ],
  [
    "a measured digit of a figure",
    forged("figures/phase-diagram/any-point", ({ cases }) => (cases[0].quantities.relativeDistance += 1e-15)),
    /Case 1, relativeDistance: the record says/,
  ],
  [
    "the seed of a figure",
    forged("figures/phase-diagram/any-point", (record) => (record.seed = 2)),
    /Case 1/,
  ],
  [
    "the experiment of a figure",
    forged("figures/phase-diagram/any-point", (record) => (record.experiment = "x")),
    /experiment is not that of the figure/,
  ],
  [
    "a series of a figure left out",
    forged("figures/phase-diagram/any-point", ({ cases }) => delete cases[0].series.learned),
    /Case 1, learned: the record has 0 numbers, the rerun 121/,
  ],
  ...(["webgpu", "wasm"] as const).flatMap((backend): [string, unknown, RegExp][] => {
    const figure = (change: (record: Loose) => void) =>
      forged("figures/phase-diagram/any-point", (record) => {
        record.origin.backend = backend;
        change(record);
      });
    return [
      [
        `every curve of a figure on ${backend}`,
        figure(({ cases }) => (cases[0].series.learned = cases[0].series.learned.map(() => 0.1))),
        /learned 1: the record says 0\.1/,
      ],
      [
        `every neuron of a figure on ${backend}`,
        figure(({ cases }) => cases[0].series.amplitude.reverse()),
        /amplitude 1: the record says/,
      ],
      [
        `the steps of a figure on ${backend}`,
        figure(({ cases }) => (cases[0].step = 7)),
        /steps: the record says 7/,
      ],
      [
        `the name of a series on ${backend}`,
        figure(({ cases }) => {
          cases[0].series.taught = cases[0].series.learned;
          delete cases[0].series.learned;
        }),
        /taught 1: the record has 121 numbers, the rerun 0[\s\S]*learned: the record has 0 numbers/,
      ],
      [
        `a quantity left out on ${backend}`,
        figure(({ cases }) => delete cases[0].quantities.relativeDistance),
        /relativeDistance: the record has 0 numbers/,
      ],
    ];
  }),
  ...(
    [
      ["a case dropped", (cases) => cases.pop(), /number of cases is not that of the figure/],
      ["a case repeated", (cases) => cases.splice(1, 1, cases[0]), /settings of case 2/],
      ["cases swapped", (cases) => cases.reverse(), /settings of case 1/],
      ["a control set for one alone", ([first]) => (first.parameters.width = 50), /settings of case 1/],
      [
        "what is no control",
        (cases) => cases.map(({ parameters }) => (parameters.gamma = 1)),
        /settings of case 1/,
      ],
      ["a parameter left out", ([first]) => delete first.parameters.width, /settings of case 1/],
    ] as [string, (cases: Loose[]) => void, RegExp][]
  ).map(([what, change, sentence]): [string, unknown, RegExp] => [
    `the cases of a figure: ${what}`,
    forged("figures/phase-diagram/three-regimes", ({ cases }) => change(cases)),
    sentence,
  ]),
  [
    "the name of a figure",
    forged("figures/phase-diagram/one-cell", (record) => (record.figure = "phase-diagram/three-regimes")),
    /number of cases is not that of the figure phase-diagram\/three-regimes/,
  ],
  [
    "the precision",
    forged(A2, ({ origin }) => (origin.precision = "float64")),
    /precision is not that of the claim/,
  ],
  [
    "the backend, to one without float64",
    forged("claims/time-scales/D12", ({ origin }) => (origin.backend = "webgpu")),
    /WebGPU computed in float64, which WebGPU does not/,
  ],
  [
    "the adapter",
    changed(A2, (record) => (record.origin = { ...record.origin, backend: "webgpu", adapter: "x" })),
    /digest of the whole is not/,
  ],
  [
    "a number near to a bound in float64",
    forged("claims/phase-diagram/A3", ({ cases }) => (cases[0].values[0] *= 1.2)),
    /seed \d+: the record says/,
  ],
];

describe("found to differ is a record with a change of", () => {
  it.each(TAMPERED)("%s", async (_, record, sentences) => {
    const { verdict, because } = await found(record);
    expect(because.join("\n")).toMatch(sentences);
    expect(verdict).toBe("differs");
  });
});

describe("cannot be checked, which is said with the reason:", () => {
  it.each<[string, unknown, RegExp]>([
    [
      "an unknown claim",
      forged(A2, (record) => (record.claim = "phase-diagram/Z9")),
      /There is no claim “phase-diagram\/Z9”/,
    ],
    [
      "an unknown figure",
      forged("figures/phase-diagram/any-point", (record) => (record.figure = "x/y")),
      /There is no figure “x\/y”/,
    ],
    [
      "other numbers of another version",
      forged(A2, ({ origin, cases }) => {
        origin.software = "two-layers 9.0.0";
        cases[0].values[0] += 1e-9;
      }),
      /made by two-layers 9\.0\.0, which cannot be checked.*may be the record or the software[\s\S]*seed 1: the record says/,
    ],
    [
      "another interval of another version",
      forged(A2, ({ origin, cases }) => {
        origin.software = "two-layers 9.0.0";
        cases[0].accept = [0, 1];
      }),
      /made by two-layers 9\.0\.0[\s\S]*accept of case 1/,
    ],
  ])("%s", async (_, record, sentences) => {
    const { verdict, because } = await found(record);
    expect(because.join("\n")).toMatch(sentences);
    expect(verdict).toBe("cannot be checked");
  });
});

it("a recheck that is given up says nothing of the record", async () => {
  const controller = new AbortController();
  const checking = recheck(parseRecord(referenceText(A2)), {
    pool,
    software: SOFTWARE,
    signal: controller.signal,
    report: () => controller.abort(new DOMException("enough", "AbortError")),
  });
  await expect(checking).rejects.toThrow("enough");
});
