// The arrows of the design: every rule of dependency-cruiser fires when it is broken and is silent when it is
// kept; and the files that dependency-cruiser cannot read keep to the same rules.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const configurations = ["../../.dependency-cruiser.cjs", "../../.dependency-cruiser.shipped.cjs"].map(
  createRequire(import.meta.url),
) as { forbidden: IForbiddenRuleType[]; options: ICruiseOptions }[];

/** Rule → the importing file, what it imports, and further files on the way. */
const broken: Record<string, [from: string, to: string, ...chain: [string, string][]]> = {
  "no-cycles": ["src/theory/a.ts", "src/theory/b.ts", ["src/theory/b.ts", "src/theory/a.ts"]],
  resolvable: ["src/theory/c.ts", "./nowhere.ts"],
  "math-imports-nothing": ["src/math/a.ts", "node:fs"],
  "content-imports-nothing": ["content/a.ts", "src/math/ok.ts"],
  "tensorflow-stays-in-the-engine": ["src/runtime/a.ts", "@tensorflow/tfjs-core"],
  "pages-ship-no-tensorflow": [
    "components/b.ts",
    "src/runtime/b.ts",
    ["src/runtime/b.ts", "src/engine/b.ts"],
    ["src/engine/b.ts", "@tensorflow/tfjs-core"],
  ],
  "queue-is-loaded-when-asked": ["src/cli/c.ts", "src/cli/queue/c.ts", ["src/cli/queue/c.ts", "bullmq"]],
  engine: ["src/engine/a.ts", "src/theory/ok.ts"],
  bench: ["src/bench/a.ts", "src/experiments/p/e/run.ts"],
  "bench-stays-apart": ["src/runtime/d.ts", "src/bench/ok.ts"],
  theory: ["src/theory/d.ts", "src/engine/ok.ts"],
  meta: ["src/experiments/p/a/meta.ts", "src/experiments/p/e/run.ts"],
  run: ["src/experiments/p/a/run.ts", "src/plots/ok.ts"],
  plot: ["src/experiments/p/b/plot.ts", "src/experiments/p/e/meta.ts"],
  "lens-look": ["src/experiments/laboratory/lenses/l/look.ts", "src/plots/ok.ts"],
  "lens-plot": ["src/experiments/laboratory/lenses/l/plot.ts", "src/engine/ok.ts"],
  "plot-computes-nothing": ["src/experiments/p/a/plot.ts", "src/experiments/p/e/run.ts"],
  "runs-are-for-workers": ["components/c.ts", "src/catalogue/runs.ts"],
  driver: ["src/experiments/driver/a.ts", "src/theory/ok.ts"],
  claims: ["src/claims/a.ts", "src/experiments/p/e/run.ts"],
  plots: ["src/plots/a.ts", "src/experiments/p/e/meta.ts"],
  runtime: ["src/runtime/c.ts", "src/plots/ok.ts"],
  assignments: ["src/assignments/a.ts", "components/ok.ts"],
  "scores-are-for-grading": ["components/classroom/e.ts", "src/assignments/p/scores.ts"],
  cli: ["src/cli/a.ts", "components/ok.ts"],
  page: ["src/pages/a.ts", "src/experiments/p/e/run.ts"],
  "components-below-pages": ["components/d.ts", "src/layouts/ok.ts"],
  "site-imports-no-tests": ["src/theory/e.ts", "tests/ok.ts"],
};

/** Imports that the design allows. */
const kept: [from: string, to: string][] = [
  ["src/engine/ok.ts", "@tensorflow/tfjs-core"],
  ["src/engine/ok.ts", "src/math/ok.ts"],
  ["src/assignments/p/scores.ts", "src/math/ok.ts"],
  ["src/assignments/grading/ok.ts", "src/assignments/p/scores.ts"],
  ["src/theory/ok.ts", "src/math/ok.ts"],
  ["src/experiments/p/e/meta.ts", "src/experiments/experiment.ts"],
  ["src/experiments/p/e/run.ts", "src/experiments/p/e/meta.ts"],
  ["src/experiments/p/e/run.ts", "src/engine/ok.ts"],
  ["src/experiments/p/e/run.ts", "src/theory/ok.ts"],
  ["src/experiments/p/e/plot.ts", "src/experiments/p/e/meta.ts"],
  ["src/experiments/p/e/plot.ts", "type src/experiments/p/e/run.ts"],
  ["src/experiments/p/e/plot.ts", "src/plots/ok.ts"],
  ["src/experiments/p/e/plot.ts", "src/math/ok.ts"],
  ["src/catalogue/found/runs.ts", "src/experiments/p/e/run.ts"],
  ["src/catalogue/runs.ts", "src/catalogue/found/runs.ts"],
  ["src/experiments/driver/ok.ts", "src/engine/ok.ts"],
  ["src/claims/ok.ts", "src/experiments/p/e/meta.ts"],
  ["src/claims/ok.ts", "src/math/ok.ts"],
  ["src/runtime/runs/session.ts", "src/claims/ok.ts"],
  ["src/runtime/workers/pageWorker.ts", "src/catalogue/runs.ts"],
  ["src/cli/verify.ts", "src/catalogue/runs.ts"],
  ["src/cli/verify.ts", "src/claims/ok.ts"],
  ["src/bench/tfjs.ts", "@tensorflow/tfjs-core"],
  ["src/bench/tfjs.ts", "src/engine/ok.ts"],
  ["src/bench/ok.ts", "src/math/ok.ts"],
  ["src/cli/bench.ts", "src/bench/ok.ts"],
  ["components/bench/ok.ts", "src/bench/ok.ts"],
  ["components/ok.ts", "src/claims/ok.ts"],
  ["components/ok.ts", "src/runtime/runs/session.ts"],
  ["components/ok.ts", "src/plots/ok.ts"],
  ["components/ok.ts", "src/experiments/p/e/meta.ts"],
  ["components/ok.ts", "src/experiments/p/e/plot.ts"],
  ["src/pages/ok.ts", "components/ok.ts"],
  ["src/pages/ok.ts", "src/layouts/ok.ts"],
  ["tests/ok.ts", "@tensorflow/tfjs-core"],
];

