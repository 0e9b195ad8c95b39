// Mistakes that an author can make in an experiment or a claim, planted one by one: each is refused with a sentence that
// names the file and the cure. What the compiler refuses is in planted.types.test.ts, what a folder lacks in find.test.ts.
import { describe, expect, it } from "vitest";
import { claim } from "../../src/claims/claim.ts";
import { atLeast, atMost, between } from "../../src/claims/interval.ts";
import { claimsIn } from "../../src/claims/ledger.ts";
import type { Run } from "../../src/experiments/driver/course.ts";
import { type Iteration, iterated } from "../../src/experiments/driver/iterated.ts";
import { experiment, type Sweep } from "../../src/experiments/experiment.ts";
import { meta as regimes } from "../../src/experiments/phase-diagram/regimes/meta.ts";
import { type Files, faultsOf } from "./contract.ts";

const meta = experiment({
  title: "A made-up flow",
  source: { paper: "luo2021", where: "nowhere" },
  parameters: {
    rates: { kind: "wholes", label: "Rates", minimum: 1, maximum: 9, atMost: 3 },
  },
  defaults: { rates: [2] },
  quantities: { height: { label: "Height" } },
  series: { path: { label: "Path", shape: ["looks"] } },
  computes: () => ({ on: "float64" }),
  cost: () => 0.1,
  frameStride: () => 4,
  figures: [],
});
type M = typeof meta;

/** Doubles and halves until step 30. */
const flow: Iteration<{ height: number }> = {
  start: { height: 1 },
  next: ({ height }, step) => ({ height: height * (step % 3 === 0 ? 0.25 : 1.5) }),
  isOver: (_, step) => step === 30,
  share: (_, step) => step / 30,
};
const sound: Run<M> = () =>
  iterated(flow, {
    trace: { every: 5, take: ({ height }) => height },
    measure: ({ height }, path) => ({ quantities: { height }, series: { path } }),
  });

const filesOf = (run: Run<M>, change: Partial<Files> = {}): Files => ({
  meta: { ...meta, id: "made/up" },
  run,
  sweep: null,
  recorded: new Set(),
  ...change,
});

describe("the contract of an experiment", () => {
  it("has nothing to say of one that keeps it", async () => {
    expect(await faultsOf(filesOf(sound))).toEqual([]);
  });

  it("asks for every setting, and no other, in one group exactly, where a figure has groups", async () => {
    const figure: (typeof meta)["figures"][number] = {
      id: "made-up",
      title: "",
      caption: "",
      cases: [],
      controls: ["rates"],
    };
    const faultsWith = (...groups: ("rates" | "seed")[][]) => {
      const named = groups.map((controls) => ({ label: "Some", controls }));
      return faultsOf(
        filesOf(sound, { meta: { ...meta, id: "made/up", figures: [{ ...figure, groups: named }] } }),
      );
    };
    expect(await faultsWith(["rates"], ["seed"])).toEqual([]);
    expect(await faultsWith(["rates"], ["rates"])).toEqual([
      "src/experiments/made/up/meta.ts: the setting “rates” of the figure “made-up” is in 2 of its groups; put it in one.",
      "src/experiments/made/up/meta.ts: the setting “seed” of the figure “made-up” is in 0 of its groups; put it in one.",
    ]);
    expect(await faultsWith(["rates", "seed", "gone" as "seed"])).toEqual([
      expect.stringContaining("has “gone”, which is none of its controls. Take it out."),
    ]);
  });

  it.each<[string, Run<M>, RegExp]>([
    [
      "a result that depends on how often is reported",
      () => {
        let reports = 0;
        return iterated(flow, {
          measure: ({ height }) => ({ quantities: { height: height + reports++ }, series: { path: [1] } }),
        });
      },
      /made\/up\/run\.ts: the result depends on how often is reported \(height\)\. Measure from the arguments/,
    ],
    [
      "a state that is not all in the checkpoint",
      () => {
        let beside = 0;
        const next: typeof flow.next = (state, step) => {
          beside = step === 1 ? 1 : beside * 1.5;
          return { height: state.height + beside };
        };
        return iterated(
          { ...flow, next },
          { measure: ({ height }) => ({ quantities: { height }, series: { path: [1] } }) },
        );
      },
      /run\.ts: a run that goes on from step \d+ ends elsewhere \(height\)\. Keep all that changes in the state/,
    ],
    [
      "a number that is none",
      () => iterated(flow, { measure: () => ({ quantities: { height: Number.NaN }, series: { path: [] } }) }),
      /made\/up\/run\.ts: The quantity “height” came out as NaN\. Leave a quantity out/,
    ],
    [
      "a quantity that is declared and not measured",
      () => iterated(flow, { measure: () => ({ quantities: {}, series: { path: [1] } }) }),
      /meta\.ts declares “height” among its quantities, and nothing measures it.*Measure it, or take it out/,
    ],
    [
      "a series that is declared and not measured",
      () => iterated(flow, { measure: ({ height }) => ({ quantities: { height } }) }),
      /meta\.ts declares “path” among its series, and nothing measures it/,
    ],
    [
      "progress that falls back",
      () =>
        iterated(
          { ...flow, share: (_, step) => 1 / step },
          { measure: ({ height }) => ({ quantities: { height }, series: { path: [1] } }) },
        ),
      /run\.ts: progress falls back/,
    ],
  ])("names %s", async (_, run, sentence) => {
    const faults = await faultsOf(filesOf(run));
    expect(faults.join("\n")).toMatch(sentence);
  });

  it("names what is measured and not declared", async () => {
    const { path: _, ...series } = meta.series;
    const faults = await faultsOf(filesOf(sound, { meta: { ...meta, id: "made/up", series } }));
    expect(faults).toEqual([
      expect.stringMatching(/made\/up\/run\.ts measures “path”, which is not among the series of .*meta\.ts/),
    ]);
  });

  it("names a part that comes apart again, and defaults that take too long", async () => {
    const sweep: Sweep<M> = {
      parts: ({ rates }, seed) => rates.map((rate) => ({ parameters: { rates: [rate, rate + 1] }, seed })),
      join: ([report]) => report ?? { quantities: {}, series: {} },
    };
    expect(await faultsOf(filesOf(sound, { sweep }))).toEqual([
      expect.stringMatching(
        /made\/up\/sweep\.ts: a part comes apart into other runs again; parts\(\) of a part/,
      ),
    ]);
    const slow = { ...meta, id: "made/up", cost: () => 4000 };
    expect(await faultsOf(filesOf(sound, { meta: slow }))).toEqual([
      expect.stringMatching(/made\/up\/meta\.ts: the defaults cost 4000 s; choose smaller ones/),
    ]);
  });
});

