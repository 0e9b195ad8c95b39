// Every record of content/records/ executed again: each must be confirmed, bit for bit where its bits are the same everywhere.
// Whether a verdict is “supported” is not asked: a claim that is honestly refuted stands. That pages run claims and figures at
// all is for tests/pages.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { EXPERIMENTS } from "../../../src/catalogue/experiments.ts";
import { figureName } from "../../../src/catalogue/names.ts";
import { LEDGER } from "../../../src/claims/ledger.ts";
import { parseRecord } from "../../../src/runtime/records/readRecord.ts";
import { recheck } from "../../../src/runtime/records/recheck.ts";
import type { Pool } from "../../../src/runtime/workers/pool.ts";
import { SOFTWARE } from "../../../src/software.ts";

const RECORDS = fileURLToPath(new URL("../../../content/records/", import.meta.url));
const [signal, report] = [new AbortController().signal, () => {}];

/** "phase-diagram/A1" for each record in a folder of records. */
const recordedIn = (folder: string) =>
  globSync("*/*.json", { cwd: `${RECORDS}${folder}` }).map((file) =>
    file.replaceAll("\\", "/").replace(/\.json$/, ""),
  );
const claims = LEDGER.map(({ id }) => id);
const figures = EXPERIMENTS.flatMap((meta) => meta.figures.map((figure) => figureName(meta, figure)));

export function testReferences(pool: Pool): void {
  test("every claim and every figure has a record, and every record its claim or figure", () => {
    expect(recordedIn("claims").toSorted()).toEqual(claims.toSorted());
    expect(recordedIn("figures").toSorted()).toEqual(figures.toSorted());
  });

  test.concurrent.each([
    ...claims.map((name) => `claims/${name}`),
    ...figures.map((name) => `figures/${name}`),
  ])("%s is confirmed", async (name) => {
    const record = parseRecord(readFileSync(`${RECORDS}${name}.json`, "utf8"));
    const { verdict, because } = await recheck(record, { pool, software: SOFTWARE, signal, report });
    expect(verdict, because.join("\n")).toBe("confirmed");
  });
}
