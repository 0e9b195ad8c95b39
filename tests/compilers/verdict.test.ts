// A verdict on WebGPU by the command line.
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyAlone } from "../unit/cli/called.ts";

test("npm run verify names the adapter of a verdict on WebGPU, and its record says both", ({ skip }) => {
  const out = mkdtempSync(join(tmpdir(), "two-layers-"));
  const words = ["condensation/B4", "--backend", "webgpu", "--save", out];
  const { status, stdout, stderr } = verifyAlone(...words);
  if (status === 2) skip(stderr.trim());
  expect(stdout).toMatch(/^WebGPU: .*\n/);
  expect(stdout).toMatch(/B4 {2}supported[\s\S]*supported on webgpu/);
  const { origin } = JSON.parse(readFileSync(join(out, "condensation/B4.json"), "utf8"));
  expect(origin).toMatchObject({ backend: "webgpu", adapter: stdout.match(/^WebGPU: (.*)\.$/m)?.[1] });
  expect(status).toBe(0);
});
