/**
 * What an experiment is: a description that is cheap to import (`meta.ts`), a run that computes (`run.ts`), a drawing
 * (`plot.ts`) and, where it is a sweep, how it is split into runs (`sweep.ts`). Types, and nothing that computes. The names of
 * parameters, quantities and series are part of the type of a description: runs, drawings and claims follow from it.
 */
import type references from "../../content/references.json";
import type { Workload } from "../engine/workload.ts";
import type { ChoiceParameter, Parameters, Values, ValuesOf } from "./parameters.ts";

/** Where something comes from. */
export interface Citation {
  /** Key of the work in content/references.json. */
  readonly paper: keyof typeof references;
  /** Figure, equation, theorem, page. */
  readonly where: string;
}

/** A number that a run measures. */
export interface Quantity {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  /** Significant digits worth showing; 3, if missing. */
  readonly digits?: number;
  /** What is smaller in size means nothing, and is shown as less than this. */
  readonly floor?: number;
  /** The lens through which alone it is shown, of a figure that has some. */
  readonly lens?: string;
}

/** A list of numbers that a run measures. */
export interface SeriesMeta {
  readonly label: string;
  readonly symbol?: string;
  readonly unit?: string;
  /** What its indices count, the outermost first: ["neurons", "inputs"] is row by row, a row per neuron. */
  readonly shape: readonly string[];
  /** Whether its order comes out of the run, as of neurons by what they carry: two that are nearly level may change places. */
  readonly isRanked?: true;
}

/**
 * In what the numbers are computed: training on a backend of the engine, or float64 on the processor alone.
 */
export type Computes = { readonly on: "engine"; readonly workload: Workload } | { readonly on: "float64" };

/** One live figure, as it is written: an experiment at one or a few points, drawn together. */
interface Figure<P extends Parameters> {
  /** Last part of its address; with the paper in front it names the figure. */
  readonly id: string;
  readonly title: string;
  /** What the figure shows, in a sentence or two, without its result. */
  readonly caption: string;
  /** The points, unless it is the defaults alone: what differs from them, and how a point is called. */
  readonly cases?: readonly Case<P>[];
  /** Parameters that the reader can change, for all cases together; the first few are in sight at once. */
  readonly controls: readonly (keyof P & string)[];
  /** All controls and the seed under headings, each under one, where there are many; then only those of the first are in sight at once. */
  readonly groups?: readonly Group<(keyof P & string) | "seed">[];
  /** What the figure promises, in a sentence, where it shows its start before it is run, and the result only after. */
  readonly promise?: string;
  /** Settings that have a name in the field, to be taken by it. */
  readonly presets?: readonly Preset<P>[];
  /** What else sets controls, by the name of its element in components/papers/<paper>/. */
  readonly picker?: string;
  /** What the reader can choose to see of the same result. */
  readonly lens?: ChoiceParameter;
  /** What of the result is seen or not, each by itself: the plots of its drawing whose `lens` has that name. */
  readonly lenses?: readonly Switched<P>[];
  /** Whether the reader can set a second case beside the first, different from it in what they change. */
  readonly isPair?: boolean;
  /** How the result is gone through point by point, by the name of its element in components/papers/<paper>/. */
  readonly explorer?: string;
  /** Whether what a run has reported on its way is kept, for the reader to go back to. */
  readonly keepsFrames?: boolean;
}

/** A figure with its points. */
export interface FigureMeta<P extends Parameters = Parameters> extends Figure<P> {
  readonly cases: readonly Case<P>[];
}

interface Case<P extends Parameters> {
  readonly label: string;
  readonly parameters: Partial<ValuesOf<P>>;
}

/** Controls of a figure that belong together. */
export interface Group<Name extends string = string> {
  /** What they set, in a word or a few. */
  readonly label: string;
  readonly controls: readonly Name[];
}

export interface Preset<P extends Parameters = Parameters> {
  readonly label: string;
  readonly parameters: Partial<ValuesOf<P>>;
  readonly hint?: string;
  /** The one of the figure's lenses through which it is looked at. */
  readonly lens?: string;
}

/** A part of a drawing that can be switched on. */
export interface Switched<P extends Parameters = Parameters> {
  readonly name: string;
  readonly label: string;
  readonly source: Citation;
  /** What is seen there, in a sentence. */
  readonly sees: string;
  /** What it assumes that does not hold at these parameters, a sentence each. */
  assumes(parameters: ValuesOf<P>): readonly string[];
}

