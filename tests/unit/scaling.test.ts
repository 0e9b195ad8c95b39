// The recipes of SCALING.md: that they parse, and that their commands are understood.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { verifyCommand } from "../../src/cli/verify/command.ts";

const guide = readFileSync(new URL("../../SCALING.md", import.meta.url), "utf8");

it("has workflows that run each share, and put them together after", () => {
  const [github, gitlab] = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) =>
    parse(text ?? ""),
  );
  const { shard, merge } = github.jobs;
  expect(merge.needs).toBe("shard");
  const runs = JSON.stringify(shard.steps);
  expect(runs).toContain(`--shard \${{ matrix.shard }}/${shard.strategy.matrix.shard.length} `);
  expect(gitlab.merge.needs).toEqual(["shard"]);
  for (const { script } of [gitlab.shard, gitlab.merge]) expect(script).toContain("npm ci");
});

it("calls verify with options that it has", () => {
  const known = verifyCommand(async () => 0).options.flatMap(({ long }) => long ?? []);
  const lines = [...guide.matchAll(/npm run verify -- ([^\n`"]*)/g)].map(([, words = ""]) => words);
  expect(lines.length).toBeGreaterThan(5);
  for (const option of lines.join(" ").match(/--[a-z-]+/g) ?? []) expect(known).toContain(option);
});
