/**
 * Activation functions and their slopes in float64, written so that neither overflows nor loses digits where the
 * value is small: the definitions against which the kernels are tested, with the same bits on every machine.
 */
import { exp, logOfOnePlus, tanh } from "../math/elementary.ts";

export const ACTIVATIONS = ["relu", "tanh", "xTanh", "x2Tanh", "sigmoid", "softplus"] as const;
export type ActivationName = (typeof ACTIVATIONS)[number];

export interface Activation {
  /** σ(z). */
  readonly value: (z: number) => number;
  /** σ′(z). */
  readonly slope: (z: number) => number;
}

/** 1/(1 + e^−z), from e^−|z| so that it cannot overflow. */
function logistic(z: number): number {
  const e = exp(-Math.abs(z));
  return (z < 0 ? e : 1) / (1 + e);
}

/** tanh′ = 4 E/(1 + E)² with E = e^−2|z|: 1 − tanh² would lose its digits where it is small. */
function tanhSlope(z: number): number {
  const e = exp(-2 * Math.abs(z));
  return (4 * e) / ((1 + e) * (1 + e));
}

export const activations: Readonly<Record<ActivationName, Activation>> = {
  /** max(z, 0), with slope 0 at 0 as in TensorFlow.js. */
  relu: { value: (z) => Math.max(z, 0), slope: (z) => (z > 0 ? 1 : 0) },
  tanh: { value: tanh, slope: tanhSlope },
  /** z tanh z. */
  xTanh: { value: (z) => z * tanh(z), slope: (z) => tanh(z) + z * tanhSlope(z) },
  /** z² tanh z. */
  x2Tanh: {
    value: (z) => z * z * tanh(z),
    slope: (z) => z * (2 * tanh(z) + z * tanhSlope(z)),
  },
  sigmoid: { value: logistic, slope: (z) => logistic(z) * logistic(-z) },
  /** log(1 + e^z). */
  softplus: { value: (z) => Math.max(z, 0) + logOfOnePlus(exp(-Math.abs(z))), slope: logistic },
};
