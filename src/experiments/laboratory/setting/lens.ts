/**
 * What a lens is: one paper's way to look at the network of the laboratory. A folder in `lenses/` with `meta.ts`, which
 * describes, `look.ts`, which measures, and `plot.ts`, which draws (lensDrawing.ts); nothing is entered anywhere. Types, and nothing that
 * computes.
 */
import type { Network } from "../../../engine/network.ts";
import type { Citation, Looked, Meta, Quantity, SeriesMeta } from "../../experiment.ts";
import type { ALWAYS } from "./always.ts";
import type { SETUP, Setup } from "./setup.ts";
import type { Underway } from "./underway.ts";

/** The description of a lens. Names of quantities and series are its own: no other lens has them. */
export interface LensMeta<Q extends string = string, S extends string = string> {
  /** Where it stands among the others. */
  readonly place: number;
  readonly label: string;
  readonly source: Citation;
  /** What it sees, in a sentence without a result. */
  readonly sees: string;
  readonly quantities: { readonly [name in Q]: Quantity };
  readonly series: { readonly [name in S]: SeriesMeta };
  /** What of the assumptions of its theory does not hold here, a sentence each; nothing, where all of them do. */
  assumes(setup: Setup): readonly string[];
}

/** A description as it is written: its types are read off what is written there. */
export function lens<const Q extends string, const S extends string>(meta: LensMeta<Q, S>): LensMeta<Q, S> {
  return meta;
}

/** The network at one moment. */
export interface Moment {
  readonly network: Network<Float32Array | Float64Array>;
  readonly step: number;
  /** t = Σ Δt. */
  readonly time: number;
  /** R on the sample; NaN where each example is met once. */
  readonly risk: number;
}

/** A moment that is over: when it was, and what the lens took of it. */
export interface Taken {
  readonly step: number;
  readonly time: number;
  readonly numbers: readonly number[];
}

/** A lens on a network under way. What is drawn of it depends on these arguments alone. */
export interface Sight<Q extends string = string, S extends string = string> {
  /** A few numbers of a moment that are to be seen over time, always as many; they must cost little. The start comes first. */
  take?(moment: Moment): readonly number[];
  measure(moment: Moment, taken: readonly Taken[]): Looked<Q, S>;
}

type NamesOf<M> = M extends LensMeta<infer Q, infer S> ? { readonly q: Q; readonly s: S } : never;

/** What `look.ts` of a lens exports: made once a run. */
export type Look<M extends LensMeta = LensMeta> = (
  underway: Underway,
) => Sight<NamesOf<M>["q"], NamesOf<M>["s"]>;

/** The laboratory's network as one lens sees it: what it measures, and what is always measured. */
export type Through<M extends LensMeta> = Meta<
  typeof SETUP,
  NamesOf<M>["q"] | keyof (typeof ALWAYS)["quantities"],
  NamesOf<M>["s"] | keyof (typeof ALWAYS)["series"]
>;
