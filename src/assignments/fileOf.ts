/** A student's work as a file: JSON that a person can read, a line a record. */
import type { HandIn } from "./handIn.ts";
import { plainNumber } from "./personal.ts";

/** Its text. The records stand at its end. */
export function textOfHandIn(handIn: HandIn): string {
  const { records, ...rest } = handIn;
  const lines = Object.entries(records).map(([run, record]) => `    "${run}": ${JSON.stringify(record)}`);
  const head = JSON.stringify(rest, null, 2).slice(0, -2);
  return `${head},\n  "records": {${lines.length > 0 ? `\n${lines.join(",\n")}\n  ` : ""}}\n}\n`;
}

/** "two-layers-three-regimes-4711.json" */
export function nameOfHandIn({ assignment, student }: Pick<HandIn, "assignment" | "student">): string {
  const number = plainNumber(student.number).replace(/[^\p{L}\p{N}]+/gu, "-");
  return `two-layers-${assignment}-${number || "student"}.json`;
}
