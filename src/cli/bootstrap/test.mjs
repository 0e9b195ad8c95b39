// `npm test`: everything that can be wrong, in the order in which it is cheapest to find out. `npm run test:quick`: what
// can be found out without a browser and without running what the records hold.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "./chromium.mjs";
import { heading, root, Sentence, secondsSince } from "./commands.mjs";
import { ensurePackages } from "./packages.mjs";
import { findRedis } from "./redis.mjs";
import { freePort } from "./serve.mjs";
import { conclude, runStep, runTogether } from "./steps.mjs";
import { playwrightTallyIn, tallyIn } from "./tallies.mjs";

/** @typedef {import("./steps.mjs").Step} Step */

const results = join(root, "tests/results");
const tallyFile = join(results, "vitest.json");
const pagesFile = join(results, "pages.json");
const enginesFile = join(results, "engines.json");

/** The site that the page tests look at stands under a base path, so that no address forgets it, and has the gallery. */
const builtForTests = { OUT_DIR: "dist-test", BASE_PATH: "/two-layers/", GALLERY: "1" };

/** Everything below needs them, and would otherwise compile them at the same time. @type {Step} */
const PREPARED = {
  name: "Kernels and lists of what there is",
  command: ["npm", "run", "--silent", "prepared"],
};

/** @type {Step[]} */
const CHECKS = ["style", "types", "arrows"].map((check) => ({
  name: `Check ${check}`,
  command: ["npm", "run", "--silent", `check:${check}`],
}));

/** @type {Step} */
const BUILD = { name: "Build", command: ["npm", "run", "--silent", "build"], env: builtForTests };

/** @param {string[]} flags */
export async function test(flags) {
  const isQuick = flags.length === 1 && flags[0] === "--quick";
  if (flags.length > 0 && !isQuick) {
    throw new Sentence(
      `“${flags.join(" ")}” is not understood: npm test runs everything. For less, see CONTRIBUTING.md.`,
      2,
    );
  }
  const begun = performance.now();
  await ensurePackages();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const outcomes = await (isQuick ? quickly() : everything());
  heading(`Summary, after ${secondsSince(begun)}`);
  process.exitCode = conclude(outcomes);
}

async function quickly() {
  const prepared = await runStep(PREPARED);
  return [prepared, ...(await runTogether(CHECKS, [vitest("Unit and contract", {}, "unit", "contract")]))];
}

async function everything() {
  const chromium = await findChromium();
  console.log(`Chromium: ${chromium}`);
  const redis = await findRedis();
  console.log(`Redis: ${redis ?? "none; the tests of the queue are skipped"}`);
  const env = { CHROMIUM_PATH: chromium, ...(redis ? { REDIS_SERVER_PATH: redis } : {}) };
  const outcomes = [await runStep(PREPARED)];
  // Each of them is busy on one core; what comes after them, on all.
  outcomes.push(...(await runTogether(CHECKS, [BUILD, engines(env)])));
  outcomes.push(await runStep(vitest("Unit, contract, records, queue and parity", env)));
  if (outcomes.some(({ name, isGood }) => name === BUILD.name && !isGood)) {
    console.log("Pages: not tested, since there is no built site.");
  } else outcomes.push(await runStep(await pages(env)));
  return outcomes;
}

/**
 * @param {Record<string, string>} env
 * @returns {Step}
 */
function engines(env) {
  return {
    name: "Engines",
    command: ["npm", "run", "--silent", "test:engines"],
    env,
    tally: () => tallyIn(enginesFile),
  };
}

/**
 * @param {Record<string, string>} env
 * @returns {Promise<Step>}
 */
async function pages(env) {
  return {
    name: "Pages",
    command: ["playwright", "test"],
    env: { ...env, ...builtForTests, TEST_PORT: String(await freePort(4399)) },
    tally: () => playwrightTallyIn(pagesFile),
  };
}

/**
 * @param {string} name
 * @param {Record<string, string>} env
 * @param {...string} projects all, if none is named
 * @returns {Step}
 */
function vitest(name, env, ...projects) {
  const reporters = ["--reporter=default", "--reporter=./tests/tally.ts"];
  return {
    name,
    command: ["vitest", "run", ...reporters, ...projects.map((project) => `--project=${project}`)],
    env: { ...env, TALLY_FILE: tallyFile },
    tally: () => tallyIn(tallyFile),
  };
}
