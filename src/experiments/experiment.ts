/**
 * What an experiment is: a description that is cheap to import (`meta.ts`), a run that computes (`run.ts`) and a
 * drawing (`plot.ts`). Types, and nothing that computes.
 */
import type { Workload } from "../engine/workload.ts";
import type { ChoiceParameter, Parameters, Values, ValuesOf } from "./parameters.ts";

/** Where something comes from. */
export interface Citation {
  /** Key of the paper in the site's list of references. */
  readonly paper: string;
  /** Figure, equation, theorem, page. */
  readonly where: string;
}

/** Both, where it depends on the parameters. */
export const PRECISIONS = ["float32", "float64", "float32 and float64"] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A number that a run measures. */
export interface Quantity {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  /** Significant digits worth showing. */
  readonly digits: number;
}

/** One live figure: an experiment at one or a few points, drawn together. */
export interface FigureMeta<P extends Parameters = Parameters> {
  /** Last part of its address; with the paper in front it names the figure. */
  readonly id: string;
  readonly title: string;
  /** What the figure shows, in a sentence or two, without its result. */
  readonly caption: string;
  /** The points: what differs from the experiment's defaults, and how a point is called. */
  readonly cases: readonly { readonly label: string; readonly parameters: Partial<ValuesOf<P>> }[];
  /** Parameters that the reader can change, for all cases together. */
  readonly controls: readonly (keyof P & string)[];
  /** Controls that are also picked on a plane, by the name of what draws it. */
  readonly picker?: "phase-plane" | "points";
  /** What the reader can choose to see of the same result. */
  readonly lens?: ChoiceParameter;
  /** How the result is gone through point by point, by the name of the component that does it. */
  readonly explorer?: "phase-map";
  /** Whether what a run has reported on its way is kept, for the reader to go back to. */
  readonly keepsFrames?: boolean;
}

export interface ExperimentMeta<P extends Parameters = Parameters> {
  /** "<paper>/<experiment>". */
  readonly id: string;
  readonly title: string;
  readonly source: Citation;
  readonly parameters: P;
  readonly defaults: ValuesOf<P>;
  /** Typical duration of one run with the defaults on one core, in seconds. */
  readonly cost: number;
  /** What is trained at a time with these parameters; of several networks, the one that takes longest. */
  readonly workload: (parameters: ValuesOf<P>) => Workload;
  /** Steps between two frames that make the run pleasant to watch, where its steps are set a part of them. */
  readonly frameStride: number | ((parameters: ValuesOf<P>) => number);
  readonly quantities: Readonly<Record<string, Quantity>>;
  readonly figures: readonly FigureMeta<P>[];
  /** Whether the same parameters and seed give the same bits on every machine (WebAssembly), or numbers within 1e-9. */
  readonly reproducibility: "bitwise" | "numerical";
  /** In what the numbers are computed; float32, if missing, as on the backends. */
  readonly precision?: Precision;
}

export type Series = Float32Array | Float64Array;

/** What a run needs to go on elsewhere: plain data that only the run that wrote it understands. */
export type Checkpoint = Readonly<Record<string, number | readonly number[] | Float32Array>>;

/** What a run reports: the last report is its result. Plain data that can be posted to another thread. */
export interface Measurement {
  /** Estimated share of the work done, 0 to 1. */
  readonly progress: number;
  /** Gradient steps made so far. */
  readonly step: number;
  readonly finished: boolean;
  /** By the names of the meta's `quantities`; a quantity that is not defined yet is absent. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly series: Readonly<Record<string, Series>>;
  /** There when one was due. */
  readonly checkpoint?: Checkpoint;
}

/** One of the independent runs that a run comes apart into. */
export interface Part {
  /** What the experiment's `run` is given. */
  readonly parameters: Values;
  /** Estimated work, in any unit that the parts share. */
  readonly work: number;
}

/** How a run comes apart into runs that know nothing of each other, and so can be made anywhere and in any order. */
export interface Division<Whole = Values> {
  readonly parts: (parameters: Whole) => readonly Part[];
  /** What the parts come to together; `reports` has the last one of each, in order, null where there is none yet. */
  readonly join: (
    reports: readonly (Measurement | null)[],
    parameters: Whole,
  ) => Pick<Measurement, "quantities" | "series">;
}

export interface RunContext {
  readonly seed: number;
  /** Gradient steps between two reports; the result does not depend on it. */
  readonly stride: number;
  readonly signal: AbortSignal;
  /** Whether the next report should come with a checkpoint; never, if missing. */
  readonly checkpointDue?: () => boolean;
  /** The checkpoint from which an interrupted run goes on. */
  readonly from?: Checkpoint | undefined;
}

/**
 * Runs on the backend that is open; of a run that comes apart, one part. Throws what `train` throws; its last report
 * stands even then.
 */
export type Run<Given = Values> = (parameters: Given, context: RunContext) => AsyncGenerator<Measurement>;
