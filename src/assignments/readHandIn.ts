/**
 * A student's file from outside becomes a trusted one, or is refused with a sentence. Runs nothing, and does not ask whether it
 * is true: grading/ does.
 */
import * as z from "zod/mini";
import { LONGEST_TEXT } from "../experiments/parameters.ts";
import {
  FIGURE_RECORD,
  type Issue,
  RecordError,
  type Source,
  sentenceOn,
  textOf,
} from "../runtime/records/readRecord.ts";
import { AmbiguousJsonError, checkUnambiguous } from "../runtime/records/strictJson.ts";
import { HAND_IN, HAND_IN_SCHEMA, type HandIn } from "./handIn.ts";

/** Largest file, in bytes, that is looked at; one with eight runs of a thousand neurons has about 1 MB. */
export const LARGEST_HAND_IN = 12_000_000;
const MOST_ENTRIES = 1000;
const MOST_RECORDS = 40;
/** Letters of a text. */
export const LONGEST_ANSWER = 20_000;

/** The input is no file that was handed in; the message is a sentence for the person who reads it. */
export class HandInError extends Error {
  override readonly name = "HandInError";
}

const text = (most: number) =>
  z.string("a text").check(z.maxLength(most, `a text of at most ${most} letters`));
const number = z.number("a finite number");
const sha256 = z.string("a text").check(z.regex(/^[0-9a-f]{64}$/, "a SHA-256 in 64 hexadecimal digits"));
const names = z.array(text(100), "a list").check(z.maxLength(100, "a list of at most 100"));

const common = {
  task: text(100),
  at: z.string("a text").check(z.regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, "a time such as 2027-01-31T12:00:00Z")),
  digest: sha256,
};
const ENTRY = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({
      kind: z.literal("prediction"),
      value: z.union([number, text(LONGEST_TEXT)], "a number or a word"),
      ...common,
    }),
    z.strictObject({ kind: z.literal("run"), run: sha256, ...common }),
    z.strictObject({
      kind: z.literal("number"),
      value: number,
      uncertainty: number.check(z.positive("a number above 0")),
      ...common,
    }),
    z.strictObject({ kind: z.literal("text"), text: text(LONGEST_ANSWER), ...common }),
  ],
  "an entry that this software knows",
);

const range = z.strictObject({ minimum: number, maximum: number }, "a range");
const COURSE = z.strictObject({
  tasks: z.exactOptional(names),
  until: z.exactOptional(text(10)),
  locked: z.exactOptional(names),
  hidden: z.exactOptional(names),
  ranges: z.exactOptional(z.record(text(100), range, "an object of ranges")),
});

const HAND_IN_FILE = z.strictObject({
  kind: z.literal(HAND_IN),
  schema: z.literal(HAND_IN_SCHEMA),
  assignment: text(100),
  edition: sha256,
  software: text(100),
  student: z.strictObject({ name: text(200), number: text(100) }, "an object"),
  course: z.nullable(COURSE),
  entries: z
    .array(ENTRY, "a list")
    .check(z.maxLength(MOST_ENTRIES, `a list of at most ${MOST_ENTRIES.toLocaleString("en")} entries`)),
  records: z
    .record(sha256, FIGURE_RECORD, "an object of records")
    .check(
      z.refine(
        (records) => Object.keys(records).length <= MOST_RECORDS,
        `an object of at most ${MOST_RECORDS} records`,
      ),
    ),
});

/** What is in a file. @throws HandInError; for what is too large, before it is read */
export async function readHandIn(source: Source): Promise<HandIn> {
  refuseHuge(source.size);
  return parseHandIn(new Uint8Array(await source.arrayBuffer()));
}

/** What bytes say, in UTF-8 or UTF-16. @throws HandInError */
export function parseHandIn(bytes: Uint8Array): HandIn {
  refuseHuge(bytes.length);
  const said = textIn(bytes);
  const content = contentOf(said);
  const parsed = z.safeParse(HAND_IN_FILE, content);
  if (!parsed.success)
    throw new HandInError(sentenceOn(parsed.error.issues[0] as Issue, content, "The file"));
  try {
    checkUnambiguous(said);
  } catch (error) {
    if (!(error instanceof AmbiguousJsonError)) throw error;
    throw new HandInError(`The file does not say one thing: ${error.message}.`);
  }
  return parsed.data;
}

function textIn(bytes: Uint8Array): string {
  try {
    return textOf(bytes);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    throw new HandInError("This is no text, as a file that is handed in is.");
  }
}

function refuseHuge(size: number): void {
  if (size <= LARGEST_HAND_IN) return;
  throw new HandInError(
    `This is too large for a file that is handed in: it has ${(size / 1e6).toFixed(0)} MB, and at most ${LARGEST_HAND_IN / 1e6} MB are read.`,
  );
}

/** A JSON object that says it is handed in, of the version that is understood here. */
function contentOf(said: string): object {
  const content = jsonIn(said);
  const isObject = typeof content === "object" && content !== null && !Array.isArray(content);
  const { kind, schema } = isObject ? (content as { kind?: unknown; schema?: unknown }) : {};
  if (!isObject || kind !== HAND_IN)
    throw new HandInError(
      "This is JSON, but no file that a student’s page has saved: those begin with their kind.",
    );
  if (schema !== HAND_IN_SCHEMA)
    throw new HandInError(
      `The file has version ${String(schema).slice(0, 20)}, and this software reads version ${HAND_IN_SCHEMA} only.`,
    );
  return content;
}

function jsonIn(said: string): unknown {
  if (said.trim() === "") throw new HandInError("There is nothing in the file.");
  try {
    return JSON.parse(said);
  } catch {
    throw new HandInError(
      said.trimStart().startsWith("{") && !said.trimEnd().endsWith("}")
        ? "The file is cut off: its JSON has no end. Ask for it again."
        : "This is not JSON, as a file that is handed in is.",
    );
  }
}
