/**
 * Training of the output weights alone, in closed form: gradient flow from a = 0 on R̂ = 1/n |Φs a − y|² with the features
 * Φ of the start, and where it ends, at the least squares of smallest norm (Ma, Wu, E, MSML 2020, eq. 5).
 *
 *     ȧ = −2/n Φᵀ(Φa − y),     a(t) = Φᵀ U diag((1 − e^{−2λᵢt/n}) / λᵢ) Uᵀ y     with ΦΦᵀ = U diag(λᵢ) Uᵀ
 *
 * and the same with ΦᵀΦ where there are fewer features than samples. Eigenvectors come from ml-matrix, whose method for
 * symmetric matrices takes + − × ÷ √ alone, so that every machine gets the same bits.
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { tanh } from "../../math/elementary.ts";
import { dot } from "../../math/vectors.ts";

/** What is known of the features and targets once and for all. */
export interface RandomFeatures {
  /** Output weights after the time t, Infinity included, shape [m]. */
  weightsAt(time: number): Float64Array;
  /** The same as Σ over eigenvectors of share × mode: the shares, shape [k], which cost little at many times. */
  sharesAt(time: number): Float64Array;
  /** The modes, an eigenvector's weights in each column, shape [m, k]. */
  readonly modes: Matrix;
  /** 1/n |Φa(t) − y|² by the shares alone; its rounding is that of |y|². */
  sampleRiskAt(time: number): number;
}

/** Eigenvalues below this share of the largest are rounding: nothing is learnt along them. */
const ROUNDING = 1e-14;

/** @param features Φ, row by row of the samples, shape [n, m] */
export function randomFeatures(features: Float64Array, targets: ArrayLike<number>): RandomFeatures {
  const samples = targets.length;
  const width = features.length / samples;
  const phi = new Matrix(
    Array.from({ length: samples }, (_, i) => features.subarray(i * width, (i + 1) * width)),
  );
  const transposed = phi.transpose();
  const y = Matrix.columnVector(Array.from(targets));
  const isWide = width > samples;
  const { eigenvectorMatrix: vectors, realEigenvalues: values } = new EigenvalueDecomposition(
    isWide ? phi.mmul(transposed) : transposed.mmul(phi),
    { assumeSymmetric: true },
  );
  const largest = Math.max(...values);
  const along = vectors.transpose().mmul(isWide ? y : transposed.mmul(y));
  const sharesAt = (time: number) =>
    Float64Array.from(values, (value) => learntShare(value, value > ROUNDING * largest, time / samples));
  // What y has along each eigenvector of ΦΦᵀ, squared, and what it has along none of them.
  const squares = Float64Array.from(values, (value, k) => {
    const part = along.get(k, 0);
    return isWide ? part * part : value > ROUNDING * largest ? (part * part) / value : 0;
  });
  const all = dot(targets, targets);
  const rest = isWide ? 0 : Math.max(0, all - squares.reduce((sum, square) => sum + square, 0));
  const scaled = vectors.clone().mulRowVector(along);
  return {
    sharesAt,
    modes: isWide ? transposed.mmul(scaled) : scaled,
    sampleRiskAt: (time) => {
      const left = sharesAt(time).reduce((sum, share, k) => {
        const remains = 1 - share * (values[k] as number);
        return sum + remains * remains * (squares[k] as number);
      }, rest);
      return left / samples;
    },
    weightsAt: (time) => {
      const learnt = along.clone();
      values.forEach((value, k) => {
        learnt.set(k, 0, learnt.get(k, 0) * learntShare(value, value > ROUNDING * largest, time / samples));
      });
      const weights = vectors.mmul(learnt);
      return Float64Array.from((isWide ? transposed.mmul(weights) : weights).to1DArray());
    },
  };
}

/** (1 − e^{−2λt})/λ: 1/λ in the end; with 1 − e^{−2z} = 2 tanh z/(1 + tanh z), which keeps the digits of small z. */
function learntShare(value: number, counts: boolean, time: number): number {
  if (!counts) return 0;
  const half = tanh(value * time);
  return (2 * half) / (1 + half) / value;
}
