// What must hold of every claim of the site, however many there will be.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { keyOf, replicatesOf, tasksOf } from "../../../src/claims/check.ts";
import { claimNamed, LEDGER } from "../../../src/claims/ledger.ts";
import { outcomeOfRecord } from "../../../src/claims/recorded.ts";
import { experimentNamed } from "../../../src/experiments/catalogue.ts";
import { parseValues } from "../../../src/experiments/parameters.ts";
import { type ClaimRecord, digestOf } from "../../../src/runtime/record.ts";

describe.each(LEDGER.map((claim) => [claim.id, claim] as const))("claim %s", (id, claim) => {
  it("asks for parameters and quantities that its experiment has, with several seeds, each once", () => {
    const meta = experimentNamed(claim.experiment);
    for (const { quantity, parameters, control } of claim.cases) {
      expect(Object.keys(meta.quantities)).toContain(quantity);
      // Throws for a name that there is not, and for a value out of range.
      for (const given of [parameters, control.parameters])
        parseValues(meta.parameters, meta.defaults, given);
    }
    expect(claim.seeds.length).toBeGreaterThanOrEqual(2);
    expect(new Set(claim.seeds).size).toBe(claim.seeds.length);
  });

  it("has in every case a bounded interval, its origin, and a control with other parameters", () => {
    for (const { accept, origin, control, parameters } of claim.cases) {
      expect(accept.minimum ?? accept.maximum).not.toBeNull();
      expect(origin.length).toBeGreaterThan(20);
      expect(control.why.length).toBeGreaterThan(20);
      expect(control.parameters).not.toEqual(parameters);
    }
  });

  it("has a reference record whose digest and verdict are those of its numbers", () => {
    const file = new URL(`../../../content/records/claims/${id}.json`, import.meta.url);
    const record = JSON.parse(readFileSync(file, "utf8")) as ClaimRecord;
    const { origin: _, seconds: __, digest, ...content } = record;
    expect(digestOf(content)).toBe(digest);
    expect(outcomeOfRecord(claim, record).verdict).toBe(record.verdict);
    expect(record.cases.map(({ accept }) => accept)).toEqual(
      claim.cases.map(({ accept }) => [accept.minimum, accept.maximum]),
    );
    expect(record.seeds).toEqual(claim.seeds);
  });

  it("looks at finished runs only", () => {
    const results = new Map(
      tasksOf(claim).map((task) => [keyOf(task), { finished: false, quantities: { slope: 1 } }]),
    );
    expect(replicatesOf(claim, results).flatMap(({ values }) => values)).toEqual([]);
  });
});

it("an unknown claim is refused with the names of those that exist", () => {
  expect(() => claimNamed("phase-diagram/A99")).toThrow(/A99.*phase-diagram\/A1/);
});
