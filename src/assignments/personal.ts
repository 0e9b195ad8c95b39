/**
 * What of a task is a student's own: settings and a seed, drawn by their number alone, so that answers differ and whoever has
 * the number can draw them again. No secret: a student knows theirs, and who knows another's number knows the other's too.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Values } from "../experiments/parameters.ts";
import type { TaskWithFigure } from "./assignment.ts";

/** Where the seeds of students begin: articles and claims use smaller ones. */
export const FIRST_SEED = 1001;

export interface Personal {
  readonly parameters: Values;
  readonly seed: number;
}

/** A student's number as it counts: without spaces, in small letters, so that two ways of writing it are one. */
export function plainNumber(number: string): string {
  return number.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}

/** What a student has for a task. @param name of the task */
export function personalOf(
  assignment: string,
  name: string,
  { own = [], given = {}, seeds }: TaskWithFigure,
  number: string,
): Personal {
  const drawn = (what: string, among: number) => draw([assignment, name, what, plainNumber(number)], among);
  return {
    parameters: { ...given, ...own[drawn("settings", own.length)] },
    seed: FIRST_SEED + drawn("seed", seeds),
  };
}

/** A whole number from 0 to below `among`, evenly spread over the texts: of the first six bytes of their SHA-256. */
function draw(texts: readonly string[], among: number): number {
  if (among < 2) return 0;
  const bytes = sha256(utf8ToBytes(texts.join("\n")));
  const number = bytes.slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return number % among;
}
