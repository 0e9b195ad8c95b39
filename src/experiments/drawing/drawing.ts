/** What a drawing of an experiment is: results in, plots, a sentence and a table out. Types, and what to show of a case. */
import type { PlotOptions } from "@observablehq/plot";
import type { Meta, ParametersOf, QuantityOf, SeriesOf } from "../experiment.ts";

/** The result of a run so far, live or read from a record. */
export interface Result<Q extends string = string, S extends string = string> {
  readonly step: number;
  readonly quantities: { readonly [name in Q]?: number };
  readonly series: { readonly [name in S]?: ArrayLike<number> };
}

/** The results of an experiment. */
export type ResultOf<M extends Meta> = Result<QuantityOf<M>, SeriesOf<M>>;

/** One case of a figure: what is known of it now, and its reference result. */
export interface Shown<M extends Meta = Meta> {
  readonly label: string;
  readonly parameters: ParametersOf<M>;
  readonly now: ResultOf<M> | null;
  readonly reference: ResultOf<M> | null;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One plot of a figure: a copy for each case side by side, or one for all of them. */
export interface View<M extends Meta = Meta> {
  readonly id: string;
  readonly title: string;
  readonly per: "case" | "figure";
  /** The lens that it belongs to, in a figure whose reader chooses among lenses; it is there always, if missing. */
  readonly lens?: string;
  /** `lens` is what the reader has chosen to see, where a figure offers a choice. */
  plot(shown: readonly Shown<M>[], lens?: string): PlotOptions;
}

/** What a colour or shape means. */
export interface Key {
  readonly label: string;
  readonly colour: string;
  readonly mark: "dot" | "ring" | "diamond" | "line" | "dashes";
  /** The lens whose plots have it, of a figure whose reader chooses among lenses. */
  readonly lens?: string;
}

/** The drawing of an experiment. */
export interface Drawing<M extends Meta = Meta> {
  readonly views: readonly View<M>[];
  readonly legend: readonly Key[];
  /** The keys of what is drawn at some parameters alone, where these cases have it. */
  moreKeys?(shown: readonly Shown<M>[]): readonly Key[];
  /** Quantities that stand as numbers beneath the plots of each case, with the labels of the description. */
  readonly numbers?: readonly QuantityOf<M>[];
  /** What the plots show, in a sentence that a listener can follow: at most four numbers. */
  describe(shown: readonly Shown<M>[]): string;
  /** What is seen through a lens that is on, in a sentence. */
  describeThrough?(lens: string, shown: readonly Shown<M>[]): string;
  /** What is known before anything has run, in a sentence or two, where the parameters alone say something. */
  beforehand?(shown: readonly Shown<M>[]): string;
  /** Progress of the run under way, in a few words, where its steps alone do not show it. */
  done?(shown: readonly Shown<M>[]): string;
  /** What the plots show, in full; all quantities case by case, if missing. */
  table?(shown: readonly Shown<M>[]): Table;
}

/** Some series of a result, by their names; null unless all of them are there. */
export function seriesIn<S extends string>(
  result: Result<string, S> | null,
  names: readonly S[],
): { readonly [name in S]: ArrayLike<number> } | null {
  const found = names.flatMap((name) => {
    const values = result?.series[name];
    return values ? [[name, values] as const] : [];
  });
  if (found.length < names.length) return null;
  return Object.fromEntries(found) as { readonly [name in S]: ArrayLike<number> };
}

/** The result to show for a case: the live one, else the reference. */
export function resultOf<M extends Meta>({ now, reference }: Shown<M>): ResultOf<M> | null {
  return now ?? reference;
}

const RECORDED: Key = { label: "recorded run beneath a live one", colour: "var(--muted)", mark: "dashes" };

/** The key of the recorded run, where one is drawn, dashed, beneath what runs here. */
export function recordedKeys<M extends Meta>(shown: readonly Shown<M>[]): readonly Key[] {
  return shown.some(({ now, reference }) => now && reference) ? [RECORDED] : [];
}

/** What the colours and shapes mean that are drawn of these cases. */
export function keysOf<M extends Meta>(drawing: Drawing<M>, shown: readonly Shown<M>[]): readonly Key[] {
  return [...drawing.legend, ...(drawing.moreKeys?.(shown) ?? [])];
}

/** A case that has a result. */
export interface Known<M extends Meta> extends Shown<M> {
  readonly result: ResultOf<M>;
}

/** The cases that have a result. */
export function knownAmong<M extends Meta>(shown: readonly Shown<M>[]): Known<M>[] {
  return shown.flatMap((each) => {
    const result = resultOf(each);
    return result ? [{ ...each, result }] : [];
  });
}
