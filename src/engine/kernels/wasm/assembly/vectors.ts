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

// Constants as vectors in memory: loading one costs less than splatting it, which the compiler would do at every use.
const CONSTANTS: usize = memory.data<f32>([
  104, 104, 104, 104, // LIMIT
  -1.44269504, -1.44269504, -1.44269504, -1.44269504, // MINUS_LOG2_E
  0.693359375, 0.693359375, 0.693359375, 0.693359375, // LN_2_HIGH
  -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, // LN_2_LOW
  1.3888889e-3, 1.3888889e-3, 1.3888889e-3, 1.3888889e-3, // EXP_6
  8.3333333e-3, 8.3333333e-3, 8.3333333e-3, 8.3333333e-3, // EXP_5
  4.1666667e-2, 4.1666667e-2, 4.1666667e-2, 4.1666667e-2, // EXP_4
  0.16666667, 0.16666667, 0.16666667, 0.16666667, // EXP_3
  0.5, 0.5, 0.5, 0.5, // HALF
  1, 1, 1, 1, // ONE
  5.421010862427522e-20, 5.421010862427522e-20, 5.421010862427522e-20, 5.421010862427522e-20, // POWER_OF_MINUS_64
  2, 2, 2, 2, // TWO
  0.06666667014360428, 0.06666667014360428, 0.06666667014360428, 0.06666667014360428, // LOG_15
  0.07692307978868484, 0.07692307978868484, 0.07692307978868484, 0.07692307978868484, // LOG_13
  0.09090909361839294, 0.09090909361839294, 0.09090909361839294, 0.09090909361839294, // LOG_11
  0.1111111119389534, 0.1111111119389534, 0.1111111119389534, 0.1111111119389534, // LOG_9
  0.1428571492433548, 0.1428571492433548, 0.1428571492433548, 0.1428571492433548, // LOG_7
  0.20000000298023224, 0.20000000298023224, 0.20000000298023224, 0.20000000298023224, // LOG_5
  0.3333333432674408, 0.3333333432674408, 0.3333333432674408, 0.3333333432674408, // LOG_3
  -5.70498872745e-3, -5.70498872745e-3, -5.70498872745e-3, -5.70498872745e-3, // TANH_11
  2.06390887954e-2, 2.06390887954e-2, 2.06390887954e-2, 2.06390887954e-2, // TANH_9
  -5.37397155531e-2, -5.37397155531e-2, -5.37397155531e-2, -5.37397155531e-2, // TANH_7
  1.33314422036e-1, 1.33314422036e-1, 1.33314422036e-1, 1.33314422036e-1, // TANH_5
  -3.33332819422e-1, -3.33332819422e-1, -3.33332819422e-1, -3.33332819422e-1, // TANH_3
  0.625, 0.625, 0.625, 0.625, // SMALL
  0, 0, 0, 0, // ZERO
  4, 4, 4, 4, // FOUR
], 16);
const LIMIT: usize = 0;
const MINUS_LOG2_E: usize = 16;
const LN_2_HIGH: usize = 32;
const LN_2_LOW: usize = 48;
const EXP_6: usize = 64;
const EXP_5: usize = 80;
const EXP_4: usize = 96;
const EXP_3: usize = 112;
const HALF: usize = 128;
const ONE: usize = 144;
const POWER_OF_MINUS_64: usize = 160;
const TWO: usize = 176;
const LOG_15: usize = 192;
const LOG_13: usize = 208;
const LOG_11: usize = 224;
const LOG_9: usize = 240;
const LOG_7: usize = 256;
const LOG_5: usize = 272;
const LOG_3: usize = 288;
const TANH_11: usize = 304;
const TANH_9: usize = 320;
const TANH_7: usize = 336;
const TANH_5: usize = 352;
const TANH_3: usize = 368;
const SMALL: usize = 384;
const ZERO: usize = 400;
const FOUR: usize = 416;

// @ts-ignore: decorator
@inline
function constant(offset: usize): v128 {
  return v128.load(CONSTANTS + offset);
}

/**
 * e^−y for y ≥ 0: 2^k e^r with |r| ≤ ½ ln 2, ln 2 in two parts (Cody, Waite), and a polynomial of degree 6 for e^r.
 * Relative error below 1.5e-7; where the result is subnormal, its last bit. 0 from y = 104 on.
 */
