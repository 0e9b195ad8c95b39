// The command itself, as a person or a pipeline calls it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const command = fileURLToPath(new URL("../../../src/cli/verify.ts", import.meta.url));
const verify = (...words: string[]) => spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });

describe("npm run verify", () => {
  it("supports the distances of Fig. 3, prints them and writes them as JSON, with the digest of the reference record", () => {
    const file = join(mkdtempSync(join(tmpdir(), "two-layers-")), "out.json");
    const { status, stdout } = verify("phase-diagram/A2", "--json", file);
    expect(stdout).toMatch(/phase-diagram\/A2 {2}supported/);
    expect(status).toBe(0);
    const [result] = JSON.parse(readFileSync(file, "utf8"));
    const reference = new URL("../../../content/records/claims/phase-diagram/A2.json", import.meta.url);
    expect(result).toMatchObject({
      claim: "phase-diagram/A2",
      verdict: "supported",
      backend: "wasm",
      seeds: [1, 2, 3],
    });
    expect(result.digest).toBe(JSON.parse(readFileSync(reference, "utf8")).digest);
    expect(result.control.every(({ fails }: { fails: boolean }) => fails)).toBe(true);
  });

  it("gives the same verdict, but not the same bits, on the float64 reference", () => {
    const { status, stdout } = verify("phase-diagram/A2", "--backend", "cpu", "--seeds", "2");
    expect(stdout).toMatch(/A2 {2}supported/);
    expect(status).toBe(0);
  });

  it.each([
    [["nothing"], /No claim begins with “nothing”.*phase-diagram\/A1/],
    [["--seeds", "0"], /--seeds is a whole number from 1 to 1000/],
    [["--backend", "cuda"], /--backend is auto, webgpu, wasm, cpu/],
    [["--colour"], /--colour/],
    [["--update-records", "--seeds", "5"], /own seeds/],
  ])("refuses %j with a sentence and exit code 2", (words, sentence) => {
    const { status, stderr } = verify(...words);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(2);
  });
});
