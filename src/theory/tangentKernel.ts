/**
 * The tangent kernel of a two-layer ReLU network at its start, and the rates at which it lets the risk decay as long as
 * the kernel stays what it was: in the linear regime. Of the average over Gaussian starts, in closed form (Cho, Saul,
 * NIPS 2009), and of one given network. Nothing is trained here.
 */

import { type Matrix, symmetricEigenvalues } from "../math/eigenvalues.ts";
import { angleOf } from "../math/elementary.ts";
import { dot } from "../math/vectors.ts";

type Rows = readonly (readonly number[])[];

/** Angle between two vectors, in [0, π]; 0 if one of them is null. */
function angleBetween(x: readonly number[], y: readonly number[]): number {
  const product = dot(x, y);
  const squaredSine = dot(x, x) * dot(y, y) - product * product;
  return angleOf(Math.sqrt(Math.max(0, squaredSine)), product);
}

function symmetric(rows: Rows, entry: (x: readonly number[], y: readonly number[]) => number): Matrix {
  return rows.map((_, i) =>
    rows.map((__, j) => entry(rows[Math.min(i, j)] as number[], rows[Math.max(i, j)] as number[])),
  );
}

/**
 * K^[a]_ij = E σ(w·xᵢ) σ(w·xⱼ) for w ~ N(0, I), shape [n, n]: what the output weights contribute,
 * |x||x′|/(2π) · (sin θ + (π − θ) cos θ).
 */
export function outputKernel(rows: Rows): Matrix {
  return symmetric(rows, (x, y) => {
    const angle = angleBetween(x, y);
    const product = dot(x, y);
    const squaredSine = Math.max(0, dot(x, x) * dot(y, y) - product * product);
    return (Math.sqrt(squaredSine) + (Math.PI - angle) * product) / (2 * Math.PI);
  });
}

/**
 * K^[w]_ij = E a² σ′(w·xᵢ) σ′(w·xⱼ) xᵢ·xⱼ for a ~ N(0, 1), w ~ N(0, I), shape [n, n]: what the input weights
 * contribute, x·x′ (π − θ)/(2π).
 */
export function inputKernel(rows: Rows): Matrix {
  return symmetric(rows, (x, y) => (dot(x, y) * (Math.PI - angleBetween(x, y))) / (2 * Math.PI));
}

/** M neurons of the normalised model with the scales κ and κ′. */
export interface WideNetwork {
  readonly neurons: number;
  readonly kappa: number;
  readonly kappaPrime: number;
}

/**
 * Eigenvalues of ė = −G e for infinitely many neurons at the start, G = Mκ²/n (K^[a]/κ′ + κ′ K^[w]), in rising order:
 * the part of the residuals along the k-th eigenvector decays at the k-th rate, and of the risk at twice that.
 */
export function residualRates(rows: Rows, { neurons, kappa, kappaPrime }: WideNetwork): number[] {
  const byOutput = outputKernel(rows);
  const byInput = inputKernel(rows);
  const factor = (neurons * kappa * kappa) / rows.length;
  return symmetricEigenvalues(
    byOutput.map((row, i) =>
      row.map((entry, j) => factor * (entry / kappaPrime + kappaPrime * (byInput[i]?.[j] as number))),
    ),
  );
}

/** w, shape [d, M], and a, shape [M]. */
interface Weights {
  readonly width: number;
  readonly inputWeights: ArrayLike<number>;
  readonly outputWeights: ArrayLike<number>;
}

/**
 * Eigenvalues of ė = −G e for one network of the normalised model, in rising order, with its own sums over neurons in
 * place of the averages: G_ij = κ²/n Σₖ (σ(wₖ·xᵢ) σ(wₖ·xⱼ)/κ′ + κ′ aₖ² σ′(wₖ·xᵢ) σ′(wₖ·xⱼ) xᵢ·xⱼ).
 */
export function residualRatesOf(
  { width, inputWeights, outputWeights }: Weights,
  rows: Rows,
  { kappa, kappaPrime }: Omit<WideNetwork, "neurons">,
): number[] {
  const activations = rows.map((row) =>
    Float64Array.from({ length: width }, (_, k) =>
      Math.max(
        0,
        row.reduce((sum, x, j) => sum + x * (inputWeights[j * width + k] as number), 0),
      ),
    ),
  );
  const entry = (i: number, j: number) => {
    const [first, second] = [activations[i] as Float64Array, activations[j] as Float64Array];
    let [byOutput, byInput] = [0, 0];
    for (let k = 0; k < width; k++) {
      const [one, other, readout] = [first[k] as number, second[k] as number, outputWeights[k] as number];
      byOutput += one * other;
      if (one > 0 && other > 0) byInput += readout * readout;
    }
    return byOutput / kappaPrime + kappaPrime * byInput * dot(rows[i] as number[], rows[j] as number[]);
  };
  const factor = (kappa * kappa) / rows.length;
  return symmetricEigenvalues(rows.map((_, i) => rows.map((__, j) => factor * entry(i, j))));
}

/** Rate of the risk once only its slowest part is left: 2Mκ²/n · λ_min(K^[a]/κ′ + κ′ K^[w]). */
export function lateRiskRate(rows: Rows, network: WideNetwork): number {
  return 2 * (residualRates(rows, network)[0] as number);
}
