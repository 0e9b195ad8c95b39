/**
 * The driver of everything that is trained or integrated. An experiment says what is under way and what to measure at a
 * look; the driver owns how often is reported, what is copied, checkpoints and how a run goes on from one.
 */
import { type Pieces, withPauses } from "../../engine/pauses.ts";
import { CheckpointError } from "../../engine/train.ts";
import type { Looked, Measurement, Meta, ParametersOf, QuantityOf, SeriesOf } from "../experiment.ts";
import { measuredFrom } from "../measured.ts";
import type { Values } from "../parameters.ts";
import { isAlike } from "./alike.ts";
import type { GradientOf, Hand } from "./crew.ts";

/** What a run is given by whoever runs it; its result does not depend on it. */
export interface RunContext {
  /** Steps between two reports. */
  readonly stride: number;
  readonly signal: AbortSignal;
  /** Whether the next report should come with a checkpoint; never, if missing. */
  readonly checkpointDue?: () => boolean;
  /** The checkpoint from which an interrupted run goes on. */
  readonly from?: unknown;
  /** Whether the next report is looked at through a lens; through all, if missing. The last one is whole all the same. */
  readonly isWanted?: (lens: string) => boolean;
  /** Starts further workers for a training that is divided into pieces; without it, the run's own does all. */
  readonly hands?: () => readonly Hand[];
}

/** Where something that is under way stands. What is asked of it must be asked before the next step. */
export interface Standing<Now> {
  /** Steps made. */
  readonly step: number;
  /** Estimated share of the work done, 0 to 1. */
  readonly share: number;
  readonly finished: boolean;
  readonly now: () => Now | Promise<Now>;
  /** What it takes to go on from here: plain data. */
  readonly state: () => unknown;
}

/** Something that advances by a given number of steps; begins at a state that it has given out, if there is one. */
export type Advance<Now> = (
  steps: number,
  signal: AbortSignal,
  from: unknown,
  hands: RunContext["hands"],
) => AsyncGenerator<Standing<Now>>;

/** Items taken at every `every`-th step and at the last, whatever the stride, for the reports: plain data. */
export interface Trace<Now, Item> {
  readonly every: number;
  take(now: Now): Item;
}

/** What an experiment looks at. */
export interface Looks<Now, Item, Q extends string, S extends string> {
  /** What a report says; called anew for each, and must depend on its arguments alone. Arrays are copied, and a generator gets its pauses. What belongs to a lens that is not wanted may be left out. */
  measure(now: Now, trace: readonly Item[], isWanted: (lens: string) => boolean): InPieces<Looked<Q, S>>;
  /** Whether only the last report measures anything; the others say how far the run is. */
  readonly onlyAtEnd?: boolean;
  /** Whether the first report is of the start, before any step. */
  readonly fromStart?: boolean;
  /** What is looked at on the way. */
  readonly trace?: Trace<Now, Item>;
  /** Whether a run ends at a look, before it is finished by itself. */
  until?(trace: readonly Item[]): boolean;
  /** Share of the work done, where steps and risk do not show it. */
  share?(now: Now): number;
}

/** A run from its beginning to its end, or from a checkpoint on. */
export interface Course<Q extends string = string, S extends string = string> {
  /** Reports as it goes. @throws what training throws, MeasuringError, CheckpointError, or the signal's reason */
  drive(context: RunContext): AsyncGenerator<Measurement<Q, S>>;
  /** Of a training that is divided: what computes its pieces, for a worker that does nothing else. */
  readonly gradientOf?: () => GradientOf;
}

/** A result, or a generator that returns it and yields between two pieces of the work, for what wide networks take long to. */
export type InPieces<Result extends object> = Result | Pieces<Result>;

interface Running<M extends Meta> {
  run(parameters: ParametersOf<M>, seed: number): InPieces<Course<QuantityOf<M>, SeriesOf<M>>>;
}
/** What `run.ts` of an experiment exports: from parameters and seed to what is to be done. */
export type Run<M extends Meta = Meta> = Running<M>["run"];

