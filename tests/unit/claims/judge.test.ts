// Verdicts from numbers made up for the purpose: each way that a claim can come out, and a control without power.
import { describe, expect, it } from "vitest";
import { type Claim, numberOf } from "../../../src/claims/claim.ts";
import { inside, intervalInWords } from "../../../src/claims/interval.ts";
import { judge, judgeReplicates } from "../../../src/claims/judge.ts";

const claim: Claim = {
  id: "phase-diagram/A0",
  title: "A made-up claim",
  statement: "The number is about 1.",
  formula: "x = 1",
  source: { paper: "luo2021", where: "nowhere" },
  provenance: "background",
  stance: "agrees",
  knew: "theory",
  experiment: "phase-diagram/regimes",
  seeds: [1, 2, 3],
  statistic: "every seed",
  cases: [
    {
      label: "the number",
      at: {},
      measures: "relativeDistance",
      accept: { minimum: 0.9, maximum: 1.1 },
      origin: "made up",
      control: { at: {}, instead: {}, why: "made up" },
    },
  ],
};
const GOOD = [0.95, 1, 1.05];
const FAR = [5, 5.1, 4.9];
const verdictOf = (values: number[], controlValues: number[]) =>
  judge(claim, [{ values, controlValues }]).verdict;

describe("the verdict", () => {
  it("is supported if every replicate is inside and the control misses", () => {
    expect(verdictOf(GOOD, FAR)).toBe("supported");
  });

  it("is refuted if the mean misses by more than its standard error, on either side", () => {
    expect(verdictOf([1.3, 1.31, 1.29], FAR)).toBe("refuted");
    expect(verdictOf([0.5, 0.51, 0.49], FAR)).toBe("refuted");
  });

  it("is inconclusive if one replicate strays but the mean could still be inside", () => {
    expect(verdictOf([1, 1.05, 1.2], FAR)).toBe("inconclusive");
    expect(verdictOf([1.05, 1.11, 1.16], FAR)).toBe("inconclusive");
  });

  it("is inconclusive if the control does not miss: such a test has no power", () => {
    expect(verdictOf(GOOD, GOOD)).toBe("inconclusive");
    expect(judge(claim, [{ values: GOOD, controlValues: GOOD }]).cases[0]?.control.fails).toBe(false);
  });

  it("is inconclusive if the control misses by less than its standard error", () => {
    expect(verdictOf(GOOD, [1, 1.2, 1.3])).toBe("inconclusive");
  });

  it("is not run while replicates or those of the control are missing", () => {
    expect(verdictOf([1, 1], FAR)).toBe("not run");
    expect(verdictOf(GOOD, [])).toBe("not run");
    expect(judge(claim, []).verdict).toBe("not run");
  });

  it("is that of the worst case", () => {
    const two = { ...claim, cases: [claim.cases[0]!, claim.cases[0]!] };
    const outcome = judge(two, [
      { values: GOOD, controlValues: FAR },
      { values: FAR, controlValues: FAR },
    ]);
    expect(outcome.cases.map(({ verdict }) => verdict)).toEqual(["supported", "refuted"]);
    expect(outcome.verdict).toBe("refuted");
  });

  it("by the mean allows a stray replicate, but wants the mean inside by its standard error", () => {
    const accept = { minimum: 0.9, maximum: 1.1 };
    expect(judgeReplicates([0.85, 1, 1.1], accept, "mean", 3)).toBe("supported");
    expect(judgeReplicates([0.7, 0.91, 1.12], accept, "mean", 3)).toBe("inconclusive");
    expect(judgeReplicates(FAR, accept, "mean", 3)).toBe("refuted");
  });

  it("by the median does not mind how far away a stray replicate is, but wants its neighbours inside", () => {
    const accept = { minimum: 0.9, maximum: 1.1 };
    expect(judgeReplicates([1, 0.95, 1.05, 300, -300], accept, "median", 5)).toBe("supported");
    expect(judgeReplicates([1, 0.95, 1.2, 300, -300], accept, "median", 5)).toBe("inconclusive");
    expect(judgeReplicates([2, 1.2, 1.3, 300, -300], accept, "median", 5)).toBe("refuted");
    expect(judgeReplicates([0.1, 0.2, 0.3, 300, -300], accept, "median", 5)).toBe("refuted");
    const outcome = judge({ ...claim, seeds: [1, 2, 3, 4, 5], statistic: "median" }, [
      { values: [1, 0.95, 1.05, 300, -300], controlValues: [5, 6, 7, 8, 900] },
    ]);
    expect(outcome.cases[0]).toMatchObject({
      got: 1,
      verdict: "supported",
      control: { got: 7, fails: true },
    });
  });

  it("is inconclusive by the mean or the median of one: it has no uncertainty", () => {
    const accept = { minimum: 0.9, maximum: 1.1 };
    expect(judgeReplicates([1], accept, "mean", 1)).toBe("inconclusive");
    expect(judgeReplicates([5], accept, "mean", 1)).toBe("inconclusive");
    expect(judgeReplicates([1], accept, "median", 1)).toBe("inconclusive");
    expect(judgeReplicates([1], accept, "every seed", 1)).toBe("supported");
    expect(judgeReplicates([5], accept, "every seed", 1)).toBe("refuted");
  });

  it("is refuted where every seed must be inside and none is, on whichever side", () => {
    expect(verdictOf([0.5, 1.6, 0.6], FAR)).toBe("refuted");
    expect(verdictOf([0.5, 1, 1.6], FAR)).toBe("inconclusive");
  });

  it("treats open sides as open and bounds as inside", () => {
    expect(inside(1.1, { minimum: 0.9, maximum: 1.1 })).toBe(true);
    expect(inside(1e9, { minimum: 0.9, maximum: null })).toBe(true);
    expect(inside(0.8, { minimum: 0.9, maximum: null })).toBe(false);
    expect(inside(Number.NaN, { minimum: 0.9, maximum: null })).toBe(false);
  });
});

describe("a claim in words", () => {
  it("writes its interval and its number as people do", () => {
    expect(intervalInWords({ minimum: -0.56, maximum: -0.44 })).toBe("[−0.56, −0.44]");
    expect(intervalInWords({ minimum: 35, maximum: null })).toBe("≥ 35");
    expect(intervalInWords({ minimum: null, maximum: 4 })).toBe("≤ 4");
    expect(intervalInWords({ minimum: null, maximum: 3e-11 })).toBe("≤ 3 × 10⁻¹¹");
    expect(intervalInWords({ minimum: -2.5e21, maximum: null })).toBe("≥ −2.5 × 10²¹");
    expect(numberOf(claim)).toBe("A0");
  });
});
