/**
 * An L-stable method for stiff systems: Rodas5P, of order 5, an embedded one of order 4 for the error, eight stages. A
 * Rosenbrock method solves linear systems with one matrix a step and iterates nothing; one with a stiffly accurate last
 * stage forgets fast components at once.
 *
 *     (1 − γhJ) kᵢ = γh (f(t + cᵢh, y + Σⱼ Aᵢⱼkⱼ) + h⁻¹ Σⱼ Cᵢⱼkⱼ + h dᵢ ∂f/∂t)
 *     y₁ = y + Σⱼ A₈ⱼkⱼ + k₈       error = k₈       J = ∂f/∂y at (t, y)
 */
import { type Bends, combination, type Derivative, type Method, type Place } from "./problem.ts";
import { BEND_WEIGHTS, COUPLINGS, GAMMA, NODES, STAGES, TIME_WEIGHTS } from "./rodas5p.ts";

/** x of (1 − sJ) x = b for as many b as are asked for. */
export type Solve = (b: Float64Array) => Float64Array;

/** What knows J at a place, and solves with it for any s. linearSolvers.ts has some. */
export type Linearisation = (t: number, y: Float64Array) => (s: number) => Solve;

/** ∂f/∂t. */
export type TimeDerivative = Derivative;

/**
 * The method, given what solves its linear systems. Where ∂f/∂t is not given it is a difference quotient, which costs
 * one more f a step and is exactly 0 where f does not depend on t.
 */
export function rosenbrock(linearisation: Linearisation, timeDerivative?: TimeDerivative): Method {
  return (place) => {
    const { derivative, t, y, slope } = place;
    const linearised = linearisation(t, y);
    const drift = timeDerivative?.(t, y) ?? differenceInTime(place);
    return (size) => {
      const solve = linearised(GAMMA * size);
      const stages: Float64Array[] = [];
      let end = y;
      for (let i = 0; i < STAGES.length; i++) {
        end = combination(y, STAGES[i] as readonly number[], stages);
        const there = i === 0 ? slope : derivative(t + (NODES[i] as number) * size, end);
        const couplings = (COUPLINGS[i] as readonly number[]).map((coupling) => coupling / size);
        const force = combination(
          there,
          [...couplings, size * (TIME_WEIGHTS[i] as number)],
          [...stages, drift],
        );
        stages.push(solve(scaled(force, GAMMA * size)));
      }
      const error = stages.at(-1) as Float64Array;
      return { y: combination(end, [1], [error]), error, bends: () => bendsOf(stages) };
    };
  };
}

/** factor · vector, in its place. */
function scaled(vector: Float64Array, factor: number): Float64Array {
  for (let j = 0; j < vector.length; j++) vector[j] = factor * (vector[j] as number);
  return vector;
}

function bendsOf(stages: readonly Float64Array[]): Bends {
  const bend = (k: number) =>
    combination(
      new Float64Array((stages[0] as Float64Array).length),
      BEND_WEIGHTS[k] as readonly number[],
      stages,
    );
  return [bend(0), bend(1), bend(2)];
}

/** (f(t + δ, y) − f(t, y))/δ with δ about √(ε max(|t|, 10⁻⁵)). */
function differenceInTime({ derivative, t, y, slope }: Place): Float64Array {
  const later = t + Math.sqrt(Number.EPSILON * Math.max(1e-5, Math.abs(t)));
  const there = derivative(later, y);
  return Float64Array.from(slope, (value, j) => ((there[j] as number) - value) / (later - t));
}