const written = {
  title: "A made-up claim",
  statement: "It is small.",
  formula: "x",
  source: { paper: "luo2021", where: "nowhere" },
  provenance: "background",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3],
  statistic: "every seed",
} as const;
const one = {
  label: "the distance",
  at: { gamma: 0.5 },
  measures: "relativeDistance",
  accept: atMost(1),
  origin: "made up",
  control: { instead: { gamma: 1.75 }, why: "made up" },
} as const;

describe("a claim", () => {
  it("lays its control over its case, so that nothing is left out by accident", () => {
    const { cases } = claim(regimes, { ...written, cases: [{ ...one, at: { gamma: 0.5, width: 200 } }] });
    expect(cases[0]?.control.at).toEqual({ gamma: 1.75, width: 200 });
  });

  it.each<[string, () => unknown, RegExp]>([
    [
      "an interval with its ends reversed",
      () => between(2, 1),
      /\[2, 1\] has its ends reversed.*Exchange them/,
    ],
    [
      "one written by hand",
      () => claim(regimes, { ...written, cases: [{ ...one, accept: { minimum: 2, maximum: 1 } }] }),
      /ends reversed/,
    ],
    ["an end that is no number", () => atLeast(Number.NaN), /no number/],
    [
      "a control that is its case",
      () =>
        claim(regimes, { ...written, cases: [{ ...one, control: { instead: { gamma: 0.5 }, why: "" } }] }),
      /control of the case “the distance” is the case itself.*say in “instead” what is different/,
    ],
    [
      "a control that is its case once defaults are filled in",
      () =>
        claim(regimes, {
          ...written,
          cases: [{ ...one, at: {}, control: { instead: { gamma: regimes.defaults.gamma }, why: "" } }],
        }),
      /is the case itself/,
    ],
    [
      "a value out of range",
      () => claim(regimes, { ...written, cases: [{ ...one, at: { gamma: 5 } }] }),
      /Output scaling \(γ\) must be a number from 0.3 to 2; “5” is not/,
    ],
    ["no seeds", () => claim(regimes, { ...written, seeds: [], cases: [one] }), /at least one seed/],
    [
      "seeds that share networks",
      () => claim({ ...regimes, seedsUsed: () => 12 }, { ...written, seeds: [1, 2], cases: [one] }),
      /seeds 1 and 2 share networks: a run uses up 12 seeds.*12 apart/,
    ],
  ])("is refused for %s", (_, make, sentence) => {
    expect(make).toThrow(sentence);
  });

  it("is refused where two files export the same number, or it is not called by one", () => {
    const made = claim(regimes, { ...written, cases: [one] });
    expect(() =>
      claimsIn({ "phase-diagram/a.ts": { A1: made }, "phase-diagram/b.ts": { A1: made } }),
    ).toThrow(
      /src\/claims\/phase-diagram\/b\.ts and src\/claims\/phase-diagram\/a\.ts both export a claim A1: give one/,
    );
    expect(() => claimsIn({ "phase-diagram/a.ts": { distance: made } })).toThrow(
      /a\.ts exports a claim as “distance”: call it by its number/,
    );
  });

  it("is refused about an experiment that stands in no folder", () => {
    const made = claim(meta, {
      ...written,
      cases: [{ ...one, at: {}, measures: "height", control: { instead: { rates: [3] }, why: "" } }],
    });
    expect(() => claimsIn({ "phase-diagram/a.ts": { A1: made } })).toThrow(
      /“A made-up flow” stands in no meta\.ts of a folder/,
    );
  });
});
