/** What does not fit into memory: refused beforehand where that is known; a named error where memory runs out. */

/** More than a backend can ever hold, found before anything is allocated. */
export class CapacityError extends RangeError {
  override readonly name = "CapacityError";
  /** The largest width with which the same would fit; 0 if none does, null if the width is not the reason. */
  readonly largestWidth: number | null;
  constructor(message: string, largestWidth: number | null = null) {
    super(message);
    this.largestWidth = largestWidth;
  }
}

/** Memory ran out in the middle of something. */
export class OutOfMemoryError extends Error {
  override readonly name = "OutOfMemoryError";
  constructor(where: string, cause?: unknown) {
    super(
      `${where} ran out of memory. Take a smaller width or sample, compute on another backend, or close other pages.`,
      { cause },
    );
  }
}

/** Something that a call must have in memory, and how large that may be there. */
export interface Demand {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

/** R, n, d and m; a network by itself has no n. */
interface Sizes {
  readonly networks: number;
  readonly sampleSize?: number;
  readonly inputDimension: number;
  readonly width: number;
}

/**
 * Checks what a call needs against what is available. `demandsAt` gives it for any width; no demand falls with the width.
 * @throws CapacityError for the first demand that is too large, with the largest width at which none is.
 */
export function assertFits(
  backend: string,
  { networks, sampleSize, inputDimension, width }: Sizes,
  demandsAt: (width: number) => readonly Demand[],
): void {
  const excess = excessOf(demandsAt(width));
  if (!excess) return;
  const largest = largestBelow(width, (smaller) => !excessOf(demandsAt(smaller)));
  const samples = sampleSize === undefined ? "" : `, ${counted(sampleSize, "sample")}`;
  const sizes = `With ${counted(networks, "network")}${samples} and ${counted(inputDimension, "input")}`;
  const advice = largest > 0 ? `${sizes} the largest width is ${largest}.` : `${sizes} no width fits.`;
  throw new CapacityError(
    `${backend}: ${excess.what} would take ${inWords(excess.bytes)}, and the limit here is ${inWords(excess.limit)}. ${advice}`,
    largest,
  );
}

function excessOf(demands: readonly Demand[]): Demand | undefined {
  return demands.find(({ bytes, limit }) => !(bytes <= limit));
}

/** The largest whole number below `tooLarge` that fits, 0 if none from 1 on does. */
function largestBelow(tooLarge: number, fits: (width: number) => boolean): number {
  let [fitting, above] = [0, tooLarge];
  while (above - fitting > 1) {
    const middle = Math.floor((fitting + above) / 2);
    if (fits(middle)) fitting = middle;
    else above = middle;
  }
  return fitting;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function inWords(bytes: number): string {
  const mebibytes = bytes / 2 ** 20;
  if (mebibytes < 10_000) return `${mebibytes.toFixed(1)} MiB`;
  return `${(mebibytes / 1024).toLocaleString("en", { maximumFractionDigits: 0 })} GiB`;
}

/** What engines call an allocation that failed; they have no class for it. */
const SHORTAGE =
  /allocation failed|out of memory|invalid (typed )?array (buffer )?length|memory\.grow|start offset/i;

/** An OutOfMemoryError in the place of what engines throw when memory runs out; any other error as it is. */
export function namedShortage(error: unknown, where: string): unknown {
  const isNamed = error instanceof CapacityError || error instanceof OutOfMemoryError;
  const isShortage = !isNamed && error instanceof Error && SHORTAGE.test(error.message);
  return isShortage ? new OutOfMemoryError(where, error) : error;
}
