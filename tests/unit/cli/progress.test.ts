// How far a command is, in words.
import { expect, it } from "vitest";
import { progressInWords } from "../../../src/cli/verify/progress.ts";

it("shows a share as a bar and says how long the rest takes, once that can be told", () => {
  expect(progressInWords("A1", 0, 0)).toBe(`A1 ${"─".repeat(24)}   0 %`);
  expect(progressInWords("A1", 0.01, 3)).not.toContain("left");
  expect(progressInWords("A1", 0.25, 2)).toBe(`A1 ${"━".repeat(6)}${"─".repeat(18)}  25 %, about 6 s left`);
  expect(progressInWords("A1", 1, 8)).toBe(`A1 ${"━".repeat(24)} 100 %`);
});
