// A copy of the repository with history, without, and with the last part of it only.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { git, lastCommit, whatIsMissing } from "../../src/history.ts";

const folder = mkdtempSync(join(tmpdir(), "two-layers-history-"));
afterAll(() => rmSync(folder, { recursive: true }));

function commit(root: string, file: string, on: string): void {
  writeFileSync(join(root, file), on);
  git(root, "add", file);
  const who = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  git(root, ...who, "commit", "-q", "-m", file, `--date=${on}T12:00:00Z`);
}

describe("the last change of a file", () => {
  it("is the day of the last commit that changed it, and not known without history", () => {
    const outside = mkdtempSync(join(folder, "outside-"));
    expect(lastCommit(outside)).toBeNull();
    expect(whatIsMissing(outside)).toContain("no history");

    const whole = mkdtempSync(join(folder, "whole-"));
    git(whole, "init", "-q");
    commit(whole, "one", "2026-11-20");
    commit(whole, "two", "2026-11-21");
    expect(lastCommit(whole, "one")?.on).toBe("2026-11-20");
    expect(lastCommit(whole)?.on).toBe("2026-11-21");
    expect(lastCommit(whole)?.hash).toMatch(/^[0-9a-f]{40}$/);

    // Its first commit here is not the first: nothing that it says of the past can be relied on.
    const shallow = join(folder, "shallow");
    execFileSync("git", ["clone", "-q", "--depth", "1", pathToFileURL(whole).href, shallow]);
    expect(whatIsMissing(shallow)).toContain("only the last part");
    expect(lastCommit(shallow, "one")).toBeNull();
  });
});
