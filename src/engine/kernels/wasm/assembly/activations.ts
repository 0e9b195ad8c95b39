/** The activation functions but ReLU, with their slopes, on the preactivations of eight neurons. */
import { a, BLOCK, neuronMask, rowOfNeurons, s, samples, slopes, z } from "./arrays";
import {
  constant, EXP_3, EXP_4, EXP_5, EXP_6, HALF, LN_2_HIGH, LN_2_LOW, LOG2_E, logOfOnePlus, MINUS_LIMIT, MINUS_SMALL,
  multiplyAdd, ONE, POWER_OF_MINUS_65, ROUNDING, SIGN, TANH_11, TANH_3, TANH_5, TANH_7, TANH_9,
} from "./vectors";

/** Activation functions by the numbers that ../descend.ts gives them. */
export const RELU: i32 = 0;
export const TANH: i32 = 1;
export const X_TANH: i32 = 2;
export const X2_TANH: i32 = 3;
export const SIGMOID: i32 = 4;
export const SOFTPLUS: i32 = 5;

/** Bytes of the vectors that go through the three stages together: few enough to stay in the nearest cache. */
const CHUNK: usize = 1024;
/** For each vector of a chunk: r, and later e^x; 2^(k + 65); tanh z where z is small. */
const reduced: usize = memory.data(1024, 16);
const powers: usize = memory.data(1024, 16);
const smalls: usize = memory.data(1024, 16);

/**
 * First stage. x = −|z|, or −2|z| for a kind made of tanh, is k ln 2 + r with |r| ≤ ½ ln 2, ln 2 in two parts (Cody,
 * Waite); x = −104, where e^x is 0, stands for all below it and for what is no number. Beside it, with nothing to wait
 * for, tanh z for small z, by the odd polynomial of the Cephes library.
 */
// @ts-ignore: decorator
@inline
function prepare(row: usize, size: usize, byTanh: bool): void {
  const limit = constant(MINUS_LIMIT), sign = constant(SIGN), rounding = constant(ROUNDING);
  const log2E = constant(LOG2_E), ln2High = constant(LN_2_HIGH), ln2Low = constant(LN_2_LOW);
  const c11 = constant(TANH_11), c9 = constant(TANH_9), c7 = constant(TANH_7), c5 = constant(TANH_5), c3 = constant(TANH_3);
  for (let at: usize = 0; at < size; at += 16) {
    const z = v128.load(row + at);
    let x = v128.or(z, sign);
    if (byTanh) x = f32x4.add(x, x);
    x = f32x4.pmax(limit, x);
    // Numbers of the size of 1.5 · 2^23 have no fraction: the sum rounds to k + 1.5 · 2^23 + 192, k + 192 in its last bits.
    const rounded = f32x4.add(f32x4.mul(x, log2E), rounding);
    // Those bits are the exponent of 2^(k + 65).
    v128.store(at, i32x4.shl(rounded, 23), powers);
    const k = f32x4.sub(rounded, rounding);
    const r = f32x4.sub(x, f32x4.mul(k, ln2High));
    v128.store(at, f32x4.sub(r, f32x4.mul(k, ln2Low)), reduced);
    if (byTanh) {
      const square = f32x4.mul(z, z);
      let p = multiplyAdd(c11, square, c9);
      p = multiplyAdd(p, square, c7);
      p = multiplyAdd(p, square, c5);
      p = multiplyAdd(p, square, c3);
      v128.store(at, multiplyAdd(f32x4.mul(p, square), z, z), smalls);
    }
  }
}

/** Second half: a polynomial of degree 6 for e^r, times 2^k in two factors, since it may itself be subnormal. */
function exponentiate(size: usize): void {
  const c6 = constant(EXP_6), c5 = constant(EXP_5), c4 = constant(EXP_4), c3 = constant(EXP_3);
  const half = constant(HALF), one = constant(ONE), scale = constant(POWER_OF_MINUS_65);
  for (let at: usize = 0; at < size; at += 16) {
    const r = v128.load(at, reduced);
    let p = multiplyAdd(c6, r, c5);
    p = multiplyAdd(p, r, c4);
    p = multiplyAdd(p, r, c3);
    p = multiplyAdd(p, r, half);
    p = multiplyAdd(f32x4.mul(p, r), r, r);
    v128.store(at, f32x4.mul(f32x4.mul(f32x4.add(p, one), v128.load(at, powers)), scale), reduced);
  }
}

