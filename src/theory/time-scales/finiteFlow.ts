/**
 * The gradient flow of a network of finitely many neurons on a single-index target over all Gaussian inputs, in any dimension:
 * the network itself, of which `reducedFlow.ts` is the limit of infinitely many inputs and neurons. Derived for this site
 * from the model of Berthier, Montanari, Zhou, Eqs. (5)–(6).
 *
 *     f = 1/m Σᵢ aᵢ σ(uᵢ·x)      y = φ(u*·x)      |uᵢ| = |u*| = 1      R = ½ E (y − f)²
 *     ε ȧᵢ = −m ∂R/∂aᵢ           u̇ᵢ = −m (I − uᵢuᵢᵀ) ∂R/∂uᵢ
 *
 * With σ = Σₖ σₖ hₖ and φ = Σₖ φₖ hₖ in normalised Hermite polynomials, V(s) = Σₖ φₖσₖ sᵏ, U(r) = Σₖ σₖ² rᵏ and sᵢ = uᵢ·u*,
 *
 *     ε ȧᵢ = V(sᵢ) − 1/m Σⱼ aⱼ U(uᵢ·uⱼ)
 *     u̇ᵢ = aᵢ (I − uᵢuᵢᵀ) [ V′(sᵢ) u* − 1/m Σⱼ aⱼ U′(uᵢ·uⱼ) uⱼ ].
 *
 * u* is the first axis. A right side costs some 3 m² D operations, where D = min(d, m + 1) dimensions hold the start.
 */
import type { Derivative } from "../../math/ode/problem.ts";
import { orthonormalBasis } from "../../math/orthonormal.ts";
import { derivativeOf, valueAt } from "../../math/polynomial.ts";
import { addRows, productsWithRows } from "../../math/rows.ts";
import { dot, unit } from "../../math/vectors.ts";
import type { Components } from "./reducedFlow.ts";

/** What flows: m, and ε as in `reducedFlow.ts`. */
export interface FiniteFlow extends Components {
  readonly width: number;
  readonly epsilon: number;
}

/** Readouts a [m], then u [m, D], a row per neuron. */
export type FiniteState = Float64Array;

/** Readouts, and u [m, d], as they are. */
export function finiteState(readouts: Float64Array, neurons: Float64Array): FiniteState {
  const state = new Float64Array(readouts.length + neurons.length);
  state.set(readouts);
  state.set(neurons, readouts.length);
  return state;
}

/**
 * The start in as few coordinates as hold u* and every neuron: the flow never leaves their span. `neurons` is u [m, d].
 * @throws RangeError where a neuron lies in the span of u* and those before it though d > m + 1
 */
export function finiteStart(readouts: Float64Array, neurons: Float64Array): FiniteState {
  const width = readouts.length;
  const inputDimension = neurons.length / width;
  if (inputDimension <= width + 1) return finiteState(readouts, neurons);
  const rows = Array.from({ length: width }, (_, i) => rowOf(neurons, i, inputDimension));
  const first = Float64Array.from({ length: inputDimension }, (_, j) => Number(j === 0));
  const basis = orthonormalBasis([first, ...rows]);
  const shortened = rows.flatMap((row) => basis.map((direction) => dot(row, direction)));
  return finiteState(readouts, Float64Array.from(shortened));
}

function rowOf(neurons: Float64Array, i: number, dimension: number): Float64Array {
  return neurons.subarray(i * dimension, (i + 1) * dimension);
}

/** a, u and D of a state. */
function partsOf({ width }: FiniteFlow, state: FiniteState) {
  const dimension = state.length / width - 1;
  return { readouts: state.subarray(0, width), neurons: state.subarray(width), dimension };
}

/** The state with every neuron back on the sphere, from which steps of finite size depart. */
export function ontoSphere(flow: FiniteFlow, state: FiniteState): FiniteState {
  const { neurons, dimension } = partsOf(flow, state);
  const back = state.slice();
  for (let i = 0; i < flow.width; i++)
    back.set(unit(rowOf(neurons, i, dimension)), flow.width + i * dimension);
  return back;
}

/** a, then sᵢ = uᵢ·u*, as a state of the reduced flow: of both, components of the residual are the same function. */
export function overlapsOf(flow: FiniteFlow, state: FiniteState): Float64Array {
  const { readouts, neurons, dimension } = partsOf(flow, state);
  return Float64Array.from({ length: 2 * flow.width }, (_, k) =>
    k < flow.width ? (readouts[k] as number) : (neurons[(k - flow.width) * dimension] as number),
  );
}

/** V and U with their derivatives, as polynomials. */
function kernelsOf({ target, activation }: Components) {
  const toTarget = Array.from(activation, (sigma, k) => sigma * (target[k] as number));
  const among = Array.from(activation, (sigma) => sigma * sigma);
  return { toTarget, toTargetSlope: derivativeOf(toTarget), among, amongSlope: derivativeOf(among) };
}

