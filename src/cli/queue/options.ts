/** The options by which a command goes over a queue. Loads nothing of it. */
import { Option } from "@commander-js/extra-typings";
import { UsageError, wholeNumber } from "../command.ts";

/** A queue, and how a command goes over it. */
export interface QueueOptions {
  /** redis://host:6379, with a password where there is one; rediss:// for TLS. */
  readonly address: string;
  /** Of this many parts of a worker, one is done by another as well. */
  readonly compareEvery: number;
  /** How long, in milliseconds, the command waits for a queue or for workers that are away. */
  readonly patience: number;
}

/** What a command that has the options below was called with. */
export interface QueueWords {
  readonly queue?: string | undefined;
  readonly compareEvery?: number | undefined;
  readonly patience?: number | undefined;
  readonly workers?: number | undefined;
}

const COMPARE_EVERY = 20;
/** In seconds. */
const PATIENCE = 60;
const MOST_PATIENCE = 86_400;

export const queueOption = (
  what = "let workers elsewhere compute, over Redis: redis://host:6379 (see SCALING.md)",
) => new Option("--queue <address>", what).argParser(queueAddress);
export const compareOption = () =>
  new Option(
    "--compare-every <n>",
    `with --queue, let a second worker do a worker's first part and every n-th one, and compare the bits; without it, ${COMPARE_EVERY}`,
  ).argParser(wholeNumber("compare-every", 1_000_000));
export const patienceOption = () =>
  new Option(
    "--patience <seconds>",
    `with --queue, how long to wait for Redis or workers that are away; without it, ${PATIENCE}`,
  ).argParser(wholeNumber("patience", MOST_PATIENCE));

/** The queue that is asked for; null for none. @throws UsageError for options that do not go together */
export function queueFrom({ queue, compareEvery, patience, workers }: QueueWords): QueueOptions | null {
  if (queue === undefined) {
    if (compareEvery !== undefined || patience !== undefined)
      throw new UsageError("--compare-every and --patience go with --queue.");
    return null;
  }
  if (workers !== undefined)
    throw new UsageError("With --queue, threads are set where workers are started: --workers goes there.");
  return {
    address: queue,
    compareEvery: compareEvery ?? COMPARE_EVERY,
    patience: patienceOf(patience),
  };
}

/** In milliseconds. */
export function patienceOf(seconds: number | undefined): number {
  return 1000 * (seconds ?? PATIENCE);
}

/** @throws UsageError for what is no address of a Redis */
function queueAddress(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !["redis:", "rediss:"].includes(url.protocol) || url.hostname === "")
    throw new UsageError(
      `--queue is the address of a Redis, such as redis://host:6379, not “${withoutPassword(text)}”.`,
    );
  return text;
}

/** An address as it may be shown. */
export function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, "//");
}
