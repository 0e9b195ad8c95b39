/**
 * What goes over the queue: a part, and the answer to it. Plain text, checked on arrival by whoever takes it, and never
 * more than a record could ask for. Numbers keep all their bits.
 */
import * as z from "zod";
import { experimentNamed } from "../../catalogue/experiments.ts";
import { refuseCostly } from "../../experiments/cost.ts";
import type { Measurement, Series } from "../../experiments/experiment.ts";
import type { Values } from "../../experiments/parameters.ts";
import { type Request, requestFor } from "../../experiments/request.ts";

/** A run that a worker is asked for. */
export interface Part extends Request {
  /** Steps between two reports. */
  readonly stride: number;
  readonly backend: "wasm" | "cpu";
}

/** A part on its way. */
export interface Job extends Part {
  /** The build that asks, and that has to compute. */
  readonly software: string;
  readonly asker: string;
  /** Workers that must leave it to others. */
  readonly notBy: readonly string[];
}

/** The job is none that runs here; the message is a sentence. */
export class JobError extends Error {
  override readonly name = "JobError";
}

/** The answer is none; the message is a sentence. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

const LONGEST_NAME = 200;
const name = z.string().min(1).max(LONGEST_NAME);

const JOB = z.strictObject({
  software: name,
  asker: name,
  notBy: z.array(name).max(1000),
  experiment: name,
  parameters: z.record(z.string(), z.unknown()),
  seed: z.number(),
  stride: z.int().min(1),
  backend: z.enum(["wasm", "cpu"]),
});

/**
 * A job that may run on a worker of this build with so many cores.
 * @throws JobError for any other: of another build, of another form, with parameters that a record could not have, or too long
 */
export function parseJob(data: unknown, software: string, cores: number): Job {
  const asked = z.looseObject({ software: name }).safeParse(data);
  if (asked.success && asked.data.software !== software)
    throw new JobError(`It asks for ${asked.data.software}, and this is ${software}.`);
  const parsed = JOB.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new JobError(`It is no part of a run: ${issue?.path.join(".") || "the whole"}: ${issue?.message}.`);
  }
  const { experiment, parameters, seed } = parsed.data;
  try {
    const meta = experimentNamed(experiment);
    const request = requestFor(meta, parameters, seed);
    refuseCostly(meta.cost(request.parameters), cores);
    return { ...parsed.data, ...request };
  } catch (error) {
    throw new JobError((error as Error).message);
  }
}

/** What became of a part: what it measured at its end, or the error that the run itself threw. */
export type Outcome =
  | { readonly measurement: Measurement }
  | { readonly error: { readonly name: string; readonly message: string } };

/** The answer of a worker. */
export interface Answer {
  readonly worker: string;
  readonly outcome: Outcome;
  /** The outcome as text: the same for the same bits, and for no others. */
  readonly bits: string;
}

/** How far a part is. */
export const PROGRESS = z.object({ progress: z.number().min(0).max(1), step: z.int().min(0) });

const bytes = z.base64();
const NUMBERS = z.strictObject({ kind: z.enum(["float32", "float64"]), bytes });
const OUTCOME = z.union([
  z.strictObject({
    progress: z.number().min(0).max(1),
    step: z.int().min(0),
    /** Names in their order, and a float64 of each. */
    quantities: z.strictObject({ names: z.array(name), values: bytes }),
    series: z.array(z.tuple([name, NUMBERS])),
  }),
  z.strictObject({ error: z.strictObject({ name, message: z.string().max(10_000) }) }),
]);
const ANSWER = z.strictObject({ software: name, worker: name, outcome: OUTCOME });

/** As text, with all bits, whatever their order in memory. */
export function answerAsText(software: string, worker: string, outcome: Outcome): string {
  return JSON.stringify({ software, worker, outcome: encoded(outcome) });
}

