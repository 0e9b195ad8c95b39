/**
 * Records from outside (a file, a paste, a link) become trusted ones, or are refused with a sentence. Runs nothing, and
 * does not ask whether the numbers are true: recheck.ts does.
 */
import * as z from "zod/mini";
import { STATISTICS } from "../../claims/claim.ts";
import { BACKENDS, type BackendName } from "../../engine/backends.ts";
import { LONGEST_TEXT, MAXIMUM_SEED, type Values } from "../../experiments/parameters.ts";
import { type ClaimRecord, type Computer, type FigureRecord, PRECISIONS, SCHEMA_VERSION } from "./record.ts";
import { AmbiguousJsonError, checkUnambiguous } from "./strictJson.ts";

/** Largest record, in bytes, that is looked at; a figure with 40,000 neurons a half has about 2 MB. */
export const LARGEST_RECORD = 5_000_000;

/** The input is not a record that this software reads; the message is a sentence for the person who supplied it. */
export class RecordError extends Error {
  override readonly name = "RecordError";
}

/** A file, a blob, or anything else whose size is known before it is read. */
export interface Source {
  /** In bytes. */
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

/** The record in a file. @throws RecordError; for what is too large, before it is read. */
export async function readRecord(source: Source): Promise<ClaimRecord | FigureRecord> {
  refuseHuge(source.size);
  return parseRecord(textOf(new Uint8Array(await source.arrayBuffer())));
}

/** The text of bytes in UTF-8 or, as some editors write, UTF-16, with a byte-order mark or without. @throws RecordError */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  // A record begins with a brace: where one of the first two bytes is 0, two make a letter.
  const isLittle = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  try {
    return new TextDecoder(isLittle ? "utf-16le" : isBig ? "utf-16be" : "utf-8", { fatal: true }).decode(
      bytes,
    );
  } catch {
    throw new RecordError("This is no text in UTF-8 or UTF-16, as a record is.");
  }
}

/** The record in a text. @throws RecordError */
export function parseRecord(text: string): ClaimRecord | FigureRecord {
  refuseHuge(text.length);
  const content = contentOf(text);
  const parsed = z.safeParse("figure" in content ? FIGURE_RECORD : CLAIM_RECORD, content);
  if (!parsed.success)
    throw new RecordError(sentenceOn(parsed.error.issues[0] as Issue, content, "The record"));
  // Last, since it takes longest: what is no record is refused before.
  refuseAmbiguous(text);
  return parsed.data;
}

function refuseAmbiguous(text: string): void {
  try {
    checkUnambiguous(text);
  } catch (error) {
    if (!(error instanceof AmbiguousJsonError)) throw error;
    throw new RecordError(`The record does not say one thing: ${error.message}.`);
  }
}

function refuseHuge(size: number): void {
  if (size <= LARGEST_RECORD) return;
  const [megabytes, most] = [size, LARGEST_RECORD].map((each) => (each / 1e6).toFixed(1));
  throw new RecordError(
    `This is too large for a record: it has ${megabytes} MB, and at most ${most} MB are read.`,
  );
}

/** A JSON object of the schema version that is understood here. */
function contentOf(text: string): object {
  const content = jsonIn(text);
  if (typeof content !== "object" || content === null || Array.isArray(content))
    throw new RecordError(`A record is a JSON object; this is ${shown(content)}.`);
  const schema: unknown = Object.hasOwn(content, "schema") ? (content as { schema: unknown }).schema : null;
  if (typeof schema !== "number")
    throw new RecordError("This is no record of this site: it does not name its schema version as a number.");
  if (schema !== SCHEMA_VERSION) {
    throw new RecordError(
      `The record has schema version ${schema}, and this software reads version ${SCHEMA_VERSION} only.`,
    );
  }
  return content;
}

function jsonIn(text: string): unknown {
  if (text.trim() === "") throw new RecordError("There is nothing in it: a record is a JSON object.");
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordError(
      text.trimStart().startsWith("{") && !text.trimEnd().endsWith("}")
        ? "The record is cut off: its JSON has no end. Get the file again."
        : "This is not JSON, as a record is. If it was copied, copy all of it, from the first brace to the last.",
    );
  }
}

// Each schema carries, as its message, what it wants: the end of “… must be …”.

const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isNumbers = (value: unknown, most: number) =>
  Array.isArray(value) && value.length <= most && value.every(isNumber);

/** An object, of whatever names, all of whose values are fit. It is kept as it came and never merged into another. */
function named<Value>(isFit: (value: unknown) => boolean, words: string) {
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  return z.custom<Readonly<Record<string, Value>>>(
    (value) =>
      isObject(value) &&
      Object.entries(value as object).every(([name, each]) => name !== "__proto__" && isFit(each)),
    words,
  );
}

const text = (most: number) =>
  z.string("a text").check(z.maxLength(most, `a text of at most ${most} letters`));
const list = <Item extends z.ZodMiniType>(item: Item, most: number) =>
  z.array(item, "a list").check(z.maxLength(most, `a list of at most ${most}`));
const number = z.number("a finite number");
const numbers = list(number, 1000);
const seed = z
  .int("a whole number")
  .check(
    z.minimum(0, "a seed from 0 on"),
    z.maximum(MAXIMUM_SEED, `a seed of at most ${MAXIMUM_SEED.toLocaleString("en")}`),
  );
