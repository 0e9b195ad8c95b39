// Steps of `npm test`, one program each: run, shown, and added up.
import { heading, run, secondsSince } from "./commands.mjs";
import { emptyTally, tellFailures, tellSkipped } from "./tallies.mjs";

/** @typedef {import("./tallies.mjs").Tally} Tally */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {[string, ...string[]]} command
 * @property {Record<string, string>} [env]
 * @property {() => Tally} [tally] what the step reported; a step without a report counts only if it fails
 */

/** @typedef {{ name: string, isGood: boolean, tally: Tally }} Outcome */

/**
 * Runs a step. What it says is shown as it comes or, if others run beside it, in one piece when it ends.
 *
 * @param {Step} step
 * @param {{ inOnePiece?: boolean }} [options]
 * @returns {Promise<Outcome>}
 */
export async function runStep(step, { inOnePiece = false } = {}) {
  const { name, env = {} } = step;
  const [program, ...args] = step.command;
  if (!inOnePiece) heading(name);
  const since = performance.now();
  const { code, output } = await run(program, args, { env, keepOutput: inOnePiece });
  if (inOnePiece) {
    heading(name);
    process.stdout.write(output);
  }
  console.log(`${name}: ${code === 0 ? "done" : "failed"} in ${secondsSince(since)}`);
  const tally = step.tally?.() ?? emptyTally();
  // A step can fail although no test of it did: that, too, is a failure.
  const failed = code !== 0 && tally.failed === 0 ? 1 : tally.failed;
  return { name, isGood: failed === 0, tally: { ...tally, failed } };
}

/**
 * Runs lists of steps beside each other, the steps of each in their order.
 *
 * @param {...Step[]} lists
 * @returns {Promise<Outcome[]>}
 */
export async function runTogether(...lists) {
  const names = lists.map((steps) => steps.map(({ name }) => name).join(", "));
  console.log(`\nBeside each other: ${names.join("; ")}. What each says is shown when it ends.`);
  /** @type {Outcome[]} */
  const outcomes = [];
  const work = async (/** @type {Step[]} */ steps) => {
    for (const step of steps) outcomes.push(await runStep(step, { inOnePiece: true }));
  };
  await Promise.all(lists.map(work));
  return outcomes;
}

/**
 * Prints the outcome of all steps, in a last line of counts.
 *
 * @param {readonly Outcome[]} outcomes
 * @returns {number} the exit code
 */
export function conclude(outcomes) {
  const tallies = outcomes.map(({ tally }) => tally);
  const skipped = tallies.flatMap((tally) => tally.skipped);
  const bad = outcomes.filter(({ isGood }) => !isGood).map(({ name }) => name);
  const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
  const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
  tellSkipped(skipped);
  tellFailures(tallies.flatMap(({ failures = [] }) => failures));
  if (bad.length > 0) console.log(`Failed: ${bad.join("; ")}`);
  if (passed + failed === 0) console.log("No test ran, and that is a failure.");
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
