// Claims that cannot come out supported, run for real: one whose interval is elsewhere, one whose interval cuts through
// its values, and one whose control does what the claim says. What is measured is claim A2's.
import { afterAll, afterEach, expect, it, vi } from "vitest";
import type { Claim } from "../../../src/claims/claim.ts";
import { claimNamed } from "../../../src/claims/ledger.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import { checkClaims } from "../../../src/cli/verify/claims.ts";
import { createPool } from "../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../src/runtime/workers/workerBridge.ts";

const A2 = claimNamed("phase-diagram/A2");
const [first] = A2.cases;
if (!first) throw new Error("A2 has cases.");
/** Seeds 1 to 3 give 0.0088, 0.0084 and 0.0092. */
const claimWith = (change: Partial<Claim["cases"][number]>): Claim => ({
  ...A2,
  statistic: "every seed",
  cases: [{ ...first, ...change }],
});

const pool = createPool(() => bridgeTo(threadWorker()), 2);
afterAll(pool.end);
afterEach(() => vi.restoreAllMocks());

it.each<[string, Claim, number]>([
  ["supported", claimWith({}), 0],
  ["refuted", claimWith({ accept: { minimum: 0.02, maximum: 0.03 } }), 1],
  ["inconclusive", claimWith({ accept: { minimum: 0.0087, maximum: 0.0101 } }), 1],
  ["inconclusive", claimWith({ control: { at: first.at, instead: {}, why: "No power." } }), 1],
])("%s is the verdict, and the exit code says whether that is support", async (verdict, claim, code) => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const exit = await checkClaims(
    {
      kind: "claims",
      claims: [claim],
      backend: "wasm",
      workers: 2,
      json: undefined,
      save: undefined,
      figures: [],
      updateRecords: false,
      evenIfWorse: false,
      fresh: 0,
      queue: null,
    },
    pool,
  );
  expect(said.mock.calls.flat().join("\n")).toContain(`phase-diagram/A2  ${verdict}`);
  expect(exit).toBe(code);
});
