// The kernels' WGSL under two compilers that share no code, without a browser: Tint, Chromium's, by Dawn under Node; and Naga,
// Firefox's, by wgpu under Deno. Both packages are optional: without one, or without a driver, its tests are skipped and say why.
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vulkanHere } from "../../src/cli/webgpu/vulkan.ts";
import { AGREEMENT, type Result } from "./agreement.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const battery = at("battery.ts");
const deno = at("../../node_modules/.bin/deno");
const DENO = ["run", "-A", "--quiet", "--unstable-webgpu", "--unstable-sloppy-imports", "--no-check"];
const MANUAL = ["--no-lock", "--node-modules-dir=manual"];

interface Said {
  readonly adapter?: string;
  readonly results: readonly Result[];
  /** Why nothing was run. */
  readonly why?: string;
}

const COMPILERS = [
  { name: "Tint (Dawn under Node)", program: process.execPath, args: [battery], file: process.execPath },
  { name: "Naga (wgpu under Deno)", program: deno, args: [...DENO, ...MANUAL, battery], file: deno },
];

const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill();
});

/** Runs the battery to its end. */
async function said(program: string, args: readonly string[]): Promise<Said> {
  const env = { ...process.env, ...vulkanHere() };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  started.push(child);
  const failed = new Promise<never>((_, reject) => child.on("error", reject));
  const all = (async () => {
    let first: Pick<Said, "adapter" | "why"> | undefined;
    const results: Result[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      // TensorFlow.js has something to say, too.
      if (!line.startsWith("{")) continue;
      const message = JSON.parse(line);
      if (first) results.push(message);
      else first = message;
    }
    return { ...first, results };
  })();
  return Promise.race([all, failed]);
}

describe.each(COMPILERS)("$name", ({ name, program, args, file }) => {
  let outcome: Said = { results: [] };
  beforeAll(async () => {
    outcome = existsSync(file)
      ? await said(program, args)
      : {
          results: [],
          why: "The optional npm package “deno” is not installed: run “npm ci --include=optional”.",
        };
    console.log(`${name}: ${outcome.why ?? outcome.adapter}`);
  });

  test.for(AGREEMENT)("$name", ({ name: configuration }, { skip }) => {
    if (outcome.why) skip(outcome.why);
    const result = outcome.results.find((each) => each.name === configuration);
    expect(result, "a result").toBeDefined();
    expect(result?.error).toBeUndefined();
    expect(result?.gap, `the error of its ${result?.of} in units of what is allowed`).toBeLessThanOrEqual(1);
  });
});
