// Every claim that is cheap to check, on two sets of seeds that nobody looked at when it was written: bit for bit what is kept
// of them, from which its card tells how often it held.
import { expect, test } from "vitest";
import { freshSets } from "../../../src/claims/fresh.ts";
import { LEDGER } from "../../../src/claims/ledger.ts";
import { checkClaim } from "../../../src/runtime/runs/checkClaim.ts";
import type { Pool } from "../../../src/runtime/workers/pool.ts";
import { SOFTWARE } from "../../../src/software.ts";
import { freshRecords, referenceRecord } from "../reference.ts";

/** Seconds of the reference check up to which a claim is cheap. */
const CHEAP = 3;

export function testFreshSeeds(pool: Pool): void {
  for (const claim of LEDGER) {
    const name = `${claim.id} comes out on fresh seeds as is kept of them`;
    const { seconds } = referenceRecord(claim.id);
    if (claim.onlyItsSeeds) test(name, (context) => context.skip(claim.onlyItsSeeds));
    else if (seconds > CHEAP)
      test(name, (context) =>
        context.skip(`it takes ${seconds} s; npm run verify -- ${claim.id} --fresh 2 does it`),
      );
    else
      test(name, async () => {
        for (const [k, fresh] of freshSets(claim, 2).entries()) {
          const record = await checkClaim(fresh, {
            pool,
            choice: "wasm",
            software: SOFTWARE,
            signal: new AbortController().signal,
            store: null,
            mishaps: [],
            report: () => {},
          });
          // The record itself has no verdict on the claim: these are not its seeds.
          expect(record.verdict).toBeNull();
          expect(record.digest, `seeds ${fresh.seeds.join(", ")}`).toBe(freshRecords(claim.id)[k]?.digest);
        }
      });
  }
}
