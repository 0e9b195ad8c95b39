// `npm test`: everything that can be wrong, in the order in which it is cheapest to find out.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { heading, root, run, Sentence, secondsSince } from "./commands.mjs";
import { ensurePackages } from "./packages.mjs";
import { freePort } from "./serve.mjs";

const results = join(root, "tests/results");
const tallyFile = join(results, "vitest.json");
const pagesFile = join(results, "pages.json");
const enginesFile = join(results, "engines.json");

/** The site that the page tests look at stands under a base path, so that no address forgets it. */
const builtForTests = { OUT_DIR: "dist-test", BASE_PATH: "/two-layers/" };

/** @typedef {{ passed: number, failed: number, skipped: { test: string, reason: string }[] }} Tally */

/** @param {string[]} flags */
export async function test(flags) {
  if (flags.length > 0) {
    throw new Sentence(
      `“${flags.join(" ")}” is not understood: npm test runs everything. For less, see CONTRIBUTING.md.`,
      2,
    );
  }
  const begun = performance.now();
  await ensurePackages();
  const chromium = await findChromium();
  console.log(`Chromium: ${chromium}`);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const env = { CHROMIUM_PATH: chromium };

  /** @type {Tally} */
  const total = { passed: 0, failed: 0, skipped: [] };
  /** @type {string[]} */
  const failedSteps = [];

  /**
   * @param {string} name
   * @param {string} program
   * @param {string[]} args
   * @param {Record<string, string>} extra
   * @param {() => Tally} [tally] what the step reported; a step without a report counts only if it fails
   */
  const step = async (name, program, args, extra, tally) => {
    heading(name);
    const since = performance.now();
    const { code } = await run(program, args, { env: { ...env, ...extra } });
    const { passed, failed, skipped } = tally?.() ?? { passed: 0, failed: 0, skipped: [] };
    total.passed += passed;
    // A step can fail although no test of it did: that, too, is a failure.
    total.failed += code !== 0 && failed === 0 ? 1 : failed;
    total.skipped.push(...skipped);
    if (code !== 0 || failed > 0) failedSteps.push(name);
    console.log(`${name}: ${code === 0 ? "done" : "failed"} in ${secondsSince(since)}`);
    return code === 0;
  };

  for (const check of ["style", "types", "arrows"]) {
    await step(`Check ${check}`, "npm", ["run", "--silent", `check:${check}`], {});
  }
  const reporters = ["--reporter=default", "--reporter=./tests/tally.ts"];
  await step("Unit and parity", "vitest", ["run", ...reporters], { TALLY_FILE: tallyFile }, () =>
    tallyIn(tallyFile),
  );
  if (await step("Build", "npm", ["run", "--silent", "build"], builtForTests)) {
    const served = { ...builtForTests, TEST_PORT: String(await freePort(4399)) };
    await step("Pages", "playwright", ["test"], served, playwrightTally);
  } else {
    console.log("Pages: not tested, since there is no built site.");
  }
  await step("Engines", "npm", ["run", "--silent", "test:engines"], {}, () => tallyIn(enginesFile));

  heading(`Summary, after ${secondsSince(begun)}`);
  tellSkipped(total.skipped);
  if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join("; ")}`);
  const ran = total.passed + total.failed;
  if (total.passed === 0 && failedSteps.length === 0) console.log("No test ran, and that is a failure.");
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped.length} skipped`);
  process.exitCode = total.failed > 0 || ran === 0 ? 1 : 0;
}

/**
 * Every skipped test by name, under its reason.
 *
 * @param {Tally["skipped"]} skipped
 */
function tellSkipped(skipped) {
  for (const reason of new Set(skipped.map((one) => one.reason))) {
    const names = skipped.filter((one) => one.reason === reason).map((one) => one.test);
    console.log(`Skipped because: ${reason} (${names.length})`);
    for (const name of names) console.log(`  ${name}`);
  }
}

/**
 * A report that is a tally already.
 *
 * @param {string} file
 * @returns {Tally}
 */
function tallyIn(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: [] };
  return JSON.parse(readFileSync(file, "utf8"));
}

/** @returns {Tally} */
function playwrightTally() {
  /** @type {Tally} */
  const tally = { passed: 0, failed: 0, skipped: [] };
  if (!existsSync(pagesFile)) return tally;
  const report = JSON.parse(readFileSync(pagesFile, "utf8"));
  tally.failed += report.errors?.length ?? 0;

  /** @param {{ title: string, suites?: any[], specs?: any[] }} suite @param {string[]} above */
  const visit = (suite, above) => {
    const titles = [...above, suite.title];
    for (const spec of suite.specs ?? []) {
      for (const one of spec.tests) {
        if (one.status === "skipped") {
          const reason = one.annotations.find((/** @type {any} */ a) =>
            /skip|fixme/.test(a.type),
          )?.description;
          const name = `[${one.projectName}] ${[...titles, spec.title].join(" › ")}`;
          tally.skipped.push({ test: name, reason: reason ?? "no reason given" });
        } else if (one.status === "unexpected") tally.failed += 1;
        else tally.passed += 1;
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, titles);
  };
  for (const suite of report.suites ?? []) visit(suite, []);
  return tally;
}
