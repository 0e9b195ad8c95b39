/**
 * The reduced flow of a wide network on a single-index target, in the limit of infinitely many inputs and neurons: a
 * readout aᵢ and an overlap sᵢ = ⟨uᵢ, u*⟩ per neuron, and a residual per Hermite component (Berthier, Montanari, Zhou, Eq. (23),
 * Prop. 4). Not a network: what the limit leaves of one.
 *
 *     ρₖ = φₖ − σₖ 1/m Σᵢ aᵢ sᵢᵏ        R = ½ Σₖ ρₖ²
 *     ε ȧᵢ = Σₖ σₖ ρₖ sᵢᵏ               ṡᵢ = aᵢ (1 − sᵢ²) Σₖ k σₖ ρₖ sᵢᵏ⁻¹
 */
import { type LowRank, pairs } from "../../math/ode/linearSolvers.ts";
import type { Derivative } from "../../math/ode/problem.ts";
import { derivativeOf, valueAt } from "../../math/polynomial.ts";
import { dot } from "../../math/vectors.ts";

/** Coefficients in normalised Hermite polynomials, from degree 0 on, as many of one as of the other. */
export interface Components {
  /** φₖ. */
  readonly target: ArrayLike<number>;
  /** σₖ. */
  readonly activation: ArrayLike<number>;
}

export interface ReducedFlow extends Components {
  /** ε: the readouts are 1/ε times as fast as the overlaps. */
  readonly epsilon: number;
}

/** Readouts a [m], then overlaps s [m]. */
export type ReducedState = Float64Array;

/** The readouts given, and no overlap. */
export function reducedStart(readouts: ArrayLike<number>): ReducedState {
  const state = new Float64Array(2 * readouts.length);
  state.set(readouts);
  return state;
}

/** 1/m Σᵢ aᵢ sᵢᵏ for k < count, shape [count]. */
export function moments(state: ReducedState, count: number): Float64Array {
  const m = state.length / 2;
  const sums = new Float64Array(count);
  for (let i = 0; i < m; i++) {
    let power = state[i] as number;
    const s = state[m + i] as number;
    for (let k = 0; k < count; k++) {
      sums[k] = (sums[k] as number) + power;
      power *= s;
    }
  }
  return sums.map((sum) => sum / m);
}

/** ρₖ, shape [K + 1]. */
export function residuals({ target, activation }: Components, state: ReducedState): Float64Array {
  return moments(state, target.length).map(
    (moment, k) => (target[k] as number) - (activation[k] as number) * moment,
  );
}

/** R = ½ Σₖ ρₖ². */
export function riskOf(residual: ArrayLike<number>): number {
  return dot(residual, residual) / 2;
}

/** Σₖ σₖ ρₖ sᵏ as a polynomial. */
function drive(flow: Components, state: ReducedState): number[] {
  return Array.from(residuals(flow, state), (residual, k) => (flow.activation[k] as number) * residual);
}

export function reducedDerivative(flow: ReducedFlow): Derivative {
  return (_, state) => {
    const m = state.length / 2;
    const force = drive(flow, state);
    const pull = derivativeOf(force);
    const slope = new Float64Array(2 * m);
    for (let i = 0; i < m; i++) {
      const s = state[m + i] as number;
      slope[i] = valueAt(force, s) / flow.epsilon;
      slope[m + i] = (state[i] as number) * (1 - s * s) * valueAt(pull, s);
    }
    return slope;
  };
}

/** ∂f/∂y: what a neuron does to itself while residuals stand still, and a column per component for how it moves them. */
export function reducedJacobian(flow: ReducedFlow): (t: number, state: ReducedState) => LowRank {
  const { activation, epsilon } = flow;
  return (_, state) => {
    const m = state.length / 2;
    const force = drive(flow, state);
    const pull = derivativeOf(force);
    const bend = derivativeOf(pull);
    const blocks = {
      topLeft: new Float64Array(m),
      topRight: new Float64Array(m),
      bottomLeft: new Float64Array(m),
      bottomRight: new Float64Array(m),
    };
    const columns = () => Array.from(activation, () => new Float64Array(2 * m));
    const [left, right] = [columns(), columns()];
    for (let i = 0; i < m; i++) {
      const a = state[i] as number;
      const s = state[m + i] as number;
      const room = 1 - s * s;
      const pulled = valueAt(pull, s);
      blocks.topRight[i] = pulled / epsilon;
      blocks.bottomLeft[i] = room * pulled;
      blocks.bottomRight[i] = a * (room * valueAt(bend, s) - 2 * s * pulled);
      // σₖ sᵏ and its derivative.
      let power = 1;
      let before = 0;
      for (let k = 0; k < activation.length; k++) {
        const sigma = activation[k] as number;
        const column = left[k] as Float64Array;
        const row = right[k] as Float64Array;
        column[i] = (sigma * power) / epsilon;
        column[m + i] = a * room * sigma * k * before;
        // ∂(σₖρₖ) = −σₖ² ∂mₖ: the other σₖ.
        row[i] = (-sigma * power) / m;
        row[m + i] = (-sigma * k * before * a) / m;
        before = power;
        power *= s;
      }
    }
    return { rest: pairs(blocks), left, right };
  };
}
