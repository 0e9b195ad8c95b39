/** What git says of this copy of the repository. A copy without git, or with the last part of its history only, says nothing. */
import { execFileSync } from "node:child_process";

export interface Commit {
  readonly hash: string;
  /** Day on which it was written, as its author's clock had it: "2026-11-22". */
  readonly on: string;
}

/** Form of a commit in a log, for `commitsIn`. */
export const FORM = "--format=%H %aI";
const MOST_BYTES = 1 << 28;

/** What a git command prints. @throws Error where there is no git, or it fails */
export function git(root: string, ...words: string[]): string {
  return execFileSync("git", words, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: MOST_BYTES,
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** Why the history cannot be read, as the beginning of a sentence; empty where it can. */
export function whatIsMissing(root: string): string {
  try {
    return git(root, "rev-parse", "--is-shallow-repository").trim() === "true"
      ? "This copy of the repository has only the last part of its history (git fetch --unshallow brings the rest)"
      : "";
  } catch {
    return "This copy has no history, or there is no git here";
  }
}

/** The commits of a log in the form of `FORM`. */
export function commitsIn(log: string): Commit[] {
  return [...log.matchAll(/^([0-9a-f]{40}) (\d{4}-\d\d-\d\d)/gm)].map(([, hash = "", on = ""]) => ({
    hash,
    on,
  }));
}

/** The last commit, or the last that changed a file; null where the history is not here. */
export function lastCommit(root: string, ...files: string[]): Commit | null {
  if (whatIsMissing(root)) return null;
  return commitsIn(git(root, "log", "-1", FORM, "--", ...files))[0] ?? null;
}