/** Most numbers of a parameter: some hundred points with their classes. */
const LONGEST_LIST = 1000;
const parameters: z.ZodMiniType<Values> = named(
  (value) =>
    isNumber(value) ||
    (typeof value === "string" && value.length <= LONGEST_TEXT) ||
    isNumbers(value, LONGEST_LIST),
  "an object of parameters: numbers, words, or lists of numbers",
);

const ORIGIN = z
  .strictObject(
    {
      software: z
        .string("a text")
        .check(
          z.regex(
            /^two-layers \d{1,4}\.\d{1,4}\.\d{1,4}(-[\w.]{1,20})?$/,
            "this software with a version, as “two-layers 1.2.3”",
          ),
        ),
      backend: z.enum(BACKENDS, `one of ${BACKENDS.join(", ")}`),
      adapter: z.nullable(text(300)),
      precision: z.enum(PRECISIONS, `one of ${PRECISIONS.join(", ")}`),
    },
    "an object",
  )
  .check(
    z.refine(({ backend, adapter }) => adapter === null || backend === "webgpu", {
      message: "null, since only WebGPU has an adapter",
      path: ["adapter"],
    }),
  );

const sha256 = z
  .string("a text")
  .check(z.regex(/^[0-9a-f]{64}$/, "a SHA-256 in 64 hexadecimal digits, small letters"));

/** Longest check, in seconds, that can be true: nothing here is run for a year. */
const LONGEST_CHECK = 3e7;

const name = (backend: string): backend is BackendName => BACKENDS.some((each) => each === backend);
const computers = list(
  z.custom<Computer>(
    (value) => typeof value === "string" && value.length <= 100 && value.split(" then ").every(name),
    `backends, such as “webgpu then wasm”`,
  ),
  1000,
);

/** Numbers and, where it says so, what computed each. */
const recorded = <Rest extends z.core.$ZodShape>(rest: Rest) =>
  z.strictObject({ parameters, values: numbers, on: z.exactOptional(computers), ...rest }, "an object");
const isNamedEach = ({ values, on }: { values: readonly number[]; on?: readonly Computer[] }) =>
  on === undefined || on.length === values.length;
const ONE_EACH = { message: "one for each value", path: ["on"] };

const CLAIM_RECORD = z.strictObject({
  schema: z.literal(SCHEMA_VERSION),
  claim: text(100),
  experiment: text(100),
  statistic: z.enum(STATISTICS, STATISTICS.map((each) => `“${each}”`).join(" or ")),
  seeds: list(seed, 1000).check(
    z.minLength(1, "a list of at least one seed"),
    z.refine((seeds) => new Set(seeds).size === seeds.length, "a list without repetitions"),
  ),
  cases: list(
    recorded({
      label: text(300),
      quantity: text(100),
      accept: z.tuple([z.nullable(number), z.nullable(number)], "a pair of bounds, numbers or null"),
      control: recorded({}).check(z.refine(isNamedEach, ONE_EACH)),
    }).check(z.refine(isNamedEach, ONE_EACH)),
    100,
  ),
  verdict: z.nullable(
    z.enum(
      ["supported", "refuted", "inconclusive", "not run"],
      "supported, refuted, inconclusive, not run, or null beyond the claim",
    ),
  ),
  origin: ORIGIN,
  seconds: number.check(
    z.minimum(0, "a number from 0 on"),
    z.maximum(LONGEST_CHECK, `a number of at most ${LONGEST_CHECK.toLocaleString("en")}`),
  ),
  mishaps: z.exactOptional(list(text(2000), 1000)),
  digest: sha256,
  wholeDigest: sha256,
});

export const FIGURE_RECORD = z.strictObject({
  schema: z.literal(SCHEMA_VERSION),
  figure: text(100),
  experiment: text(100),
  seed,
  cases: list(
    z.strictObject(
      {
        parameters,
        step: z.int("a whole number").check(z.minimum(0, "a number from 0 on")),
        quantities: named<number>(isNumber, "an object of numbers"),
        series: named<readonly number[]>((value) => isNumbers(value, 1e6), "an object of lists of numbers"),
      },
      "an object",
    ),
    100,
  ).check(z.minLength(1, "a list of at least one case")),
  origin: ORIGIN,
  took: z.exactOptional(
    z.strictObject({ seconds: number, workers: number, resumed: number, processor: text(300) }, "an object"),
  ),
  digest: sha256,
  wholeDigest: sha256,
});

export type Issue = z.core.$ZodIssue;

/** What is wrong with a content whose schema has, as its messages, what it wants. @param whole how a sentence calls it */
export function sentenceOn(issue: Issue, content: object, whole: string): string {
  const place = [whole, ...issue.path.map(String)].join(" › ");
  if (issue.code === "unrecognized_keys")
    return `${place} has ${shown(issue.keys[0])}, which it should not have.`;
  const found = issue.path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown>)[key],
    content,
  );
  return found === undefined
    ? `${place} is missing; it must be ${issue.message}.`
    : `${place} must be ${issue.message}; ${shown(found)} is not.`;
}

/** A value from outside, short enough for a sentence. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "this list";
  if (typeof value === "object" && value !== null) return "this object";
  const words = String(value).replace(/\s+/g, " ");
  return `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`;
}