/** The description of an experiment, as it is written. */
interface Described<P extends Parameters, Q extends string, S extends string> {
  readonly title: string;
  readonly source: Citation;
  readonly parameters: P;
  readonly defaults: ValuesOf<P>;
  /** What one run measures, by name. */
  readonly quantities: { readonly [name in Q]: Quantity };
  readonly series: { readonly [name in S]: SeriesMeta };
  /** What computes at these parameters; of several networks, the one that takes longest. */
  computes(parameters: ValuesOf<P>): Computes;
  /** Whether a parameter means anything beside these values; one that does not is not shown. All do, if missing. */
  isUsed?(name: string, parameters: ValuesOf<P>): boolean;
  /** Estimated seconds of a run on one core of a middling machine, on WebAssembly. */
  cost(parameters: ValuesOf<P>): number;
  /** Steps between two frames that make the run pleasant to watch. */
  frameStride(parameters: ValuesOf<P>): number;
  /** Why values do not go together that each fit by themselves, in a sentence; undefined where they do. */
  refuses?(parameters: ValuesOf<P>): string | undefined;
  /**
   * Loads what `refuses` needs, where that is too much for the first bytes of a page. Before, it refuses nothing; a run
   * throws the same sentence.
   */
  prepare?(): Promise<void>;
  /** Neighbouring seeds that one run uses up, from its own on; 1, if missing. */
  seedsUsed?(parameters: ValuesOf<P>): number;
  /** None, if missing. */
  readonly figures?: readonly Figure<P>[];
}

/** The description of an experiment. */
export interface Meta<P extends Parameters = Parameters, Q extends string = string, S extends string = string>
  extends Described<P, Q, S> {
  readonly figures: readonly FigureMeta<P>[];
}

/** A description with the name that its folder gives it, "<paper>/<experiment>". */
export interface Experiment<
  P extends Parameters = Parameters,
  Q extends string = string,
  S extends string = string,
> extends Meta<P, Q, S> {
  readonly id: string;
}

/** A description from what is written of it: its types are read off there. */
export function experiment<const P extends Parameters, const Q extends string, const S extends string>({
  figures = [],
  ...described
}: Described<P, Q, S>): Meta<P, Q, S> {
  const whole = figures.map((figure) => ({ cases: [{ label: "", parameters: {} }], ...figure }));
  return { ...described, figures: whole };
}

/** The parts of a description's type. */
export type ParametersOf<M> = M extends Meta<infer P, string, string> ? ValuesOf<P> : never;
export type QuantityOf<M extends Meta> = keyof M["quantities"] & string;
export type SeriesOf<M extends Meta> = keyof M["series"] & string;

export type Series = Float32Array | Float64Array;

/** What was measured: quantities and series that are not defined (yet) are missing. */
export interface Measured<Q extends string = string, S extends string = string> {
  readonly quantities: { readonly [name in Q]?: number };
  readonly series: { readonly [name in S]?: Series };
}

/** The same as an experiment gives it: series may be any lists of numbers, and what is not defined is undefined. */
export interface Looked<Q extends string, S extends string> {
  readonly quantities: { readonly [name in Q]?: number | undefined };
  readonly series?: { readonly [name in S]?: ArrayLike<number> | undefined };
}

/** What a run reports: the last report is its result. Plain data that can be posted to another thread. */
export interface Measurement<Q extends string = string, S extends string = string> extends Measured<Q, S> {
  /** Estimated share of the work done, 0 to 1. */
  readonly progress: number;
  /** Steps made so far. */
  readonly step: number;
  readonly finished: boolean;
  /** There when one was due: what the driver needs to go on elsewhere, plain data. */
  readonly checkpoint?: unknown;
}

/** One of the independent runs of a sweep: the same experiment with shorter lists. */
export interface Part<V = Values> {
  readonly parameters: V;
  readonly seed: number;
}

/** How an experiment is split into independent runs, and how their reports are combined. */
export interface Sweep<M extends Meta = Meta> {
  /** In the order in which they should be run; a sweep of one element is its own only part. */
  parts(parameters: ParametersOf<M>, seed: number): readonly Part<ParametersOf<M>>[];
  /** The report of the whole; `reports` has the latest of each part, in order, null where there is none yet. */
  join(
    reports: readonly (Measured<QuantityOf<M>, SeriesOf<M>> | null)[],
    parameters: ParametersOf<M>,
  ): Looked<QuantityOf<M>, SeriesOf<M>>;
}
