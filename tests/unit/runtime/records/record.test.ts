// Records: one digest covers what was claimed and measured, the other all that is said.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../../../src/claims/check.ts";
import { claimNamed } from "../../../../src/claims/ledger.ts";
import { digestOf } from "../../../../src/runtime/records/digest.ts";
import { figureCaseOf, recordOfClaim } from "../../../../src/runtime/records/record.ts";

const claim = claimNamed("phase-diagram/A2");
const origin = { software: "two-layers 0", backend: "wasm", adapter: null, precision: "float32" } as const;
const outcome = outcomeOf(claim, new Map());

describe("a record", () => {
  it("digests canonical JSON: the order of keys does not matter, every digit does", () => {
    const canonical = '{"a":[1,null,"ü"],"b":{"c":1e-7}}';
    const expected = createHash("sha256").update(canonical).digest("hex");
    expect(digestOf({ b: { c: 1e-7 }, a: [1, null, "ü"] })).toBe(expected);
    expect(digestOf({ b: { c: 1.0000000000000002e-7 }, a: [1, null, "ü"] })).not.toBe(expected);
  });

  it("has the same digest wherever and however fast it was made, and another for another verdict", () => {
    const here = recordOfClaim(claim, outcome, origin, 1);
    expect(recordOfClaim(claim, outcome, { ...origin, backend: "webgpu", adapter: "x" }, 99).digest).toBe(
      here.digest,
    );
    expect(recordOfClaim(claim, { ...outcome, verdict: "supported" }, origin, 1).digest).not.toBe(
      here.digest,
    );
  });

  it("has a digest of the whole that covers all that it says", () => {
    const here = recordOfClaim(claim, outcome, origin, 1);
    const others = [
      recordOfClaim(claim, outcome, { ...origin, software: "two-layers 1" }, 1),
      recordOfClaim(claim, outcome, { ...origin, backend: "webgpu" }, 1),
      recordOfClaim(claim, outcome, { ...origin, adapter: "x" }, 1),
      recordOfClaim(claim, outcome, { ...origin, precision: "float64" }, 1),
      recordOfClaim(claim, outcome, origin, 2),
      recordOfClaim(claim, outcome, origin, 1, ["It rained."]),
      recordOfClaim(claim, { ...outcome, verdict: "supported" }, origin, 1),
    ];
    expect(new Set([here, ...others].map(({ wholeDigest }) => wholeDigest)).size).toBe(8);
  });

  it("has no verdict on other seeds than the claim's own: it is a run beyond the claim", () => {
    const beyond = { ...claim, seeds: claim.seeds.slice(1) };
    expect(recordOfClaim(beyond, outcome, origin, 1).verdict).toBeNull();
    expect(recordOfClaim(claim, outcome, origin, 1).verdict).toBe(outcome.verdict);
  });

  it("refuses numbers that JSON cannot hold", () => {
    expect(() => digestOf({ value: Number.NaN })).toThrow();
  });

  it("keeps five significant digits of a series for drawing", () => {
    const measurement = {
      progress: 1,
      step: 3,
      finished: true,
      quantities: { q: 1 / 3 },
      series: { s: Float64Array.of(1 / 3, 12345678) },
    };
    expect(figureCaseOf({ gamma: 1 }, measurement)).toEqual({
      parameters: { gamma: 1 },
      step: 3,
      quantities: { q: 1 / 3 },
      series: { s: [0.33333, 12346000] },
    });
  });
});