/** Begins a run. @throws what the run throws, or the signal's reason */
export function begin(
  run: Run,
  { parameters, seed }: { readonly parameters: Values; readonly seed: number },
  signal: AbortSignal,
): Promise<Course> {
  return whole(run(parameters, seed), signal);
}

async function whole<Result extends object>(work: InPieces<Result>, signal: AbortSignal): Promise<Result> {
  return Symbol.iterator in work ? withPauses(work, signal) : work;
}

/** What the driver keeps of a run that is not over. */
interface Kept<Item> {
  readonly step: number;
  readonly state: unknown;
  readonly trace: readonly Item[];
}

/** The run of what advances, with the looks that an experiment asks for. */
export function courseOf<Now, Item, Q extends string, S extends string>(
  advance: Advance<Now>,
  looks: Looks<Now, Item, Q, S>,
): Course<Q, S> {
  return { drive: (context) => drive(advance, looks, context) };
}

async function* drive<Now, Item, Q extends string, S extends string>(
  advance: Advance<Now>,
  looks: Looks<Now, Item, Q, S>,
  context: RunContext,
): AsyncGenerator<Measurement<Q, S>> {
  const kept = keptIn(context.from, looks);
  const trace: Item[] = [...(kept?.trace ?? [])];
  const every = looks.trace?.every ?? context.stride;
  const pace = looks.trace ? paceOf(context.stride, every, kept?.step ?? 0) : context.stride;
  let due = 0;
  for await (const standing of advance(pace, context.signal, kept?.state, context.hands)) {
    const { step, finished } = standing;
    if (step === 0 && !finished) {
      if (!looks.fromStart) continue;
    } else if (looks.trace && (step % every === 0 || finished)) {
      trace.push(looks.trace.take(await standing.now()));
    }
    const isOver = finished || (looks.until?.(trace) ?? false);
    if (step < due && !isOver) continue;
    due = step + context.stride;
    yield await reportOf(standing, isOver, trace, looks, context);
    if (isOver) return;
  }
}

/** Steps at a time with which each multiple of `every` is met from `begin` on: `stride`, where it can be. */
function paceOf(stride: number, every: number, begin: number): number {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  return divisor(every % stride === 0 ? stride : every, begin);
}

async function reportOf<Now, Item, Q extends string, S extends string>(
  { step, share, now, state }: Standing<Now>,
  finished: boolean,
  trace: readonly Item[],
  looks: Looks<Now, Item, Q, S>,
  { signal, checkpointDue, isWanted = all }: RunContext,
): Promise<Measurement<Q, S>> {
  const measured: Looked<Q, S> =
    looks.onlyAtEnd && !finished
      ? NOTHING
      : await whole(looks.measure(await now(), trace, finished ? all : isWanted), signal);
  const way = looks.share ? looks.share(await now()) : share;
  const isKept = !finished && checkpointDue?.();
  const checkpoint = async (): Promise<Kept<Item>> => ({ step, state: await state(), trace: [...trace] });
  return {
    progress: finished ? 1 : Math.min(0.999, Math.max(0, way)),
    step,
    finished,
    ...measuredFrom(measured),
    ...(isKept ? { checkpoint: await checkpoint() } : {}),
  };
}

const NOTHING = { quantities: {}, series: {} };
const all = () => true;

/** @throws CheckpointError for what the driver did not write of a run with such looks */
function keptIn<Now, Item>(from: unknown, looks: { readonly trace?: Trace<Now, Item> }): Kept<Item> | null {
  if (from === undefined) return null;
  if (typeof from === "object" && from !== null && "step" in from && "state" in from && "trace" in from) {
    const { step, state, trace } = from;
    if (typeof step === "number" && Array.isArray(trace) && isTraceOf<Item>(trace)) {
      const taken = looks.trace ? Math.floor(step / looks.trace.every) : 0;
      if (state !== undefined && trace.length === taken) return { step, state, trace };
    }
  }
  throw new CheckpointError("What was kept of this run belongs to another one. Begin it anew.");
}

/** Looks of one run are all alike; what they are, only the run knows. */
function isTraceOf<Item>(trace: readonly unknown[]): trace is readonly Item[] {
  return trace.every((item) => isAlike(trace[0], item));
}
