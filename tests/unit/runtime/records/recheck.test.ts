// Records executed again, in worker threads: what was made here is confirmed, and whatever was changed is found.
import { afterAll, describe, expect, it } from "vitest";
import { threadWorker } from "../../../../src/cli/runs/threadWorker.ts";
import { parseRecord } from "../../../../src/runtime/records/readRecord.ts";
import { type Finding, recheck } from "../../../../src/runtime/records/recheck.ts";
import { createPool } from "../../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../../../src/software.ts";
import { changed, forged, referenceText } from "./recordsFor.ts";

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
      changed(A2, ({ origin }) => (origin.software = "two-layers 9.0.0")),
    );
    expect(verdict).toBe("confirmed");
    expect(because.join(" ")).toMatch(/made by two-layers 9\.0\.0, and this is two-layers/);
  });

  it("a record from WebGPU within its tolerance, and it says so", async () => {
    const { verdict, because } = await found(
      forged(A2, (record) => {
        record.origin = { ...record.origin, backend: "webgpu", adapter: "a card" };
        record.cases[0].values[0] *= 1.0001;
      }),
    );
    expect(because.join(" ")).toMatch(/within 0\.2 %.*made on webgpu and rerun on wasm/);
    expect(verdict).toBe("confirmed");
  });
});

/** Each a way to tamper, with what must be said of it. */
const TAMPERED: [string, unknown, RegExp][] = [
  [
    "the last digit of a value",
    changed(A2, ({ cases }) => (cases[0].values[1] += 1e-15)),
    /digest is not that of its content[\s\S]*distance at γ = 0\.5, seed 2: the record says 0\.00/,
  ],
  [
    "the last digit of a value, signed anew",
    forged(A2, ({ cases }) => (cases[0].values[1] += 1e-15)),
    /distance at γ = 0\.5, seed 2: the record says [\d.]+, the rerun gave [\d.]+, 1\.0e-15 away[\s\S]*Digest: the record says/,
  ],
  [
    "a value of a control, signed anew",
    forged(A2, ({ cases }) => (cases[2].control.values[0] = 11)),
    /distance at γ = 1\.75, control, seed 1: the record says 11,/,
  ],
  ["a seed", changed(A2, ({ seeds }) => (seeds[2] = 4)), /digest is not/],
  ["a seed, signed anew", forged(A2, ({ seeds }) => (seeds[2] = 4)), /seed 4: the record says/],
  [
    "seeds in another order, signed anew",
    forged(A2, ({ seeds }) => seeds.reverse()),
    /seed 3: the record says/,
  ],
  [
    "the verdict",
    changed(A2, (record) => (record.verdict = "refuted")),
    /verdict is “refuted”, while its own numbers come to “supported”/,
  ],
  ["the verdict, signed anew", forged(A2, (record) => (record.verdict = "refuted")), /verdict is “refuted”/],
  [
    "the digest",
    changed(A2, (record) => (record.digest = record.digest.replace(/^./, "0"))),
    /digest is not/,
  ],
  [
    "an interval, signed anew",
    forged(A2, ({ cases }) => (cases[0].accept = [0, 1])),
    /accept of case 1 is not that of the claim/,
  ],
  [
    "a parameter, signed anew",
    forged(A2, ({ cases }) => (cases[1].parameters.gamma = 0.9)),
    /parameters of case 2/,
  ],
  [
    "the control's parameters, signed anew",
    forged(A2, ({ cases }) => (cases[1].control.parameters.gamma = 0.9)),
    /control's parameters of case 2/,
  ],
  ["the number of cases, signed anew", forged(A2, ({ cases }) => cases.pop()), /number of cases/],
  [
    "the statistic, signed anew",
    forged(A2, (record) => (record.statistic = "every seed")),
    /statistic is not/,
  ],
  [
    "the number of values, signed anew",
    forged(A2, ({ cases }) => cases[0].values.pop()),
    /while its own numbers come to “not run”[\s\S]*has 2 numbers, the rerun 3/,
  ],
  [
    "HTML for a label, signed anew",
    forged(A2, ({ cases }) => (cases[0].label = "<script>alert(1)</script>")),
    /label of case 1 is not/,
  ],
  [
    "a value on WebGPU beyond the tolerance, signed anew",
    forged(A2, ({ origin, cases }) => {
      origin.backend = "webgpu";
      cases[0].values[0] *= 1.02;
    }),
    /seed 1: the record says[\s\S]*within 0\.2 %/,
  ],
  [
    "a drawn digit of a figure",
    changed("figures/phase-diagram/any-point", ({ cases }) => (cases[0].series.learned[7] += 0.0001)),
    /Case 1, learned 8: the record says/,
  ],
  [
    "a measured digit of a figure",
    changed(
      "figures/phase-diagram/any-point",
      ({ cases }) => (cases[0].quantities.relativeDistance += 1e-15),
    ),
    /Case 1, relativeDistance: the record says/,
  ],
  [
    "the seed of a figure",
    changed("figures/phase-diagram/any-point", (record) => (record.seed = 2)),
    /Case 1/,
  ],
  [
    "the experiment of a figure",
    changed("figures/phase-diagram/any-point", (record) => (record.experiment = "x")),
    /experiment is not that of the figure/,
  ],
  [
    "a series of a figure left out",
    changed("figures/phase-diagram/any-point", ({ cases }) => delete cases[0].series.learned),
    /Case 1, learned: the record has 0 numbers, the rerun 121/,
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
      changed("figures/phase-diagram/any-point", (record) => (record.figure = "x/y")),
      /There is no figure “x\/y”/,
    ],
    [
      "a figure's parameter out of range",
      changed("figures/phase-diagram/any-point", ({ cases }) => (cases[0].parameters.gamma = 99)),
      /γ.*must be a number from 0\.3 to 2/,
    ],
    [
      "other numbers of another version",
      forged(A2, ({ origin, cases }) => {
        origin.software = "two-layers 9.0.0";
        cases[0].values[0] += 1e-9;
      }),
      /made by two-layers 9\.0\.0, and this is two-layers.*may be the record or the software[\s\S]*seed 1: the record says/,
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
