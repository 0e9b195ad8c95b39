// The outcome of the battery: a table for a person, and the same as JSON for `npm test` and for whoever keeps it.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Line } from "./compare.ts";

const file = fileURLToPath(new URL("../results/engines.json", import.meta.url));

/** Takes the last report away, so that nobody reads it for one of a run that did not end. */
export function forget(): void {
  rmSync(file, { force: true });
}

/** An engine that ran, or one that did not and why. */
export type Attendance = { readonly name: string } & (
  | { readonly version: string; readonly path: string; readonly seconds: number }
  | { readonly why: string }
);

export function print(lines: readonly Line[], attendance: readonly Attendance[]): void {
  const columns = attendance.map(({ name }) => name);
  console.log(`\n${columns.join("  ")}`);
  for (const { name, given, differing, complaints } of lines) {
    const ticks = columns.map((engine) => {
      const mark = !(engine in given) ? "–" : differing.includes(engine) ? "✗" : "✓";
      return mark.padStart(Math.ceil(engine.length / 2)).padEnd(engine.length);
    });
    console.log(`${ticks.join("  ")}  ${name}`);
    for (const complaint of complaints) console.log(`    ✗ ${complaint}`);
  }
  console.log("");
  for (const each of attendance) {
    if ("why" in each) console.log(`NOT RUN: ${each.name}. ${each.why}`);
    else console.log(`${each.version} (${each.path}): ${each.seconds.toFixed(1)} s`);
  }
}

/** Writes the JSON report and prints the closing line. @returns whether anything failed */
export function close(lines: readonly Line[], attendance: readonly Attendance[]): boolean {
  const missing = attendance.filter((each) => "why" in each);
  const passed = lines.filter(({ complaints }) => complaints.length === 0).length;
  const failed = lines.length - passed;
  const skipped = missing.map(({ name, why }) => ({
    test: `[engines] NOT RUN: ${name}, ${lines.length} configurations`,
    reason: why,
  }));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(
    file,
    JSON.stringify({ passed, failed, skipped, engines: attendance, configurations: lines }, null, 2),
  );
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  return failed > 0;
}
