// The command, as a person or a pipeline calls it; mostly without a process of its own, which would take seconds to start.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { resealed } from "../runtime/records/recordsFor.ts";
import { file as command, verify, verifyAlone, verifyIn } from "./called.ts";

const reference = (name: string) =>
  fileURLToPath(new URL(`../../../content/records/${name}.json`, import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), "two-layers-"));

describe("npm run verify", () => {
  it("supports the distances of Fig. 3, prints them and writes them as JSON, with the digest of the reference record", () => {
    const file = join(folder(), "out.json");
    const { status, stdout } = verifyAlone("phase-diagram/A2", "--json", file);
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

  it("refuses in a process of its own, too, with a sentence and exit code 2", () => {
    const { status, stderr } = verifyAlone("nothing");
    expect(stderr).toMatch(/^No claim is called “nothing”/);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(2);
  });

  it("finds a claim by its number alone", async () => {
    const { status, stdout } = await verify("D7");
    expect(stdout).toMatch(/time-scales\/D7 {2}supported/);
    expect(stdout).not.toMatch(/D[^7] {2}supported/);
    expect(status).toBe(0);
  });

  it("gives the same verdict, but not the same bits, on the float64 reference", async () => {
    const { status, stdout } = await verify("phase-diagram/A2", "--backend", "cpu", "--seeds", "2");
    expect(stdout).toMatch(/A2 {2}supported/);
    expect(status).toBe(0);
  });

  it("says what to do where WebGPU finds no driver, and exits with 2", () => {
    const { status, stdout, stderr } = verifyIn(
      { VK_DRIVER_FILES: "/nowhere.json" },
      ...["phase-diagram/A2", "--backend", "webgpu"],
    );
    expect(stderr).toMatch(/^--backend webgpu: WebGPU .*(driver for Vulkan|graphics card|npm ci)/m);
    expect(stdout).not.toMatch(/supported/);
    expect(status).toBe(2);
  });

  it.each([
    [["nothing"], /No claim is called “nothing”.*phase-diagram\/A1/],
    [["--seeds", "0"], /--seeds is a whole number from 1 to 1000/],
    [["--backend", "cuda"], /--backend is auto, webgpu, wasm, cpu/],
    [["--colour"], /--colour/],
    [["--update-records", "--seeds", "5"], /own seeds/],
    [["phase-diagram/A1", "phase-diagram/A2"], /One pattern is enough; “phase-diagram\/A2” is a second/],
    [["--json", "nowhere/out.json"], /--json needs a file in a folder that exists/],
    [["--json", "."], /--json needs a file, and “\.” is a folder/],
    [["--save", "package.json/records"], /--save needs a folder, and “.*package\.json” is a file/],
    [["--record", "a.json", "--seeds", "5"], /A record says itself what is run/],
  ])("refuses %j with a sentence and exit code 2", async (words, sentence) => {
    const { status, stderr } = await verify(...words);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(status).toBe(2);
  });

  it("says how it is called and what its exit codes mean", () => {
    const { status, stdout, stderr } = verifyAlone("--help");
    expect(stdout).toMatch(/Usage: npm run verify -- \[options\] \[pattern\.\.\.\]/);
    expect(stdout).toMatch(/--seeds <n>[\s\S]*Exit codes:\n {2}0 {2}all claims are supported/);
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("ends without a word when nobody reads what it prints", () => {
    const piped = `"${process.execPath}" "${command}" phase-diagram/A2 | head -n 0`;
    const { status, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", piped], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(141);
  });

  it("saves the record of a run with other seeds, which is confirmed as one beyond the claim", async () => {
    const out = folder();
    const { stdout } = await verify("phase-diagram/A2", "--seeds", "2", "--save", out);
    expect(stdout).toContain(`wrote ${join(out, "phase-diagram/A2.json")}`);
    const again = await verify("--record", join(out, "phase-diagram/A2.json"));
    expect(again.stdout).toMatch(/A2\.json {2}confirmed\n.*beyond the claim.*\n.*bit for bit/);
    expect(again.status).toBe(0);
  });
});

describe("npm run verify -- --record", () => {
  it("confirms a reference record and exits with 0", async () => {
    const { status, stdout } = await verify("--record", reference("claims/phase-diagram/A2"));
    expect(stdout).toMatch(/A2\.json {2}confirmed\n {4}Compared bit for bit/);
    expect(status).toBe(0);
  });

  it("finds a changed digit, says where and by how much, writes it as JSON and exits with 1", async () => {
    const [file, json] = [join(folder(), "changed.json"), join(folder(), "found.json")];
    const record = JSON.parse(readFileSync(reference("claims/phase-diagram/A2"), "utf8"));
    record.cases[1].values[0] += 1e-9;
    writeFileSync(file, JSON.stringify(resealed(record)));
    const { status, stdout } = await verify("--record", file, "--json", json);
    expect(stdout).toMatch(
      /changed\.json {2}differs\n[\s\S]*distance at γ = 1, seed 1: the record says .* 1\.0e-9 away/,
    );
    expect(status).toBe(1);
    expect(JSON.parse(readFileSync(json, "utf8"))).toEqual([
      {
        record: file,
        verdict: "differs",
        because: expect.arrayContaining([expect.stringMatching(/1\.0e-9 away/)]),
      },
    ]);
  });

  it("goes on with the others where one is not there, and reports all", async () => {
    const json = join(folder(), "found.json");
    const { status, stdout } = await verify(
      "--record",
      "nowhere.json",
      reference("claims/phase-diagram/A2"),
      "--json",
      json,
    );
    expect(stdout).toMatch(/nowhere\.json {2}cannot be checked\n {4}There is no file “nowhere\.json”/);
    expect(stdout).toMatch(/A2\.json {2}confirmed/);
    expect(JSON.parse(readFileSync(json, "utf8"))).toHaveLength(2);
    expect(status).toBe(3);
  });

  it("reads UTF-16 with a byte-order mark, and exits with 0 where a record from WebGPU agrees", async () => {
    const file = join(folder(), "utf16.json");
    const record = JSON.parse(readFileSync(reference("claims/phase-diagram/A2"), "utf8"));
    Object.assign(record.origin, { backend: "webgpu", adapter: "a card" });
    writeFileSync(file, Buffer.from(`\ufeff${JSON.stringify(resealed(record))}`, "utf16le"));
    const { status, stdout } = await verify("--record", file);
    expect(stdout).toMatch(/utf16\.json {2}agrees\n {4}Its bits cannot be checked/);
    expect(status).toBe(0);
  });

  it("says why a record cannot be checked and exits with 3, unless another one differs", async () => {
    const at = folder();
    writeFileSync(
      join(at, "cut.json"),
      readFileSync(reference("claims/phase-diagram/A2"), "utf8").slice(0, 300),
    );
    writeFileSync(join(at, "huge.json"), " ".repeat(6e6));
    const { status, stdout } = await verify(
      "--record",
      join(at, "cut.json"),
      "--record",
      join(at, "huge.json"),
    );
    expect(stdout).toMatch(/cut\.json {2}cannot be checked\n {4}The record is cut off/);
    expect(stdout).toMatch(
      /huge\.json {2}cannot be checked\n {4}This is too large for a record: it has 6\.0 MB/,
    );
    expect(status).toBe(3);
  });
});