/** R, with what of it is not along any component of the target too. */
export function finiteRisk(flow: FiniteFlow, state: FiniteState): number {
  const { width, target } = flow;
  const { readouts, neurons, dimension } = partsOf(flow, state);
  const { toTarget, among } = kernelsOf(flow);
  let risk = dot(target, target) / 2;
  const products = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    const a = readouts[i] as number;
    const u = rowOf(neurons, i, dimension);
    productsWithRows(products, u, neurons);
    let sum = 0;
    for (let j = 0; j < width; j++) sum += (readouts[j] as number) * valueAt(among, products[j] as number);
    risk += (a / width) * (sum / (2 * width) - valueAt(toTarget, u[0] as number));
  }
  return risk;
}

/** What an integration asks of a flow. */
export interface FiniteDynamics {
  /** The right side. */
  readonly derivative: Derivative;
  /**
   * A bound of the fastest rate near the state, for explicit methods: the row sums of U/(mε) bound what readouts do to each
   * other, those of |aᵢaⱼ U′|/m what neurons do; the curvature of the target's part is added to both.
   */
  readonly fastestRate: (state: FiniteState) => number;
}

export function finiteDynamics(flow: FiniteFlow): FiniteDynamics {
  const kernels = kernelsOf(flow);
  // Both are asked of the start of a step: what costs most is then computed once.
  let last: { readonly state: FiniteState; readonly pairs: Pairs } | undefined;
  const pairsIn = (state: FiniteState): Pairs => {
    if (last?.state !== state)
      last = { state, pairs: pairsAmong(partsOf(flow, state).neurons, flow.width, kernels) };
    return last.pairs;
  };
  return {
    derivative: (_, state) => slopeAt(flow, state, pairsIn(state)),
    fastestRate: (state) => rateAt(flow, state, pairsIn(state)),
  };
}

/** U(uᵢ·uⱼ) and U′(uᵢ·uⱼ), shape [m, m]. */
interface Pairs {
  readonly values: Float64Array;
  readonly slopes: Float64Array;
}

function pairsAmong(
  neurons: Float64Array,
  width: number,
  { among, amongSlope }: Pick<ReturnType<typeof kernelsOf>, "among" | "amongSlope">,
): Pairs {
  const dimension = neurons.length / width;
  const [values, slopes] = [new Float64Array(width * width), new Float64Array(width * width)];
  const products = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    productsWithRows(products.subarray(0, i + 1), rowOf(neurons, i, dimension), neurons);
    for (let j = 0; j <= i; j++) {
      const product = products[j] as number;
      const [here, there] = [i * width + j, j * width + i];
      values[here] = values[there] = valueAt(among, product);
      slopes[here] = slopes[there] = valueAt(amongSlope, product);
    }
  }
  return { values, slopes };
}

function slopeAt(flow: FiniteFlow, state: FiniteState, { values, slopes }: Pairs): Float64Array {
  const { width, epsilon } = flow;
  const { toTarget, toTargetSlope } = kernelsOf(flow);
  const { readouts, neurons, dimension } = partsOf(flow, state);
  const slope = new Float64Array(state.length);
  const shares = readouts.map((a) => a / width);
  const weights = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    const u = rowOf(neurons, i, dimension);
    const along = dot(shares, values.subarray(i * width, (i + 1) * width));
    slope[i] = (valueAt(toTarget, u[0] as number) - along) / epsilon;
    for (let j = 0; j < width; j++) weights[j] = -(shares[j] as number) * (slopes[i * width + j] as number);
    const force = slope.subarray(width + i * dimension, width + (i + 1) * dimension);
    addRows(force, weights, 0, neurons);
    force[0] = (force[0] as number) + valueAt(toTargetSlope, u[0] as number);
    const outward = dot(u, force);
    const a = readouts[i] as number;
    for (let k = 0; k < dimension; k++) force[k] = a * ((force[k] as number) - outward * (u[k] as number));
  }
  return slope;
}

function rateAt(flow: FiniteFlow, state: FiniteState, { values, slopes }: Pairs): number {
  const { width, epsilon } = flow;
  const { readouts } = partsOf(flow, state);
  let [ofReadouts, ofNeurons] = [0, 0];
  for (let i = 0; i < width; i++) {
    let [first, second] = [0, 0];
    for (let j = 0; j < width; j++) {
      first += Math.abs(values[i * width + j] as number);
      second += Math.abs((readouts[j] as number) * (slopes[i * width + j] as number));
    }
    ofReadouts = Math.max(ofReadouts, first);
    ofNeurons = Math.max(ofNeurons, Math.abs(readouts[i] as number) * second);
  }
  const curvature = kernelsOf(flow).toTargetSlope.reduce(
    (sum, coefficient) => sum + Math.abs(coefficient),
    0,
  );
  return ofReadouts / (width * epsilon) + ofNeurons / width + curvature / Math.sqrt(epsilon);
}
