// The house's own lint rules: each fires on what it forbids, where it applies, and is silent on what is allowed.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");

/** Rule → the start of its message, and code that breaks it, one piece a line. */
const RULES: Record<string, { says: string; broken: readonly string[] }> = {
  random: {
    says: "Draw random numbers",
    broken: ["f(Math.random())", 'f(Math["random"]())', "f(globalThis.Math.random())"],
  },
  elementary: {
    says: "Engines round this",
    broken: [
      ..."exp log log2 log10 log1p expm1 sin cos tan tanh sinh cosh asinh acosh atanh".split(" "),
      ..."atan atan2 asin acos pow cbrt hypot".split(" "),
    ]
      .map((name) => `f(Math.${name}(x))`)
      .concat(
        ["f([x].map(Math.exp))", 'f(Math["exp"](x))', "f(globalThis.Math.exp(x))", "const { exp } = Math"],
        ["const M = Math", "f(x ** 2)", "f(2 ** x)", "f(3 ** 2)", "f(2 ** 0.5)", "x **= 2"],
      ),
  },
  surroundings: {
    says: "What is computed must not depend",
    broken: [
      ...["f(performance.now())", "f(Date.now())", "f(new Date())", "f(new Intl.NumberFormat())"],
      ...["f(navigator.language)", "f(crypto.randomUUID())", "f(text.localeCompare(text))"],
      ...["f(x.toLocaleString())", "f(text.toLocaleUpperCase())"],
    ],
  },
  order: { says: "Say how to sort", broken: ["f([x].sort())", "f([x].toSorted())"] },
};

const ALLOWED = [
  "f(Math.sqrt(x) + Math.abs(x) + Math.max(x, Math.PI) + Math.fround(x))",
  "f(2 ** 54 + 2 ** -1022)",
  "f([x].sort((a, b) => a - b))",
  'f(x.toLocaleString("en"))',
  "f(x.toFixed(2))",
];

const folder = mkdtempSync(join(tmpdir(), "lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Messages of the rules about a file, line by line. */
function messagesAbout(path: string, lines: readonly string[]): string[][] {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), lines.join("\n"));
  writeFileSync(join(folder, "biome.json"), readFileSync(join(root, "biome.json")));
  cpSync(join(root, "tests/lint"), join(folder, "tests/lint"), { recursive: true });
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules/@biomejs/biome/bin/biome"),
      "lint",
      "--reporter=json",
      "--max-diagnostics=none",
      path,
    ],
    { cwd: folder, encoding: "utf8" },
  );
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { category: string; message: string; location: { start: { line: number } } }[];
  };
  const messages = lines.map((): string[] => []);
  for (const { category, message, location } of diagnostics)
    if (category === "plugin") messages[location.start.line - 1]?.push(message);
  return messages;
}

/** Lines on which a rule of that message fires. */
function linesThatBreak(says: string, path: string, lines: readonly string[]): string[] {
  const messages = messagesAbout(path, lines);
  return lines.filter((_, k) => messages[k]?.some((message) => message.startsWith(says)));
}

test.each(Object.entries(RULES))("%s fires on each of its kind", (_, { says, broken }) => {
  expect(linesThatBreak(says, "src/experiments/p/e/run.ts", broken)).toEqual(broken);
});

test.each(["math", "engine", "theory", "experiments", "claims"])("they hold in src/%s", (layer) => {
  const broken = ["f(Math.exp(1))", "f(Date.now())", "f([1].sort())"];
  const messages = messagesAbout(`src/${layer}/a.ts`, broken);
  expect(messages.every((each) => each.length > 0)).toBe(true);
});

test("what rounds alike everywhere is allowed", () => {
  expect(messagesAbout("src/theory/ok.ts", ALLOWED).flat()).toEqual([]);
});

test("what draws, times and serves may use them, but random numbers have seeds everywhere", () => {
  const lines = ["f(Math.exp(1))", "f(Date.now())", "f([1].sort())"];
  expect(messagesAbout("src/runtime/a.ts", lines).flat()).toEqual([]);
  const { says, broken } = RULES.random as (typeof RULES)[string];
  expect(linesThatBreak(says, "src/runtime/b.ts", broken)).toEqual(broken);
});

test("where time is shared out the clock is read, but nothing is rounded as the engine likes", () => {
  const messages = messagesAbout("src/engine/pauses.ts", ["f(performance.now())", "f(Math.exp(1))"]);
  expect(messages.map((each) => each.length)).toEqual([0, 1]);
});
