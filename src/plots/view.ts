/** What a drawing of an experiment is: results in, a plot, a sentence and a table out. Types and small formats only. */
import type { PlotOptions } from "@observablehq/plot";

/** What a run came to so far, live or read from a record. */
export interface Result {
  readonly step: number;
  readonly quantities: Readonly<Record<string, number>>;
  readonly series: Readonly<Record<string, ArrayLike<number>>>;
}

/** One case of a figure: what is known of it now, and its reference result. */
export interface Shown {
  readonly label: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly now: Result | null;
  readonly reference: Result | null;
}

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** One plot of a figure: a copy for each case side by side, or one for all of them. */
export interface View {
  readonly id: string;
  readonly title: string;
  readonly per: "case" | "figure";
  /** `lens` is what the reader has chosen to see, where a figure offers a choice. */
  readonly plot: (shown: readonly Shown[], lens?: string) => PlotOptions;
}

/** What a colour or shape means. */
export interface Key {
  readonly label: string;
  readonly colour: string;
  readonly mark: "dot" | "ring" | "diamond" | "line" | "dashes";
}

/** The drawing of an experiment. */
export interface Drawing {
  readonly views: readonly View[];
  readonly legend: readonly Key[];
  /** What the plots show, in a sentence or two. */
  readonly describe: (shown: readonly Shown[]) => string;
  /** What is known before anything has run, in a sentence or two, where the parameters alone say something. */
  readonly beforehand?: (shown: readonly Shown[]) => string;
  /** How much of the run that is under way is done, in a few words, where its steps alone do not tell. */
  readonly done?: (shown: readonly Shown[]) => string;
  readonly table: (shown: readonly Shown[]) => Table;
}

/** The result to show for a case: the live one, else the reference. */
export function resultOf({ now, reference }: Shown): Result | null {
  return now ?? reference;
}

/**
 * A number with so many significant digits, as people write it: "0.0088", "−0.51", "3.2 × 10⁻⁷". What is smaller than
 * `floor` in size is said to be so, for numbers that mean nothing below it.
 */
export function inWords(value: number | undefined, digits = 3, floor = 0): string {
  if (value === undefined || !Number.isFinite(value)) return "—";
  if (Math.abs(value) < floor) return `less than ${inWords(floor, 1)}`;
  const magnitude = Math.abs(value);
  if (value !== 0 && (magnitude < 1e-4 || magnitude >= 1e6)) {
    const [mantissa = "", exponent = ""] = value.toExponential(digits - 1).split("e");
    return `${mantissa} × 10${[...String(Number(exponent))].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("")}`.replace(
      "-",
      "−",
    );
  }
  return Number(value.toPrecision(digits)).toString().replace("-", "−");
}

/** Ticks of a logarithmic axis at 1, 2 and 5 times the powers of ten; at the powers alone where those are many. */
export function logTicks([from, to]: readonly [number, number]): number[] {
  const decades = Math.log10(to / from);
  const multiples = decades > 2.2 ? [1] : [1, 2, 5];
  const powers = Array.from({ length: Math.ceil(decades) + 2 }, (_, k) => Math.floor(Math.log10(from)) + k);
  return powers
    .flatMap((power) => multiples.map((multiple) => Number(`${multiple}e${power}`)))
    .filter((tick) => tick >= from && tick <= to);
}
