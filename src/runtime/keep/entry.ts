/**
 * What is kept of one run, and how what comes back from the browser becomes trusted. Looked at by hand: what zod needs
 * for objects would be in every page's first bytes.
 */
import type { BackendName } from "../../engine/backends.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import { keyOf, type Request } from "../../experiments/request.ts";

/** The result of a run that is finished, or where one that is not goes on. */
export type Kept = { readonly result: Measurement } | { readonly checkpoint: unknown };

export interface Entry {
  /** Date.now() then. */
  readonly written: number;
  readonly mishaps: readonly string[];
  readonly kept: Kept;
}

/** By what a run on a backend is found again. */
export function nameOfRun(run: Request, backend: BackendName): string {
  return `${backend} ${keyOf(run)}`;
}

/** An entry as it was written; null for anything else. Only the run can check that a checkpoint fits it. */
export function parseEntry(value: unknown): Entry | null {
  return isRecordOf(value) && isEntry(value) ? value : null;
}

function isEntry(value: object): value is Entry {
  const { written, mishaps, kept } = value as Partial<Record<keyof Entry, unknown>>;
  return (
    isNumber(written) && isListOf(mishaps, isText) && isRecordOf(kept) && (isResult(kept) || isPaused(kept))
  );
}

function isResult(kept: object): boolean {
  const { result } = kept as { result?: unknown };
  if (!isRecordOf(result)) return false;
  const { progress, step, finished, quantities, series } = result as Partial<
    Record<keyof Measurement, unknown>
  >;
  return (
    isNumber(progress) &&
    isNumber(step) &&
    finished === true &&
    isRecordOf(quantities, isNumber) &&
    isRecordOf(series, (each) => each instanceof Float32Array || each instanceof Float64Array)
  );
}

function isPaused(kept: object): boolean {
  const { checkpoint } = kept as { checkpoint?: unknown };
  return checkpoint !== undefined && isPlain(checkpoint);
}

/** Numbers, texts, typed arrays, and lists and objects of them: all that a checkpoint is made of. */
function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null)
    return ["number", "string", "boolean"].includes(typeof value);
  if (value instanceof Float32Array || value instanceof Float64Array) return true;
  return Object.values(value).every(isPlain);
}

const isNumber = (value: unknown) => typeof value === "number";
const isText = (value: unknown) => typeof value === "string";

function isListOf(value: unknown, isFit: (each: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isFit);
}

/** Whether it is an object whose values all are fit. */
export function isRecordOf(value: unknown, isFit = (_: unknown) => true): value is object {
  return typeof value === "object" && value !== null && Object.values(value).every(isFit);
}
