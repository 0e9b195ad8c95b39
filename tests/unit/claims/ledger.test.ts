// What must hold of every claim of the site, however many there will be.
import { existsSync, globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gapsIn, replicatesOf, runsOf } from "../../../src/claims/check.ts";
import { freshSets } from "../../../src/claims/fresh.ts";
import { claimNamed, LEDGER } from "../../../src/claims/ledger.ts";
import { keyOf } from "../../../src/experiments/request.ts";
import {
  contradictionsIn,
  departuresFrom,
  misjudgementsIn,
} from "../../../src/runtime/records/compareRecords.ts";
import type { ClaimRecord } from "../../../src/runtime/records/record.ts";

const root = new URL("../../../", import.meta.url);
const articles = globSync("content/papers/*.mdx", { cwd: root }).map((file) =>
  readFileSync(new URL(file, root), "utf8"),
);

describe.each(LEDGER.map((claim) => [claim.id, claim] as const))("claim %s", (id, claim) => {
  it("has several seeds, and in every case an interval with its origin and the reason of its control", () => {
    expect(claim.seeds.length).toBeGreaterThanOrEqual(2);
    for (const { accept, origin, control } of claim.cases) {
      expect(accept.minimum ?? accept.maximum).not.toBeNull();
      expect(origin.length).toBeGreaterThan(20);
      expect(control.why.length).toBeGreaterThan(20);
    }
  });

  it("is shown in an article", () => {
    expect(
      articles.some((text) => text.includes(`<ClaimCard claim="${id}"`)),
      `No article in content/papers/ shows the claim ${id}: put <ClaimCard claim="${id}" /> where it is stated.`,
    ).toBe(true);
  });

  it("has a reference record of the same seeds, parameters and intervals, whose digest and verdict are its own", () => {
    const file = new URL(`content/records/claims/${id}.json`, root);
    const record = JSON.parse(readFileSync(file, "utf8")) as ClaimRecord;
    expect([...contradictionsIn(record), ...misjudgementsIn(claim, record)]).toEqual([]);
    const cure = `If the claim is meant to be so, make its record anew: npm run verify -- ${id} --update-records`;
    expect(departuresFrom(claim, record), cure).toEqual([]);
    expect(record.seeds, cure).toEqual(claim.seeds);
  });

  it("has records on three sets of fresh seeds, of the same parameters and intervals, unless it speaks of its own", () => {
    if (claim.onlyItsSeeds) return;
    const file = new URL(`content/records/fresh/${id}.json`, root);
    const cure = `npm run verify -- ${id} --fresh 3 --update-records makes them.`;
    expect(existsSync(file), cure).toBe(true);
    const records = JSON.parse(readFileSync(file, "utf8")) as ClaimRecord[];
    const sets = freshSets(claim, records.length).map(({ seeds }) => seeds);
    expect(records.length, cure).toBeGreaterThanOrEqual(3);
    expect(
      records.map(({ seeds }) => seeds),
      cure,
    ).toEqual(sets);
    for (const record of records)
      expect(departuresFrom({ ...claim, seeds: record.seeds }, record), cure).toEqual([]);
  });

  it("looks at finished runs only", () => {
    const under = new Map(
      runsOf(claim).map((run) => [keyOf(run), { finished: false, quantities: { slope: 1 } }]),
    );
    expect(replicatesOf(claim, under).flatMap(({ values }) => values)).toEqual([]);
    expect(gapsIn(claim, under)).toEqual([]);
  });

  it("names the seed and the quantity of a run that gave no number", () => {
    const empty = new Map(runsOf(claim).map((run) => [keyOf(run), { finished: true, quantities: {} }]));
    const gaps = gapsIn(claim, empty);
    expect(gaps).toHaveLength(2 * claim.cases.length * claim.seeds.length);
    expect(gaps[0]).toContain(`Seed ${claim.seeds[0]} gave no “${claim.cases[0]?.measures}”`);
  });
});

it("an unknown claim is refused with the names of those that exist", () => {
  expect(() => claimNamed("phase-diagram/A99")).toThrow(/A99.*phase-diagram\/A1/);
});
