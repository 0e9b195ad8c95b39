/**
 * Vectors of four float32: sums, exponential, logarithm and the activation functions. Strict SIMD only, so that every
 * machine computes the same bits. Error bounds were measured against float64 (tests/parity).
 */

// @ts-ignore: decorator
@inline
export function multiplyAdd(p: v128, q: v128, sum: v128): v128 {
  return f32x4.add(sum, f32x4.mul(p, q));
}

// @ts-ignore: decorator
@inline
export function sumOfLanes(v: v128): f32 {
  return f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3));
}

/**
 * e^−y for y ≥ 0: 2^k e^r with |r| ≤ ½ ln 2, ln 2 in two parts (Cody, Waite), and a polynomial of degree 6 for e^r.
 * Relative error below 1.5e-7; where the result is subnormal, its last bit. 0 from y = 104 on.
 */
// @ts-ignore: decorator
@inline
export function expOfMinus(y: v128): v128 {
  const limited = f32x4.min(y, f32x4.splat(104));
  const k = f32x4.nearest(f32x4.mul(limited, f32x4.splat(-1.44269504)));
  // r = −y − k ln 2, exact products since the first part of ln 2 has few bits.
  let r = f32x4.sub(f32x4.neg(limited), f32x4.mul(k, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(k, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.3888889e-3);
  p = multiplyAdd(p, r, f32x4.splat(8.3333333e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1666667e-2));
  p = multiplyAdd(p, r, f32x4.splat(0.16666667));
  p = multiplyAdd(p, r, f32x4.splat(0.5));
  p = multiplyAdd(f32x4.mul(p, r), r, r);
  // 2^k in two factors, since it may itself be subnormal.
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127 + 64)), 23);
  const value = f32x4.mul(f32x4.mul(f32x4.add(p, f32x4.splat(1)), power), f32x4.splat(5.421010862427522e-20));
  return v128.and(value, f32x4.lt(y, f32x4.splat(104)));
}

/** log(1 + e) for 0 ≤ e ≤ 1: 2 artanh s with s = e/(2 + e) ≤ 1/3, series up to s^15. Relative error below 2.5e-7. */
// @ts-ignore: decorator
@inline
function logOfOnePlus(e: v128): v128 {
  const s = f32x4.div(e, f32x4.add(f32x4.splat(2), e));
  const z = f32x4.mul(s, s);
  let p = f32x4.splat(<f32>(1.0 / 15));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 13)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 11)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 9)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 7)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 5)));
  p = multiplyAdd(p, z, f32x4.splat(<f32>(1.0 / 3)));
  const twice = f32x4.add(s, s);
  return multiplyAdd(f32x4.mul(twice, z), p, twice);
}

/** tanh z from E = e^−2|z| and r = 1/(1 + E); for |z| < 0.625 by the odd polynomial of the Cephes library, which keeps small z exact. */
// @ts-ignore: decorator
@inline
function tanhFrom(z: v128, e: v128, r: v128): v128 {
  const sign = v128.and(z, i32x4.splat(i32.MIN_VALUE));
  const large = v128.or(f32x4.mul(f32x4.sub(f32x4.splat(1), e), r), sign);
  const square = f32x4.mul(z, z);
  let p = f32x4.splat(-5.70498872745e-3);
  p = multiplyAdd(p, square, f32x4.splat(2.06390887954e-2));
  p = multiplyAdd(p, square, f32x4.splat(-5.37397155531e-2));
  p = multiplyAdd(p, square, f32x4.splat(1.33314422036e-1));
  p = multiplyAdd(p, square, f32x4.splat(-3.33332819422e-1));
  const small = multiplyAdd(f32x4.mul(p, square), z, z);
  return v128.bitselect(small, large, f32x4.lt(f32x4.abs(z), f32x4.splat(0.625)));
}

/** E/(1 + E)²: the slope of the logistic function, and a quarter of that of tanh, with all digits in the tails. */
// @ts-ignore: decorator
@inline
function tailSlope(e: v128, r: v128): v128 {
  return f32x4.mul(f32x4.mul(e, r), r);
}

/** 1/(1 + e^−z) from E = e^−|z| and r = 1/(1 + E). */
// @ts-ignore: decorator
@inline
function logisticFrom(z: v128, e: v128, r: v128): v128 {
  return f32x4.mul(v128.bitselect(e, f32x4.splat(1), f32x4.lt(z, f32x4.splat(0))), r);
}

/** Activation functions by the numbers that ../descend.ts gives them. */
export const RELU: i32 = 0;
export const TANH: i32 = 1;
export const X_TANH: i32 = 2;
export const X2_TANH: i32 = 3;
export const SIGMOID: i32 = 4;
export const SOFTPLUS: i32 = 5;

/** e^−|z| or e^−2|z|: what value and slope of an activation other than ReLU are made of. */
// @ts-ignore: decorator
@inline
export function exponentialFor(activation: i32, z: v128): v128 {
  const magnitude = f32x4.abs(z);
  return expOfMinus(activation < SIGMOID ? f32x4.add(magnitude, magnitude) : magnitude);
}

/** 1/(1 + e): the one division that value and slope share. */
// @ts-ignore: decorator
@inline
export function reciprocalFor(e: v128): v128 {
  return f32x4.div(f32x4.splat(1), f32x4.add(f32x4.splat(1), e));
}

/** σ(z), with e = exponentialFor(activation, z) and r = reciprocalFor(e). */
// @ts-ignore: decorator
@inline
export function valueOf(activation: i32, z: v128, e: v128, r: v128): v128 {
  if (activation == TANH) return tanhFrom(z, e, r);
  if (activation == X_TANH) return f32x4.mul(z, tanhFrom(z, e, r));
  if (activation == X2_TANH) return f32x4.mul(f32x4.mul(z, z), tanhFrom(z, e, r));
  if (activation == SIGMOID) return logisticFrom(z, e, r);
  return f32x4.add(f32x4.pmax(f32x4.splat(0), z), logOfOnePlus(e));
}

/** σ′(z), with e and r as for the value. */
// @ts-ignore: decorator
@inline
export function slopeOf(activation: i32, z: v128, e: v128, r: v128): v128 {
  if (activation == SIGMOID) return tailSlope(e, r);
  if (activation == SOFTPLUS) return logisticFrom(z, e, r);
  const slope = f32x4.mul(f32x4.splat(4), tailSlope(e, r));
  if (activation == TANH) return slope;
  const tanh = tanhFrom(z, e, r);
  if (activation == X_TANH) return multiplyAdd(z, slope, tanh);
  return f32x4.mul(z, multiplyAdd(z, slope, f32x4.add(tanh, tanh)));
}