/** The outcome as text: the same for the same bits. */
export function bitsOf(outcome: Outcome): string {
  return JSON.stringify(encoded(outcome));
}

function encoded(outcome: Outcome): z.infer<typeof OUTCOME> {
  if ("error" in outcome) {
    const { name, message } = outcome.error;
    return { error: { name, message } };
  }
  const { progress, step, quantities, series } = outcome.measurement;
  const named = inOrder(quantities);
  return {
    progress,
    step,
    quantities: {
      names: named.map(([name]) => name),
      values: base64Of(
        Float64Array.from(named, ([, value]) => value),
        8,
      ),
    },
    series: inOrder(series).map(([name, values]) => [
      name,
      values instanceof Float32Array
        ? { kind: "float32", bytes: base64Of(values, 4) }
        : { kind: "float64", bytes: base64Of(values, 8) },
    ]),
  };
}

/**
 * An answer to a part, as a run of this build gives it.
 * @throws AnswerError for anything else
 */
export function parseAnswer(text: string, part: Part, software: string): Answer {
  const parsed = ANSWER.safeParse(jsonOf(text));
  if (!parsed.success) throw new AnswerError("The answer has not the form of one.");
  if (parsed.data.software !== software)
    throw new AnswerError(`The answer is of ${parsed.data.software}, and this is ${software}.`);
  const { worker, outcome: said } = parsed.data;
  const outcome = "error" in said ? said : { measurement: measurementOf(said, part) };
  return { worker, outcome, bits: bitsOf(outcome) };
}

function measurementOf(
  said: Exclude<z.infer<typeof OUTCOME>, { error: unknown }>,
  { experiment }: Part,
): Measurement {
  const known = experimentNamed(experiment);
  const { names, values } = said.quantities;
  const numbers = floatsOf(values, "float64");
  if (numbers.length !== names.length) throw new AnswerError("The answer has not a number for each name.");
  for (const each of names)
    if (!Object.hasOwn(known.quantities, each))
      throw new AnswerError(`The answer has a quantity “${each}”, which ${experiment} does not measure.`);
  const series: Record<string, Series> = {};
  for (const [each, { kind, bytes }] of said.series) {
    if (!Object.hasOwn(known.series, each))
      throw new AnswerError(`The answer has a series “${each}”, which ${experiment} does not measure.`);
    series[each] = floatsOf(bytes, kind);
  }
  const quantities = Object.fromEntries(names.map((each, k) => [each, numbers[k] as number]));
  return { progress: said.progress, step: said.step, finished: true, quantities, series };
}

/** What is defined, by name. */
function inOrder<T>(named: Readonly<Record<string, T | undefined>>): (readonly [string, T])[] {
  return Object.entries(named)
    .flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The bytes of numbers, the last of each first. */
function base64Of(numbers: Series, size: 4 | 8): string {
  const buffer = Buffer.from(
    Uint8Array.from(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)),
  );
  return turned(buffer, size).toString("base64");
}

function floatsOf(text: string, kind: "float32" | "float64"): Series {
  const size = kind === "float32" ? 4 : 8;
  const buffer = Buffer.from(text, "base64");
  if (buffer.length % size !== 0) throw new AnswerError("The answer ends within a number.");
  const { buffer: memory } = Uint8Array.from(turned(buffer, size));
  return kind === "float32" ? new Float32Array(memory) : new Float64Array(memory);
}

/** On the few machines that keep the first byte first, the other way round. */
function turned(buffer: Buffer, size: 4 | 8): Buffer {
  if (isLittle) return buffer;
  return size === 4 ? buffer.swap32() : buffer.swap64();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A part in words, for a line of the terminal. */
export function partInWords({ experiment, parameters, seed }: Request): string {
  const values = Object.entries(parameters satisfies Values).map(([key, value]) => `${key}=${String(value)}`);
  return `${experiment} seed=${seed} ${values.join(" ")}`.slice(0, LONGEST_NAME);
}
