/**
 * The Runge–Kutta–Chebyshev method of order 2 (Sommeijer, Shampine, Verwer, J. Comput. Appl. Math. 88, 1998, 315–326):
 * explicit, with as many stages s as stability asks for, since steps may grow like s² against the fastest rate. For large
 * systems that are stiff along real, negative eigenvalues, such as gradient flows of wide networks, where solving a linear
 * system would cost more than evaluating f a few times. Its error estimate falls like h³.
 */
import { combination, type Method } from "./problem.ts";

/** Power of the step with which the estimate of the error falls: `steps` is told so. */
export const STABILISED_ERROR_ORDER = 3;

/** How much the polynomial is damped, ε. */
const DAMPING = 2 / 13;

/** T_j, T′_j and T″_j at w, for j = 0 … s. */
function chebyshev(s: number, w: number) {
  const [t, first, second] = [
    [1, w],
    [0, 1],
    [0, 0],
  ] as [number[], number[], number[]];
  const at = (values: number[], j: number) => values[j] as number;
  for (let j = 2; j <= s; j++) {
    t.push(2 * w * at(t, j - 1) - at(t, j - 2));
    first.push(2 * at(t, j - 1) + 2 * w * at(first, j - 1) - at(first, j - 2));
    second.push(4 * at(first, j - 1) + 2 * w * at(second, j - 1) - at(second, j - 2));
  }
  return { t, first, second };
}

/** Weights of one stage after the first, and when it stands. */
interface Stage {
  readonly mu: number;
  readonly nu: number;
  readonly muSlope: number;
  readonly gammaSlope: number;
  readonly node: number;
}

/** What all steps with s stages have in common. */
function stagesOf(s: number): { readonly firstWeight: number; readonly stages: readonly Stage[] } {
  const w0 = 1 + DAMPING / (s * s);
  const { t, first, second } = chebyshev(s, w0);
  const at = (values: readonly number[], j: number) => values[j] as number;
  const w1 = at(first, s) / at(second, s);
  const b = t.map((_, j) => {
    const place = Math.max(j, 2);
    return at(second, place) / (at(first, place) * at(first, place));
  });
  const nodes = t.map((_, j) => (j < 2 ? 0 : (w1 * at(second, j)) / at(first, j)));
  const stages = t.slice(2).map((_, k): Stage => {
    const j = k + 2;
    const muSlope = (2 * at(b, j) * w1) / at(b, j - 1);
    return {
      mu: (2 * at(b, j) * w0) / at(b, j - 1),
      nu: -at(b, j) / at(b, j - 2),
      muSlope,
      gammaSlope: -(1 - at(b, j - 1) * at(t, j - 1)) * muSlope,
      node: j === 2 ? at(nodes, 2) / (4 * w0) : at(nodes, j - 1),
    };
  });
  return { firstWeight: at(b, 1) * w1, stages };
}

/** Stages that a step of this size needs: the interval of stability is ⅔ (s² − 1)(1 − 2ε/15). */
export function stagesFor(size: number, rate: number): number {
  const needed = (1.5 * Math.abs(size) * rate) / (1 - (2 / 15) * DAMPING) + 1;
  return Math.max(2, Math.ceil(Math.sqrt(needed)));
}

/** The method, given a bound of the size of the eigenvalues of ∂f/∂y at y. */
export function stabilised(fastestRate: (y: Float64Array) => number): Method {
  return ({ derivative, t, y, slope }) => {
    const rate = fastestRate(y);
    return (size) => {
      const { firstWeight, stages } = stagesOf(stagesFor(size, rate));
      let [before, now] = [y, combination(y, [firstWeight * size], [slope])];
      for (const { mu, nu, muSlope, gammaSlope, node } of stages) {
        const force = derivative(t + node * size, now);
        const next = combination(
          new Float64Array(y.length),
          [1 - mu - nu, mu, nu, muSlope * size, gammaSlope * size],
          [y, now, before, force, slope],
        );
        [before, now] = [now, next];
      }
      const end = derivative(t + size, now);
      return {
        y: now,
        error: combination(
          new Float64Array(y.length),
          [0.8, -0.8, 0.4 * size, 0.4 * size],
          [y, now, slope, end],
        ),
        slope: end,
        bends: () => bendsOf(y, now, slope, end, size),
      };
    };
  };
}

/** Of the cubic through both ends with their slopes: r₁ = hk₀ − Δ, r₂ = Δ − hk₁ − r₁, r₃ = 0. */
function bendsOf(
  y: Float64Array,
  end: Float64Array,
  slope: ArrayLike<number>,
  endSlope: ArrayLike<number>,
  size: number,
): [Float64Array, Float64Array, Float64Array] {
  const change = end.map((value, j) => value - (y[j] as number));
  const r1 = change.map((delta, j) => size * (slope[j] as number) - delta);
  const r2 = change.map((delta, j) => delta - size * (endSlope[j] as number) - (r1[j] as number));
  return [r1, r2, new Float64Array(y.length)];
}