// @ts-ignore: decorator
@inline
export function expOfMinus(y: v128): v128 {
  const limited = f32x4.min(y, constant(LIMIT));
  const k = f32x4.nearest(f32x4.mul(limited, constant(MINUS_LOG2_E)));
  // r = −y − k ln 2, exact products since the first part of ln 2 has few bits.
  let r = f32x4.sub(f32x4.neg(limited), f32x4.mul(k, constant(LN_2_HIGH)));
  r = f32x4.sub(r, f32x4.mul(k, constant(LN_2_LOW)));
  let p = constant(EXP_6);
  p = multiplyAdd(p, r, constant(EXP_5));
  p = multiplyAdd(p, r, constant(EXP_4));
  p = multiplyAdd(p, r, constant(EXP_3));
  p = multiplyAdd(p, r, constant(HALF));
  p = multiplyAdd(f32x4.mul(p, r), r, r);
  // 2^k in two factors, since it may itself be subnormal.
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(k), i32x4.splat(127 + 64)), 23);
  const value = f32x4.mul(f32x4.mul(f32x4.add(p, constant(ONE)), power), constant(POWER_OF_MINUS_64));
  return v128.and(value, f32x4.lt(y, constant(LIMIT)));
}

/** log(1 + e) for 0 ≤ e ≤ 1: 2 artanh s with s = e/(2 + e) ≤ 1/3, series up to s^15. Relative error below 2.5e-7. */
// @ts-ignore: decorator
@inline
function logOfOnePlus(e: v128): v128 {
  const s = f32x4.div(e, f32x4.add(constant(TWO), e));
  const z = f32x4.mul(s, s);
  let p = constant(LOG_15);
  p = multiplyAdd(p, z, constant(LOG_13));
  p = multiplyAdd(p, z, constant(LOG_11));
  p = multiplyAdd(p, z, constant(LOG_9));
  p = multiplyAdd(p, z, constant(LOG_7));
  p = multiplyAdd(p, z, constant(LOG_5));
  p = multiplyAdd(p, z, constant(LOG_3));
  const twice = f32x4.add(s, s);
  return multiplyAdd(f32x4.mul(twice, z), p, twice);
}

/** tanh z from E = e^−2|z| and r = 1/(1 + E); for |z| < 0.625 by the odd polynomial of the Cephes library, which keeps small z exact. */
// @ts-ignore: decorator
@inline
function tanhFrom(z: v128, e: v128, r: v128): v128 {
  const sign = v128.and(z, i32x4.splat(i32.MIN_VALUE));
  const large = v128.or(f32x4.mul(f32x4.sub(constant(ONE), e), r), sign);
  const square = f32x4.mul(z, z);
  let p = constant(TANH_11);
  p = multiplyAdd(p, square, constant(TANH_9));
  p = multiplyAdd(p, square, constant(TANH_7));
  p = multiplyAdd(p, square, constant(TANH_5));
  p = multiplyAdd(p, square, constant(TANH_3));
  const small = multiplyAdd(f32x4.mul(p, square), z, z);
  return v128.bitselect(small, large, f32x4.lt(f32x4.abs(z), constant(SMALL)));
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
  return f32x4.mul(v128.bitselect(e, constant(ONE), f32x4.lt(z, constant(ZERO))), r);
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
  return f32x4.div(constant(ONE), f32x4.add(constant(ONE), e));
}

/** σ(z), with e = exponentialFor(activation, z) and r = reciprocalFor(e). */
// @ts-ignore: decorator
@inline
export function valueOf(activation: i32, z: v128, e: v128, r: v128): v128 {
  if (activation == TANH) return tanhFrom(z, e, r);
  if (activation == X_TANH) return f32x4.mul(z, tanhFrom(z, e, r));
  if (activation == X2_TANH) return f32x4.mul(f32x4.mul(z, z), tanhFrom(z, e, r));
  if (activation == SIGMOID) return logisticFrom(z, e, r);
  return f32x4.add(f32x4.pmax(constant(ZERO), z), logOfOnePlus(e));
}

/** σ′(z), with e and r as for the value. */
// @ts-ignore: decorator
@inline
export function slopeOf(activation: i32, z: v128, e: v128, r: v128): v128 {
  if (activation == SIGMOID) return tailSlope(e, r);
  if (activation == SOFTPLUS) return logisticFrom(z, e, r);
  const slope = f32x4.mul(constant(FOUR), tailSlope(e, r));
  if (activation == TANH) return slope;
  const tanh = tanhFrom(z, e, r);
  if (activation == X_TANH) return multiplyAdd(z, slope, tanh);
  return f32x4.mul(z, multiplyAdd(z, slope, f32x4.add(tanh, tanh)));
}
