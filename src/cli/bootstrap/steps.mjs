// Steps of `npm test`, one program each: run, shown, and added up.
import { heading, run, secondsSince } from "./commands.mjs";
import { emptyTally, tellSkipped } from "./tallies.mjs";

/** @typedef {import("./tallies.mjs").Tally} Tally */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {[string, ...string[]]} command
 * @property {Record<string, string>} [env]
 * @property {() => Tally} [tally] what the step reported; a step without a report counts only if it fails
 */

export class Steps {
  #begun = performance.now();
  #total = emptyTally();
  /** @type {string[]} */
  #failed = [];

  /**
   * Runs a step and says whether it went well. What it says is shown as it comes or, if others run beside it, in one
   * piece when it ends.
   *
   * @param {Step} step
   * @param {{ inOnePiece?: boolean }} [options]
   */
  async run({ name, command: [program, ...args], env = {}, tally }, { inOnePiece = false } = {}) {
    if (!inOnePiece) heading(name);
    const since = performance.now();
    const { code, output } = await run(program, args, { env, keepOutput: inOnePiece });
    if (inOnePiece) {
      heading(name);
      process.stdout.write(output);
    }
    const { passed, failed, skipped } = tally?.() ?? emptyTally();
    this.#total.passed += passed;
    // A step can fail although no test of it did: that, too, is a failure.
    this.#total.failed += code !== 0 && failed === 0 ? 1 : failed;
    this.#total.skipped.push(...skipped);
    if (code !== 0 || failed > 0) this.#failed.push(name);
    console.log(`${name}: ${code === 0 ? "done" : "failed"} in ${secondsSince(since)}`);
    return code === 0;
  }

  /**
   * Runs lists of steps beside each other, the steps of each in their order.
   *
   * @param {...Step[]} lists
   */
  async runTogether(...lists) {
    const names = lists.map((steps) => steps.map(({ name }) => name).join(", "));
    console.log(`\nBeside each other: ${names.join("; ")}. What each says is shown when it ends.`);
    await Promise.all(
      lists.map(async (steps) => {
        for (const step of steps) await this.run(step, { inOnePiece: true });
      }),
    );
  }

  /**
   * @param {string} name
   * @returns {boolean} whether a step with this name has failed
   */
  hasFailed(name) {
    return this.#failed.includes(name);
  }

  /** Says what all steps came to, in a last line of counts, and sets the exit code. */
  conclude() {
    const { passed, failed, skipped } = this.#total;
    heading(`Summary, after ${secondsSince(this.#begun)}`);
    tellSkipped(skipped);
    if (this.#failed.length > 0) console.log(`Failed: ${this.#failed.join("; ")}`);
    if (passed === 0 && this.#failed.length === 0) console.log("No test ran, and that is a failure.");
    console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
    process.exitCode = failed > 0 || passed + failed === 0 ? 1 : 0;
  }
}
