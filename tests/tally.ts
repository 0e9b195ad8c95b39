// A Vitest reporter for `npm test`: counts the tests, and keeps for each skipped one the reason it gave
// (Vitest's own JSON report leaves out both the reason and the project).
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]) {
    const file = process.env.TALLY_FILE;
    if (!file) return;
    const tally = {
      passed: 0,
      failed: unhandledErrors.length,
      skipped: [] as { test: string; reason: string }[],
    };
    for (const module of modules) {
      // A file that could not be loaded, or whose hooks failed, holds no test that says so.
      tally.failed += module.errors().length;
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") tally.passed += 1;
        else if (result.state === "failed") tally.failed += 1;
        else {
          // Where a whole suite is skipped, no test of it has a note: then the name of the suite says why.
          const said = test.fullName.match(/\((skipped [^)]*)\)/)?.[1];
          const reason = ("note" in result && result.note) || said || "no reason given";
          const name = `[${test.project.name}] ${module.relativeModuleId} › ${test.fullName}`;
          tally.skipped.push({ test: name, reason });
        }
      }
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(tally, null, 2));
  }
}