// @ts-ignore: decorator
@inline
function finishByTanh(kind: i32, row: usize, slopeRow: usize, size: usize): void {
  const sign = constant(SIGN), one = constant(ONE), minusSmall = constant(MINUS_SMALL);
  for (let at: usize = 0; at < size; at += 16) {
    const z = v128.load(row + at), e = v128.load(at, reduced), small = v128.load(at, smalls);
    const r = f32x4.div(one, f32x4.add(one, e));
    const large = v128.or(f32x4.mul(f32x4.sub(one, e), r), v128.and(z, sign));
    const tanh = v128.bitselect(small, large, f32x4.gt(v128.or(z, sign), minusSmall));
    const twice = f32x4.add(r, r);
    const slope = f32x4.mul(f32x4.mul(e, twice), twice);
    if (kind == TANH) {
      v128.store(slopeRow + at, slope);
      v128.store(row + at, tanh);
    } else if (kind == X_TANH) {
      v128.store(slopeRow + at, multiplyAdd(z, slope, tanh));
      v128.store(row + at, f32x4.mul(z, tanh));
    } else {
      v128.store(slopeRow + at, f32x4.mul(z, multiplyAdd(z, slope, f32x4.add(tanh, tanh))));
      v128.store(row + at, f32x4.mul(f32x4.mul(z, z), tanh));
    }
  }
}

// @ts-ignore: decorator
@inline
function finishByLogistic(kind: i32, row: usize, slopeRow: usize, size: usize): void {
  const one = constant(ONE), zero = f32x4.splat(0);
  for (let at: usize = 0; at < size; at += 16) {
    const z = v128.load(row + at), e = v128.load(at, reduced);
    const r = f32x4.div(one, f32x4.add(one, e));
    const logistic = f32x4.mul(v128.bitselect(e, one, f32x4.lt(z, zero)), r);
    if (kind == SIGMOID) {
      v128.store(slopeRow + at, f32x4.mul(f32x4.mul(e, r), r));
      v128.store(row + at, logistic);
    } else {
      v128.store(slopeRow + at, logistic);
      v128.store(row + at, f32x4.add(f32x4.pmax(zero, z), logOfOnePlus(e)));
    }
  }
}

/** Turns preactivations in z from `row` on into values, and writes their slopes. */
// @ts-ignore: decorator
@inline
function activateAll(kind: i32, row: usize, slope: usize, size: usize): void {
  for (let left = size; left > 0;) {
    const now = min(left, CHUNK);
    prepare(row, now, kind < SIGMOID);
    exponentiate(now);
    if (kind < SIGMOID) finishByTanh(kind, row, slope, now);
    else finishByLogistic(kind, row, slope, now);
    row += now;
    slope += now;
    left -= now;
  }
}

function tanh(row: usize, slope: usize, size: usize): void { activateAll(TANH, row, slope, size); }
function xTanh(row: usize, slope: usize, size: usize): void { activateAll(X_TANH, row, slope, size); }
function x2Tanh(row: usize, slope: usize, size: usize): void { activateAll(X2_TANH, row, slope, size); }
function sigmoid(row: usize, slope: usize, size: usize): void { activateAll(SIGMOID, row, slope, size); }
function softplus(row: usize, slope: usize, size: usize): void { activateAll(SOFTPLUS, row, slope, size); }

/** Blocks of neurons, in bytes of a row of w, whose preactivations make a chunk. */
export function stripOfBlocks(): usize {
  return max(CHUNK / (samples * BLOCK), 1) * BLOCK;
}

/** Turns the preactivations in z of the neurons from `first` to `last` into values, and writes their slopes. */
export function activate(kind: i32, first: usize, last: usize): void {
  const row = z + first * samples, slope = slopes + first * samples, size = (last - first) * samples;
  if (kind == TANH) tanh(row, slope, size);
  else if (kind == X_TANH) xTanh(row, slope, size);
  else if (kind == X2_TANH) x2Tanh(row, slope, size);
  else if (kind == SIGMOID) sigmoid(row, slope, size);
  else softplus(row, slope, size);
  if (last == rowOfNeurons) clearPadding(last - BLOCK);
}

/** Adds aₖσ of eight neurons to the sums s. */
export function addOutputs(block: usize): void {
  const a0 = v128.load(a + block), a1 = v128.load(a + block, 16);
  let row = z + block * samples, sums = s;
  for (const end = s + (samples << 4); sums < end; sums += 16) {
    v128.store(sums, multiplyAdd(a1, v128.load(row, 16), multiplyAdd(a0, v128.load(row), v128.load(sums))));
    row += BLOCK;
  }
}

/** A neuron of the padding has neither value nor slope. */
function clearPadding(block: usize): void {
  const mask0 = v128.load(neuronMask), mask1 = v128.load(neuronMask, 16);
  let row = z + block * samples, slope = slopes + block * samples;
  for (const end = row + BLOCK * samples; row < end; row += BLOCK) {
    v128.store(row, v128.and(v128.load(row), mask0));
    v128.store(row, v128.and(v128.load(row, 16), mask1), 16);
    v128.store(slope, v128.and(v128.load(slope), mask0));
    v128.store(slope, v128.and(v128.load(slope, 16), mask1), 16);
    slope += BLOCK;
  }
}
