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
      failures: [] as { test: string; reason: string }[],
    };
    const fail = (test: string, errors: readonly { message: string }[]) => {
      tally.failed += errors.length;
      for (const { message } of errors) tally.failures.push({ test, reason: message });
    };
    for (const module of modules) {
      const nameOf = (test: string) => `[${module.project.name}] ${module.relativeModuleId} › ${test}`;
      // A file that could not be loaded, or whose hooks failed, holds no test that says so.
      fail(nameOf("the file"), module.errors());
      for (const suite of module.children.allSuites()) fail(nameOf(suite.fullName), suite.errors());
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") tally.passed += 1;
        else if (result.state === "failed") fail(nameOf(test.fullName), result.errors.slice(0, 1));
        else {
          // Where a whole suite is skipped, no test of it has a note: then the name of the suite says why.
          const said = test.fullName.match(/\((skipped [^)]*)\)/)?.[1];
          const reason = ("note" in result && result.note) || said || "no reason given";
          tally.skipped.push({ test: nameOf(test.fullName), reason });
        }
      }
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(tally, null, 2));
  }
}
