/**
 * Hermite components of a target φ and of an activation σ, up to one degree: what the reduced flow is given. And in a sentence
 * why a target has none, as far as numbers can tell.
 */
import { exp, logOfOnePlus, tanh } from "../../math/elementary.ts";
import { type Expansion, FAR, hermiteExpansion, REACH } from "../../math/hermite.ts";

/** Degrees that are followed; what is above is left out of target and activation. */
export const HIGHEST_DEGREE = 6;

type Function = (x: number) => number;

/** Below this share of √(E φ²) a coefficient is rounding, and 0. */
const ROUNDING = 1e-9;
/** Integrals that are less sure than this have not settled. */
const UNSURE = 1e-4;
/** A larger share of E φ² from beyond `FAR` means that more and more would come from beyond that. */
const TOO_FAR = 1e-9;
/** Sizes of E φ² between which the flow is integrated with the tolerances that it has. */
const [LEAST_SQUARE, LARGEST_SQUARE] = [1e-4, 1e4];

export interface Expanded {
  /** φₖ up to {@link HIGHEST_DEGREE}, 0 where it is rounding. */
  readonly coefficients: readonly number[];
  /** E φ(G)². */
  readonly square: number;
}

/**
 * Hermite coefficients of a target. Whether E φ(G)² is finite no finite number of values can decide; tested is that φ is a
 * number wherever it was asked for within |x| ≤ {@link REACH}, that the integrals settle there, and that next to nothing of E φ² comes
 * from beyond {@link FAR}.
 * @throws RangeError with a sentence for a target that does not pass, or is too small or too large to be run
 */
export function expandedTarget(phi: Function): Expanded {
  const { coefficients, square, error, ...rest } = expansionOf(phi);
  refuseUnsettled({ coefficients, square, error, ...rest });
  if (square < LEAST_SQUARE || square > LARGEST_SQUARE)
    throw new RangeError(
      square === 0
        ? "The target is 0 everywhere, so that there is nothing to learn."
        : `E φ(G)² is ${inDigits(square)}; this figure takes ${inDigits(LEAST_SQUARE)} to ${inDigits(LARGEST_SQUARE)}: multiply the target by a number.`,
    );
  return { coefficients: withoutRounding(coefficients, square, error), square };
}

function expansionOf(phi: Function): Expansion {
  try {
    return hermiteExpansion(phi, HIGHEST_DEGREE);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RangeError(`E φ(G)² asks for the target wherever |x| ≤ ${REACH}. ${error.message}`);
  }
}

function refuseUnsettled({ square, far, error, worst }: Expansion): void {
  if (far > TOO_FAR * square)
    throw new RangeError(
      `Whether E φ(G)² is finite cannot be seen: ${inPercent(far / square)} of what there is up to |x| = ${REACH}, where integrals end here, comes from beyond ${FAR}. The target grows too fast to be followed.`,
    );
  if (!(error <= UNSURE))
    throw new RangeError(
      `E φ(G)² does not settle near x = ${inDigits((worst.from + worst.to) / 2)}: finer steps change it by ${error < 1 ? inPercent(error) : "more than all of it"}. A pole, where it would not be finite, or waves too fast to follow.`,
    );
}

function withoutRounding(coefficients: readonly number[], square: number, error: number): number[] {
  const least = Math.max(ROUNDING, 10 * error) * Math.sqrt(square);
  return coefficients.map((coefficient) => (Math.abs(coefficient) < least ? 0 : coefficient));
}

/** Activations by name; “equal” has all coefficients 1 and is no function. */
const ACTIVATIONS = {
  equal: null,
  relu: (x: number) => Math.max(0, x),
  softplus: (x: number) => (x > 0 ? x + logOfOnePlus(exp(-x)) : logOfOnePlus(exp(x))),
  tanh,
  shiftedTanh: (x: number) => tanh(x + 0.5),
} satisfies Readonly<Record<string, Function | null>>;

export type ActivationName = keyof typeof ACTIVATIONS;

const EXPANDED = new Map<ActivationName, readonly number[]>();

/** σₖ up to {@link HIGHEST_DEGREE}, found once. */
export function activationCoefficients(name: ActivationName): readonly number[] {
  const known = EXPANDED.get(name);
  if (known) return known;
  const sigma = ACTIVATIONS[name];
  const found = sigma ? expandedTarget(sigma).coefficients : new Array<number>(HIGHEST_DEGREE + 1).fill(1);
  EXPANDED.set(name, found);
  return found;
}

/** Straight lines through points that come from left to right, constant before the first and after the last. */
export function polygon(points: readonly { readonly x: number; readonly y: number }[]): Function {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) throw new RangeError("There is no point to draw a line through.");
  return (x) => {
    if (x <= first.x) return first.y;
    const after = points.findIndex((point) => point.x >= x);
    const [from, to] = [points[after - 1], points[after]];
    if (!from || !to) return last.y;
    return from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
  };
}

/** A share below this is nothing in the sentences here. */
const NEXT_TO_NOTHING = 1e-6;

function inDigits(value: number): string {
  return String(Math.abs(value) < NEXT_TO_NOTHING ? 0 : Number(value.toPrecision(2))).replace("-", "−");
}

function inPercent(share: number): string {
  return share < NEXT_TO_NOTHING ? `less than 0.0001 %` : `${inDigits(100 * share)} %`;
}