describe("dependency-cruiser's rules", () => {
  const folder = mkdtempSync(join(tmpdir(), "arrows-"));
  const violations: { rule: { name: string }; from: string }[] = [];

  beforeAll(async () => {
    const files = new Map<string, string[]>([
      ["src/math/ok.ts", []],
      ["src/plots/ok.ts", []],
      ["src/layouts/ok.ts", []],
      ["src/experiments/experiment.ts", []],
    ]);
    const importing = (from: string, to: string) => {
      const typeOnly = to.startsWith("type ");
      const target = typeOnly ? to.slice("type ".length) : to;
      const inside = /^(src|components|content|tests)\//.test(target);
      const path = inside ? posix.relative(dirname(from), target) : target;
      const specifier = inside && !path.startsWith(".") ? `./${path}` : path;
      const statement = typeOnly ? `export type * from "${specifier}";` : `import "${specifier}";`;
      files.set(from, [...(files.get(from) ?? []), statement]);
    };
    for (const [from, to, ...chain] of Object.values(broken)) {
      importing(from, to);
      for (const [next, target] of chain) importing(next, target);
    }
    for (const [from, to] of kept) importing(from, to);
    for (const [path, statements] of files) write(folder, path, [...statements, "export {};"].join("\n"));
    for (const name of ["@tensorflow/tfjs-core", "bullmq"]) {
      write(folder, `node_modules/${name}/package.json`, `{ "name": "${name}", "main": "index.js" }`);
      write(folder, `node_modules/${name}/index.js`, "export {};");
    }

    for (const { forbidden, options } of configurations) {
      const { output } = await cruise(["src", "components", "content", "tests"], {
        ...options,
        baseDir: folder,
        validate: true,
        ruleSet: { forbidden },
      });
      violations.push(...(output as ICruiseResult).summary.violations);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("there is an example of breaking each", () => {
    const rules = configurations.flatMap(({ forbidden }) => forbidden.map((rule) => rule.name ?? ""));
    expect(Object.keys(broken).sort()).toEqual(rules.sort());
  });

  test.each(Object.entries(broken))("%s fires", (rule, [from]) => {
    expect(violations.filter((violation) => violation.rule.name === rule).map((v) => v.from)).toContain(from);
  });

  test("what the design allows breaks none", () => {
    const allowed = new Set(kept.map(([from]) => from));
    expect(violations.filter((violation) => allowed.has(violation.from))).toEqual([]);
  });
});

describe("files that dependency-cruiser cannot read", () => {
  const imports = (text: string) =>
    [
      ...text.matchAll(/(?:^|\s)(?:import|export)\s[^"';]*?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g),
    ].map((match) => match[1] ?? match[2] ?? "");

  test("content imports nothing", () => {
    const importing = globSync("content/**/*.{md,mdx}", { cwd: root }).filter((path) =>
      /^(import|export)\s/m.test(withoutCode(readFileSync(join(root, path), "utf8"))),
    );
    expect(importing).toEqual([]);
  });

  test("no .astro file breaks a rule", () => {
    const files = globSync("{src,components}/**/*.astro", { cwd: root });
    const wrong = files.flatMap((path) =>
      imports(readFileSync(join(root, path), "utf8"))
        .map((specifier) =>
          specifier.startsWith(".") ? posix.join(posix.dirname(path), specifier) : specifier,
        )
        .flatMap((target) => rulesBrokenBy(path, target).map((rule) => `${rule}: ${path} → ${target}`)),
    );
    expect(wrong).toEqual([]);
  });

  test("a rule that an .astro file breaks is named", () => {
    expect(rulesBrokenBy("components/A.astro", "src/experiments/p/e/run.ts")).toEqual(["page"]);
    expect(rulesBrokenBy("src/pages/a.astro", "@tensorflow/tfjs-core")).toContain(
      "tensorflow-stays-in-the-engine",
    );
    expect(rulesBrokenBy("src/pages/a.astro", "components/A.astro")).toEqual([]);
  });
});

function write(folder: string, path: string, text: string) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Fenced code may show an import. */
function withoutCode(markdown: string): string {
  return markdown.replaceAll(/^(```|~~~)[\s\S]*?^\1/gm, "");
}

/** The rules that are about nothing but the two paths, applied to one import. */
function rulesBrokenBy(from: string, to: string): string[] {
  const matches = (path: string, rule: { path?: string | string[]; pathNot?: string | string[] }) => {
    const any = (patterns: string | string[]) =>
      [patterns].flat().some((pattern) => new RegExp(pattern).test(path));
    return (rule.path === undefined || any(rule.path)) && !(rule.pathNot !== undefined && any(rule.pathNot));
  };
  const onlyPaths = (rule: object) => Object.keys(rule).every((key) => key === "path" || key === "pathNot");
  return configurations
    .flatMap(({ forbidden }) => forbidden)
    .filter((rule) => "to" in rule && onlyPaths(rule.from) && onlyPaths(rule.to))
    .filter((rule) => matches(from, rule.from) && "to" in rule && matches(to, rule.to))
    .map((rule) => rule.name ?? "");
}
