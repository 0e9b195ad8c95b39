// Shares of the claims, and their records put together: what one run says, or what is missing.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LEDGER } from "../../../src/claims/ledger.ts";
import { shardFrom, shareOf } from "../../../src/cli/verify/shards.ts";
import { verify } from "./called.ts";

const reference = (claim: string) =>
  fileURLToPath(new URL(`../../../content/records/claims/${claim}.json`, import.meta.url));

describe("a share", () => {
  it.each([1, 3, 200])("is one of %i that have each claim once", (of) => {
    const shares = Array.from({ length: of }, (_, k) => shareOf(LEDGER, { index: k + 1, of }, () => 1));
    const ids = shares.flat().map(({ id }) => id);
    expect(ids.sort()).toEqual(LEDGER.map(({ id }) => id).sort());
  });

  it("takes about as long as the others", () => {
    const costs = new Map(LEDGER.map((claim, k) => [claim, 1 + (k % 7)]));
    const costOf = (claim: (typeof LEDGER)[number]) => costs.get(claim) ?? 0;
    const loads = [1, 2, 3, 4].map((index) =>
      shareOf(LEDGER, { index, of: 4 }, costOf).reduce((sum, claim) => sum + costOf(claim), 0),
    );
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(7);
  });

  it.each(["0/3", "4/3", "1", "a/b", "1/2000"])("is not called %s", (text) => {
    expect(() => shardFrom(text)).toThrow(/such as 2\/8/);
  });
});

describe("merging", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "shards-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const A = LEDGER.map(({ id }) => id).filter((id) => id.startsWith("phase-diagram/A"));

  it("ends as one run does: the same table, the same list, the same records", async () => {
    const [apart, list, merged] = ["apart", "list.json", "merged"].map((name) => join(folder, name));
    const one = await verify("phase-diagram/A2", "--shard", "1/1", "--save", `${apart}`, "--json", `${list}`);
    expect(one.status, one.stderr).toBe(0);
    const again = join(folder, "again.json");
    const all = await verify(
      "phase-diagram/A2",
      "--merge",
      `${apart}`,
      "--save",
      `${merged}`,
      "--json",
      again,
    );
    expect(all.status, all.stderr).toBe(0);
    const withoutFiles = (said: string) => said.replaceAll(/^wrote .*\n/gm, "");
    expect(withoutFiles(all.stdout)).toBe(withoutFiles(one.stdout));
    expect(readFileSync(again, "utf8")).toBe(readFileSync(`${list}`, "utf8"));
    const record = "phase-diagram/A2.json";
    const inFolder = (name: string) => JSON.parse(readFileSync(join(name, record), "utf8"));
    expect(inFolder(`${merged}`)).toEqual(inFolder(`${apart}`));
  });

  it("says what is missing, and that it is not the whole", async () => {
    const { status, stdout, stderr } = await verify(
      "phase-diagram/A",
      "--merge",
      ...A.slice(1).map(reference),
    );
    expect(status).toBe(3);
    expect(stderr).toBe(`Missing: ${A[0]}.\n`);
    expect(stdout).toContain(`All ${A.length - 1} claims are supported on wasm.`);
  });

  it("says what is there twice, and does not mind where it is the same", async () => {
    const copy = join(folder, "copy.json");
    copyFileSync(reference("phase-diagram/A2"), copy);
    const both = await verify("phase-diagram/A2", "--merge", reference("phase-diagram/A2"), copy);
    expect(both.status).toBe(0);
    expect(both.stderr).toMatch(/^phase-diagram\/A2 is there twice, with the same digest: /);
  });

  it("does not count a record that was changed, is of another claim, or is none", async () => {
    const changed = join(folder, "changed.json");
    const record = JSON.parse(readFileSync(reference("phase-diagram/A2"), "utf8"));
    record.cases[0].values[0] *= 2;
    writeFileSync(changed, JSON.stringify(record));
    const none = join(folder, "none.json");
    writeFileSync(none, "[]");
    const files = [changed, reference("phase-diagram/A3"), none, join(folder, "nowhere.json")];
    const { status, stderr } = await verify("phase-diagram/A2", "--merge", ...files);
    expect(status).toBe(3);
    expect(stderr.split("\n")[0]).toMatch(/changed\.json: .*digest/);
    expect(stderr).toMatch(/A3\.json: It is of phase-diagram\/A3, which was not asked for\./);
    expect(stderr).toMatch(/none\.json: /);
    expect(stderr).toMatch(/nowhere\.json: There is no such file\./);
    expect(stderr).toMatch(/^Missing: phase-diagram\/A2\.$/m);
  });

  it("is called wrongly with what would run something", async () => {
    const { status, stderr } = await verify("--merge", "a.json", "--workers", "2");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^--merge runs nothing/);
  });
});
