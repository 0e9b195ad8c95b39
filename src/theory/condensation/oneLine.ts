/**
 * A neuron whose activation is linear near 0, p = 1 and σ(0) = 0, while all weights are tiny: ȧ = c g·w and ẇ = a c g with
 * g = (1/n) Σᵢ yᵢxᵢ are linear, and their solution is known for any number of inputs (derived here). All neurons turn to
 * the one line through g.
 */
import { exp } from "../../math/elementary.ts";
import { dot } from "../../math/vectors.ts";
import { type Inputs, pullOn } from "./leadingOrder.ts";

/** The line, and how fast neurons turn to it. */
export interface OneLine {
  /** g/|g|, shape [d]. */
  readonly direction: Float64Array;
  /** κ = c |g|: weights along the line grow like e^κt in the end. */
  readonly rate: number;
}

/** @throws RangeError if g = 0: then no direction is preferred, and nothing grows. */
export function oneLineOf(inputs: Inputs, targets: ArrayLike<number>, coefficient: number): OneLine {
  const residuals = Float64Array.from(targets, (y) => -y);
  const { gradient } = pullOn({ inputs, residuals, order: 1 }, new Float64Array(inputs.inputDimension));
  const length = Math.sqrt(dot(gradient, gradient));
  if (!(length > 0))
    throw new RangeError("The targets are uncorrelated with every input, so that no line stands out.");
  return { direction: gradient.map((component) => component / length), rate: coefficient * length };
}

/** The components of a neuron along the line, which change, and across it, which does not. */
export interface AlongLine {
  /** a. */
  readonly output: number;
  /** w∥ = w·g/|g|. */
  readonly along: number;
  /** |w⊥|, the length of the rest of w. */
  readonly across: number;
}

export function alongLine(
  { direction }: OneLine,
  { output, input }: { readonly output: number; readonly input: ArrayLike<number> },
): AlongLine {
  const along = dot(direction, input);
  const rest = direction.map((component, j) => (input[j] as number) - along * component);
  return { output, along, across: Math.sqrt(dot(rest, rest)) };
}

/**
 * The neuron at τ = κt: w∥ = w∥(0) cosh τ + a(0) sinh τ, a = a(0) cosh τ + w∥(0) sinh τ, and w⊥ as it was. Written by
 * a + w∥, which grows like e^τ, and a − w∥, which decays: the sign of the first is the side that the neuron ends on.
 */
export function grown({ output, along, across }: AlongLine, tau: number): AlongLine {
  const growing = ((output + along) / 2) * exp(tau);
  const decaying = ((output - along) / 2) * exp(-tau);
  return { output: growing + decaying, along: growing - decaying, across };
}

/** Cosine of the angle between w and g: w∥/√(w∥² + |w⊥|²), 0 for w = 0. */
export function cosineOf({ along, across }: AlongLine): number {
  const length = Math.sqrt(along * along + across * across);
  return length > 0 ? along / length : 0;
}
