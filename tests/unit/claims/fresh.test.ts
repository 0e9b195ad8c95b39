// Fresh seeds share no network with each other, nor with a record.
import { describe, expect, it } from "vitest";
import { freshSets, withSeeds } from "../../../src/claims/fresh.ts";
import { claimNamed, LEDGER } from "../../../src/claims/ledger.ts";

describe("fresh sets", () => {
  it.each(LEDGER.map((claim) => [claim.id, claim] as const))(
    "of %s are disjoint and of its size",
    (_, claim) => {
      const seeds = freshSets(claim, 3).map((each) => each.seeds);
      expect(seeds.map(({ length }) => length)).toEqual([1, 2, 3].map(() => claim.seeds.length));
      expect(new Set(seeds.flat()).size).toBe(3 * claim.seeds.length);
      expect(Math.min(...seeds.flat())).toBeGreaterThan(Math.max(...claim.seeds) + 100);
    },
  );

  it("begin anew for a claim that was revised after the first of them were looked at", () => {
    const firstOf = (id: string) => freshSets(claimNamed(id), 1)[0]?.seeds[0];
    expect(firstOf("phase-diagram/A1")).toBe(1001);
    expect(firstOf("phase-diagram/A9")).toBe(5001);
  });

  it("keep blocks of twelve apart by twelve, where neighbours would share eleven networks", () => {
    expect(freshSets(claimNamed("condensation/B10"), 1)[0]?.seeds).toEqual([5001, 5013, 5025, 5037]);
    expect(withSeeds(claimNamed("condensation/B10"), 3).seeds).toEqual([1, 13, 25]);
    expect(withSeeds(claimNamed("phase-diagram/A1"), 3).seeds).toEqual([1, 2, 3]);
  });
});
