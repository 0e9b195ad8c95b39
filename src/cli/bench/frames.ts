/**
 * What a frame costs on the main thread of a page, from the events of Chromium's trace. A frame begins with the task that
 * calls back those who wait for it and ends where the next one begins: whatever the thread does until then is its cost.
 */

/** An event of a trace, as far as it is looked at here; times are in microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** "X" for what has a duration. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** What of the duration the processor spent on it; the rest the thread waited for a processor. */
  readonly tdur?: number;
}

/** On what a frame's time was spent. */
export const KINDS = ["scripting", "layout", "paint", "other"] as const;
export type Kind = (typeof KINDS)[number];

/** Milliseconds of the processor. */
export type FrameCost = { readonly [kind in Kind]: number };

/** Everything the thread does is within one of these. */
const TASK = "RunTask";
const CALLBACK = "FireAnimationFrame";

/** What an event tells of the time within it. One that says nothing belongs to what it is within. */
const KIND_OF: Readonly<Record<string, Kind>> = {
  [TASK]: "other",
  [CALLBACK]: "scripting",
  EvaluateScript: "scripting",
  EventDispatch: "scripting",
  FunctionCall: "scripting",
  HandlePostMessage: "scripting",
  MajorGC: "scripting",
  MinorGC: "scripting",
  RunMicrotasks: "scripting",
  TimerFire: "scripting",
  HitTest: "layout",
  Layout: "layout",
  // Styles.
  UpdateLayoutTree: "layout",
  Commit: "paint",
  Layerize: "paint",
  Paint: "paint",
  PrePaint: "paint",
  UpdateLayer: "paint",
};

interface Task {
  readonly isFrame: boolean;
  readonly cost: FrameCost;
}

/** The costs of all frames but the last, which the trace may have cut off. */
export function frameCosts(events: readonly TraceEvent[]): FrameCost[] {
  const frames: Record<Kind, number>[] = [];
  for (const { isFrame, cost } of tasksOf(mainThreadOf(events))) {
    if (isFrame) frames.push({ scripting: 0, layout: 0, paint: 0, other: 0 });
    const frame = frames.at(-1);
    // What came before the first frame belongs to none.
    if (frame) for (const kind of KINDS) frame[kind] += cost[kind];
  }
  return frames.slice(0, -1);
}

/** Milliseconds of all kinds. */
export function totalOf(cost: FrameCost): number {
  return KINDS.reduce((sum, kind) => sum + cost[kind], 0);
}

/** What has a duration on the thread where most frames are drawn, those that hold others before them. */
function mainThreadOf(events: readonly TraceEvent[]): TraceEvent[] {
  const whole = events.filter(({ ph, dur }) => ph === "X" && dur !== undefined);
  const threads = [...Map.groupBy(whole, ({ pid, tid }) => `${pid} ${tid}`).values()];
  const callbacksIn = (thread: readonly TraceEvent[]) =>
    thread.filter(({ name }) => name === CALLBACK).length;
  const main = threads.toSorted((one, other) => callbacksIn(other) - callbacksIn(one))[0] ?? [];
  const isTask = ({ name }: TraceEvent) => Number(name === TASK);
  return main.toSorted(
    (one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0) || isTask(other) - isTask(one),
  );
}

/** The tasks of a thread, and on what each spent its time: what is within counts for itself and not for what holds it. */
function tasksOf(thread: readonly TraceEvent[]): Task[] {
  const tasks: { isFrame: boolean; cost: Record<Kind, number> }[] = [];
  /** What holds the event that is looked at, the innermost last. */
  let within: { readonly end: number; readonly kind: Kind }[] = [];
  for (const event of thread) {
    within = within.filter(({ end }) => event.ts < end);
    const holder = within.at(-1);
    const isTask = event.name === TASK && !holder;
    if (isTask) tasks.push({ isFrame: false, cost: { scripting: 0, layout: 0, paint: 0, other: 0 } });
    const task = tasks.at(-1);
    // Outside of a task there is only what was under way when the trace began.
    if (!task || (!holder && !isTask)) continue;
    if (event.name === CALLBACK) task.isFrame = true;
    const kind = KIND_OF[event.name] ?? holder?.kind ?? "other";
    const spent = (event.tdur ?? event.dur ?? 0) / 1000;
    task.cost[kind] += spent;
    if (holder) task.cost[holder.kind] -= spent;
    within.push({ end: event.ts + (event.dur ?? 0), kind });
  }
  return tasks;
}
