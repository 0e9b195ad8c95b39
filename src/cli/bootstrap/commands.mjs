// Running other programs, and telling a person about it.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A failure that a person can do something about: printed without a stack. */
export class Sentence extends Error {
  /**
   * @param {string} text
   * @param {1 | 2} code the exit code; 2 if the command was called wrongly
   */
  constructor(text, code = 1) {
    super(text);
    this.code = code;
  }
}

/** @param {string} text */
export function heading(text) {
  console.log(`\n── ${text} ${"─".repeat(Math.max(3, 74 - text.length))}`);
}

/** @param {number} since in milliseconds, from `performance.now()` */
export function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** The environment of everything we start: the project's own programs, its own Node above all, come first. */
export function environment(extra = {}) {
  const path = [join(root, "node_modules/.bin"), process.env.PATH].filter(Boolean).join(delimiter);
  return { ...process.env, PATH: path, ...extra };
}

/**
 * Runs a program to its end, with its output shown, or kept for whoever shows it.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, keepErrors?: boolean, keepOutput?: boolean }} [options]
 * @returns {Promise<{ code: number, errors: string, output: string }>} `errors` is what it wrote to stderr, if that was
 * to be kept, and shown besides; `output` all that it wrote, if that was to be kept
 */
export function run(program, args, { env = {}, keepErrors = false, keepOutput = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: environment(env),
      stdio: ["ignore", keepOutput ? "pipe" : "inherit", keepErrors || keepOutput ? "pipe" : "inherit"],
      shell: process.platform === "win32",
    });
    let [errors, output] = ["", ""];
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      if (keepErrors) errors += chunk;
      if (keepOutput) output += chunk;
      else process.stderr.write(chunk);
    });
    child.on("error", (error) => resolve({ code: 127, errors: error.message, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, errors, output }));
  });
}

/**
 * Whether a program starts at all and ends well; nothing is shown.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<boolean>}
 */
export function works(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: environment(), stdio: "ignore", timeout: 30_000 });
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}
