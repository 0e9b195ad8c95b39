/** What a benchmark compares and what it measured: names, shapes, numbers, as plain data. Measures and draws nothing. */

export type EngineName = "two-layers" | "tfjs" | "jax-js" | "pytorch";

/** An engine on one of its backends. */
export interface PeerName {
  readonly engine: EngineName;
  readonly backend: string;
}

/** n, d and m. */
export interface Shape {
  readonly sampleSize: number;
  readonly inputDimension: number;
  readonly width: number;
}

/** The shapes of the benchmark, unless others are asked for. */
export const SHAPES: readonly Shape[] = [
  { sampleSize: 200, inputDimension: 20, width: 100 },
  { sampleSize: 4, inputDimension: 2, width: 1000 },
  { sampleSize: 4, inputDimension: 2, width: 10_000 },
  { sampleSize: 80, inputDimension: 5, width: 50 },
  { sampleSize: 1000, inputDimension: 100, width: 400 },
];

/** The speed of a peer at one shape: an entry of the list that `--json` writes. */
export interface Summary extends PeerName {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  /** The median of the rounds. */
  readonly stepsPerSecond: number;
  /** Half of the range of the rounds, relative to the median. */
  readonly spread: number;
}

/** Why there is no speed of a peer at one shape. */
export interface Missing extends PeerName {
  readonly n: number;
  readonly d: number;
  readonly m: number;
  /** A sentence. */
  readonly why: string;
}

/** An entry of a file: beside the speed, where it was measured. */
export interface Entry extends Summary {
  /** The processor and the version of Node, of an entry from the command line. */
  readonly machine?: string;
  /** The graphics adapter, of an entry from a page; null for a backend that uses none. */
  readonly adapter?: string | null;
  readonly userAgent?: string;
  /** When it was saved, by the clock of the reader. */
  readonly date?: string;
}

/** "200, 20, 100": for people, and as the key of a shape. */
export function shapeInWords({ sampleSize, inputDimension, width }: Shape): string {
  return [sampleSize, inputDimension, width].join(", ");
}

/** As {@link shapeInWords}, of an entry. */
export function shapeOf({ n, d, m }: Pick<Summary, "n" | "d" | "m">): string {
  return [n, d, m].join(", ");
}

/** "tfjs (wasm)": as the command line and its errors name a peer. */
export function nameOf({ engine, backend }: PeerName): string {
  return `${engine} (${backend})`;
}

/** Three significant digits, and no exponent. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumFractionDigits: 6 });
}
