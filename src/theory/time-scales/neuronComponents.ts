/**
 * Hermite components along one direction u of what neurons compute of Gaussian inputs x ~ N(0, I), whatever their lengths:
 *
 *     E σ(w·x) hₖ(u·x) = σ̂ₖ(|w|) (w·u/|w|)ᵏ        σ̂ₖ(r) = E σ(rG) hₖ(G)
 *
 * (Mehler’s formula; hₖ is orthonormal). With |w| = 1 these are the overlaps and coefficients of the reduced flow.
 */
import { exp, log } from "../../math/elementary.ts";
import { hermiteExpansion } from "../../math/hermite.ts";

/** Steps of log r between the lengths at which coefficients are integrated. */
const STEP = 1 / 16;

/** σ̂₀(r), σ̂₁(r), …, as many as the list has room for. */
export type CoefficientsAt = (length: number, into: Float64Array) => void;

/** Of ReLU: r times those of r = 1. */
export function reluCoefficients(count: number): CoefficientsAt {
  const ofUnit = hermiteExpansion((z) => Math.max(0, z), count - 1).coefficients;
  return (length, into) => {
    for (let k = 0; k < count; k++) into[k] = length * (ofUnit[k] as number);
  };
}

/**
 * Of any activation: integrated at lengths that are even in log r, where they are asked for, and by cubics between them, to
 * some 10⁻⁵ of the largest. A length that is no number has no coefficients: NaN.
 */
export function coefficientsOf(activation: (z: number) => number, count: number): CoefficientsAt {
  const known = new Map<number, readonly number[]>();
  const at = (node: number): readonly number[] => {
    const found =
      known.get(node) ?? hermiteExpansion((g) => activation(exp(node * STEP) * g), count - 1).coefficients;
    known.set(node, found);
    return found;
  };
  return (length, into) => {
    if (length === 0) {
      into.fill(0);
      into[0] = activation(0);
      return;
    }
    const place = log(length) / STEP;
    if (!Number.isFinite(place)) {
      into.fill(Number.NaN);
      return;
    }
    const node = Math.floor(place);
    const s = place - node;
    const [first, second, third, fourth] = [at(node - 1), at(node), at(node + 1), at(node + 2)];
    // Lagrange’s polynomials of the nodes −1, 0, 1 and 2.
    const weights = [
      (-s * (s - 1) * (s - 2)) / 6,
      ((s + 1) * (s - 1) * (s - 2)) / 2,
      (-(s + 1) * s * (s - 2)) / 2,
      ((s + 1) * s * (s - 1)) / 6,
    ] as const;
    for (let k = 0; k < count; k++)
      into[k] =
        weights[0] * (first[k] as number) +
        weights[1] * (second[k] as number) +
        weights[2] * (third[k] as number) +
        weights[3] * (fourth[k] as number);
  };
}

/** Neurons as the columns of their weights, as a network has them. */
interface Neurons {
  readonly width: number;
  readonly inputDimension: number;
  readonly inputWeights: ArrayLike<number>;
  readonly outputWeights: ArrayLike<number>;
}

/** Σᵢ aᵢ σ̂ₖ(c|wᵢ|) (wᵢ₁/|wᵢ|)ᵏ for k < count: along the first axis, of inputs N(0, c²I). */
export function componentsAlongFirst(
  { width, inputDimension, inputWeights, outputWeights }: Neurons,
  { count, spread, coefficientsAt }: { count: number; spread: number; coefficientsAt: CoefficientsAt },
): Float64Array {
  const squares = new Float64Array(width);
  for (let j = 0; j < inputDimension; j++)
    for (let i = 0; i < width; i++) {
      const weight = inputWeights[j * width + i] as number;
      squares[i] = (squares[i] as number) + weight * weight;
    }
  const [sums, coefficients] = [new Float64Array(count), new Float64Array(count)];
  for (let i = 0; i < width; i++) {
    const length = Math.sqrt(squares[i] as number);
    const overlap = length > 0 ? (inputWeights[i] as number) / length : 0;
    coefficientsAt(spread * length, coefficients);
    let power = outputWeights[i] as number;
    for (let k = 0; k < count; k++) {
      sums[k] = (sums[k] as number) + power * (coefficients[k] as number);
      power *= overlap;
    }
  }
  return sums;
}
