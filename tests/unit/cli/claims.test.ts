// Claims that cannot come out supported, run for real: one whose interval is elsewhere, one whose interval cuts through
// its values, and one whose control does what the claim says. What is measured is claim A2's.
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Case, Claim } from "../../../src/claims/claim.ts";
import { claimNamed } from "../../../src/claims/ledger.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import { checkClaims } from "../../../src/cli/verify/claims.ts";
import { endWorkers } from "../../../src/runtime/pool.ts";
import { hireWith } from "../../../src/runtime/startWorker.ts";

const A2 = claimNamed("phase-diagram/A2");
const [first] = A2.cases as [Case];
/** Seeds 1 to 3 give 0.0088, 0.0084 and 0.0092. */
const claimWith = (change: Partial<Case>): Claim => ({
  ...A2,
  statistic: "every seed",
  cases: [{ ...first, ...change }],
});

beforeAll(() => hireWith(() => threadWorker()));
afterAll(() => endWorkers());
afterEach(() => vi.restoreAllMocks());

it.each<[string, Claim, number]>([
  ["supported", claimWith({}), 0],
  ["refuted", claimWith({ accept: { minimum: 0.02, maximum: 0.03 } }), 1],
  ["inconclusive", claimWith({ accept: { minimum: 0.0087, maximum: 0.0101 } }), 1],
  ["inconclusive", claimWith({ control: { parameters: first.parameters, why: "No power." } }), 1],
])("%s is the verdict, and the exit code says whether that is support", async (verdict, claim, code) => {
  const said = vi.spyOn(console, "log").mockImplementation(() => {});
  const exit = await checkClaims({
    kind: "claims",
    claims: [claim],
    backend: "wasm",
    workers: 2,
    json: undefined,
    save: undefined,
    figures: [],
    updateRecords: false,
  });
  expect(said.mock.calls.flat().join("\n")).toContain(`phase-diagram/A2  ${verdict}`);
  expect(exit).toBe(code);
});
