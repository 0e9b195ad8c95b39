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
  -104, -104, -104, -104, // MINUS_LIMIT
  1.44269504, 1.44269504, 1.44269504, 1.44269504, // LOG2_E
  0.693359375, 0.693359375, 0.693359375, 0.693359375, // LN_2_HIGH
  -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, -2.12194440e-4, // LN_2_LOW
  1.3888889e-3, 1.3888889e-3, 1.3888889e-3, 1.3888889e-3, // EXP_6
  8.3333333e-3, 8.3333333e-3, 8.3333333e-3, 8.3333333e-3, // EXP_5
  4.1666667e-2, 4.1666667e-2, 4.1666667e-2, 4.1666667e-2, // EXP_4
  0.16666667, 0.16666667, 0.16666667, 0.16666667, // EXP_3
  0.5, 0.5, 0.5, 0.5, // HALF
  1, 1, 1, 1, // ONE
  12583104, 12583104, 12583104, 12583104, // ROUNDING
  2.710505431213761e-20, 2.710505431213761e-20, 2.710505431213761e-20, 2.710505431213761e-20, // POWER_OF_MINUS_65
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
  -0.625, -0.625, -0.625, -0.625, // MINUS_SMALL
  0, 0, 0, 0, // ZERO
  -0.0, -0.0, -0.0, -0.0, // SIGN
  4, 4, 4, 4, // FOUR
], 16);
export const MINUS_LIMIT: usize = 0;
export const LOG2_E: usize = 16;
export const LN_2_HIGH: usize = 32;
export const LN_2_LOW: usize = 48;
export const EXP_6: usize = 64;
export const EXP_5: usize = 80;
export const EXP_4: usize = 96;
export const EXP_3: usize = 112;
export const HALF: usize = 128;
export const ONE: usize = 144;
export const ROUNDING: usize = 160;
export const POWER_OF_MINUS_65: usize = 176;
export const TWO: usize = 192;
export const LOG_15: usize = 208;
export const LOG_13: usize = 224;
export const LOG_11: usize = 240;
export const LOG_9: usize = 256;
export const LOG_7: usize = 272;
export const LOG_5: usize = 288;
export const LOG_3: usize = 304;
export const TANH_11: usize = 320;
export const TANH_9: usize = 336;
export const TANH_7: usize = 352;
export const TANH_5: usize = 368;
export const TANH_3: usize = 384;
export const MINUS_SMALL: usize = 400;
export const ZERO: usize = 416;
export const SIGN: usize = 432;
export const FOUR: usize = 448;

// @ts-ignore: decorator
@inline
export function constant(offset: usize): v128 {
  return v128.load(CONSTANTS + offset);
}

/** log(1 + e) for 0 ≤ e ≤ 1: 2 artanh s with s = e/(2 + e) ≤ 1/3, series up to s^15. Relative error below 2.5e-7. */
// @ts-ignore: decorator
@inline
export function logOfOnePlus(e: v128): v128 {
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
