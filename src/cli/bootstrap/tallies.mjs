// What the steps of `npm test` have reported: how many tests passed and failed, and which were skipped and why.
import { existsSync, readFileSync } from "node:fs";

/**
 * @typedef {{ test: string, reason: string }} Told a test, and why it was skipped or what was wrong
 * @typedef {{ passed: number, failed: number, skipped: Told[], failures?: Told[] }} Tally
 */

/** @returns {Tally} */
export function emptyTally() {
  return { passed: 0, failed: 0, skipped: [], failures: [] };
}

/**
 * A report that is a tally already.
 *
 * @param {string} file
 * @returns {Tally}
 */
export function tallyIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : emptyTally();
}

/**
 * Playwright's report as a tally.
 *
 * @param {string} file
 * @returns {Tally}
 */
export function playwrightTallyIn(file) {
  const tally = emptyTally();
  if (!existsSync(file)) return tally;
  const report = JSON.parse(readFileSync(file, "utf8"));
  tally.failed += report.errors?.length ?? 0;

  /** @param {{ title: string, suites?: any[], specs?: any[] }} suite @param {string[]} above */
  const visit = (suite, above) => {
    const titles = [...above, suite.title];
    for (const spec of suite.specs ?? []) {
      for (const one of spec.tests) {
        const name = `[${one.projectName}] ${[...titles, spec.title].join(" › ")}`;
        if (one.status === "skipped") {
          const reason = one.annotations.find((/** @type {any} */ a) =>
            /skip|fixme/.test(a.type),
          )?.description;
          tally.skipped.push({ test: name, reason: reason ?? "no reason given" });
        } else if (one.status === "unexpected") {
          tally.failed += 1;
          tally.failures?.push({
            test: name,
            reason: one.results.at(-1)?.error?.message ?? "no error given",
          });
        } else tally.passed += 1;
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, titles);
  };
  for (const suite of report.suites ?? []) visit(suite, []);
  return tally;
}

/**
 * Every skipped test by name, under its reason.
 *
 * @param {Tally["skipped"]} skipped
 */
export function tellSkipped(skipped) {
  for (const reason of new Set(skipped.map((one) => one.reason))) {
    const names = skipped.filter((one) => one.reason === reason).map((one) => one.test);
    console.log(`Skipped because: ${reason} (${names.length})`);
    for (const name of names) console.log(`  ${name}`);
  }
}

/** Lines of an error that are told at the end; all of it stands where the test ran. */
const MOST_LINES = 6;
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
const COLOURS = /\u001b\[[0-9;]*m/g;

/**
 * Every test that failed by name, with the beginning of what was wrong: the end of a long log is what is read first.
 *
 * @param {readonly Told[]} failures
 */
export function tellFailures(failures) {
  for (const { test, reason } of failures) {
    const lines = reason.replace(COLOURS, "").trim().split("\n").slice(0, MOST_LINES);
    console.log(`Failed: ${test}\n${lines.map((line) => `  ${line}`).join("\n")}`);
  }
}
