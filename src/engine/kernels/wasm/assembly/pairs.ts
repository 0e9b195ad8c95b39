/**
 * Sums over all pairs of neurons without a sample, in float64 and strict 128-bit SIMD: the arc-cosine kernel κ of ReLU
 * neurons on Gaussian inputs, and Σᵢ wᵢ ∇κ(bⱼ, bᵢ). Formulas and the same sums in plain TypeScript are in
 * src/theory/quenching/; every operation here comes in the order of there, so that both give the same bits.
 *
 *   b [count, stride], neuron by neuron; the stride is a multiple of four, and what pads a row is zero
 *   lengths, weights, along [count]   shares [rows, count], rows a multiple of four   sums [rows, stride]
 *
 * All begin at a multiple of 16 bytes. Scratch of `count` numbers and one more, for what comes in twos, is at `scratch`.
 */
import { turns } from "./turns";

const TURN: f64 = 6.283185307179586;

/** The first byte of memory that holds no constant. */
export function firstFreeByte(): usize {
  return (__heap_base + 63) & ~63;
}

/** |b| of every neuron, each sum from the first input to the last. */
function measureLengths(b: usize, lengths: usize, count: i32, d: i32, stride: i32): void {
  for (let j = 0; j < count; j++) {
    const row = b + (<usize>(j * stride) << 3);
    let sum: f64 = 0;
    for (let at = row, end = row + (<usize>d << 3); at < end; at += 8) sum += load<f64>(at) * load<f64>(at);
    store<f64>(lengths + (<usize>j << 3), sqrt(sum));
  }
}

/** Products with b of the four inputs from `at` on, each of the two vectors added to a sum of its own. */
// @ts-ignore: decorator
@inline
function multiplyAdd(p: v128, q: v128, sum: v128): v128 {
  return f64x2.add(sum, f64x2.mul(p, q));
}

/** (s₀ + s₁) + (s₂ + s₃) of two neurons, with s₀, s₁ and s₂, s₃ in two vectors each, and what is over added to s₀. */
// @ts-ignore: decorator
@inline
function total(one01: v128, one23: v128, two01: v128, two23: v128, one: usize, two: usize, own: usize, end: usize): v128 {
  let s0 = v128.shuffle<f64>(one01, two01, 0, 2);
  for (let at: usize = 0; own + at < end; at += 8)
    s0 = multiplyAdd(v128.load64_lane(two + at, v128.load64_zero(one + at), 1), v128.load64_splat(own + at), s0);
  const s1 = v128.shuffle<f64>(one01, two01, 1, 3);
  const s2 = v128.shuffle<f64>(one23, two23, 0, 2), s3 = v128.shuffle<f64>(one23, two23, 1, 3);
  return f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
}

/** bⱼ·bᵢ for all i < last, four at a time; writes up to three numbers more, of neurons that come once again. */
function multiply(b: usize, inner: usize, j: i32, last: i32, d: i32, stride: i32): void {
  const row = <usize>stride << 3, own = b + <usize>j * row;
  const fours = own + (<usize>(d & ~3) << 3), end = own + (<usize>d << 3), most = b + <usize>(last - 1) * row;
  for (let i = 0; i < last; i += 4) {
    let at0 = b + <usize>i * row, at1 = min(at0 + row, most), at2 = min(at1 + row, most), at3 = min(at2 + row, most);
    const zero = f64x2.splat(0);
    let a01 = zero, a23 = zero, b01 = zero, b23 = zero, c01 = zero, c23 = zero, d01 = zero, d23 = zero;
    let at = own;
    for (; at < fours; at += 32) {
      const own01 = v128.load(at), own23 = v128.load(at, 16);
      a01 = multiplyAdd(v128.load(at0), own01, a01);
      a23 = multiplyAdd(v128.load(at0, 16), own23, a23);
      b01 = multiplyAdd(v128.load(at1), own01, b01);
      b23 = multiplyAdd(v128.load(at1, 16), own23, b23);
      c01 = multiplyAdd(v128.load(at2), own01, c01);
      c23 = multiplyAdd(v128.load(at2, 16), own23, c23);
      d01 = multiplyAdd(v128.load(at3), own01, d01);
      d23 = multiplyAdd(v128.load(at3, 16), own23, d23);
      at0 += 32; at1 += 32; at2 += 32; at3 += 32;
    }
    const to = inner + (<usize>i << 3);
    v128.store(to, total(a01, a23, b01, b23, at0, at1, at, end));
    v128.store(to, total(c01, c23, d01, d23, at2, at3, at, end), 16);
  }
}

/** κ(bⱼ, bᵢ), [count, count], from b alone. */
export function kernelAmong(b: usize, lengths: usize, kernel: usize, scratch: usize, count: i32, d: i32, stride: i32): void {
  measureLengths(b, lengths, count, d, stride);
  const size = <usize>(count + 4) << 3, inner = scratch, sines = scratch + size, angles = sines + size;
  for (let j = 0; j < count; j++) {
    multiply(b, inner, j, j + 1, d, stride);
    const length = load<f64>(lengths + (<usize>j << 3));
    turns(inner, lengths, length, sines, angles, j + 1);
    for (let i = 0; i <= j; i++) {
      const at = <usize>i << 3;
      const part = (length * load<f64>(lengths + at) * load<f64>(sines + at)) / TURN;
      const value = part + load<f64>(angles + at) * load<f64>(inner + at);
      store<f64>(kernel + (<usize>(j * count + i) << 3), value);
      store<f64>(kernel + (<usize>(i * count + j) << 3), value);
    }
  }
}

/** Σᵢ wᵢ ∇κ(bⱼ, bᵢ) of the first `width` neurons, over all of them, into `sums`; `along` and `shares` must be zero before. */
export function kernelGradient(
  b: usize, weights: usize, lengths: usize, along: usize, shares: usize, sums: usize, scratch: usize,
  count: i32, width: i32, d: i32, stride: i32,
): void {
  measureLengths(b, lengths, count, d, stride);
  sharePairs(b, weights, lengths, along, shares, scratch, count, width, d, stride);
  for (let j = 0; j < width; j += 4) addRows(b, shares, sums, j, count, stride);
  for (let j = 0; j < width; j++) {
    const row = <usize>(j * stride) << 3, factor = v128.load64_splat(along + (<usize>j << 3));
    for (let at: usize = 0, end = <usize>stride << 3; at < end; at += 16)
      v128.store(sums + row + at, multiplyAdd(factor, v128.load(b + row + at), v128.load(sums + row + at)));
  }
}

/**
 * Row j of `shares`: wᵢ (π − φ)/2π, with which ∇κ(bⱼ, bᵢ) points along bᵢ. And what of it all points along bⱼ itself:
 * Σᵢ wᵢ |bᵢ| sin φ/2π|bⱼ|.
 */
function sharePairs(
  b: usize, weights: usize, lengths: usize, along: usize, shares: usize, scratch: usize,
  count: i32, width: i32, d: i32, stride: i32,
): void {
  const size = <usize>(count + 4) << 3, inner = scratch, sines = scratch + size, angles = sines + size;
  for (let j = 0; j < count; j++) {
    const last = min(j, width);
    const length = load<f64>(lengths + (<usize>j << 3)), weight = load<f64>(weights + (<usize>j << 3));
    if (last > 0) {
      multiply(b, inner, j, last, d, stride);
      turns(inner, lengths, length, sines, angles, last);
    }
    const pull = f64x2.splat(weight * length), lengthOfOwn = f64x2.splat(length), turn = f64x2.splat(TURN);
    let ownAlong = j < width ? load<f64>(along + (<usize>j << 3)) : 0;
    for (let i = 0; i < last; i += 2) {
      const at = <usize>i << 3;
      const others = v128.load(lengths + at), sine = f64x2.div(v128.load(sines + at), turn);
      const isPair = i + 1 < last;
      const theirs = f64x2.add(v128.load(along + at), f64x2.div(f64x2.mul(pull, sine), others));
      const weightsOfPair = v128.load(weights + at);
      const ours = f64x2.div(f64x2.mul(f64x2.mul(weightsOfPair, others), sine), lengthOfOwn);
      const share = v128.load(angles + at);
      const given = f64x2.mul(f64x2.splat(weight), share), taken = f64x2.mul(weightsOfPair, share);
      const column = shares + (<usize>(i * count + j) << 3), row = shares + (<usize>(j * count + i) << 3);
      v128.store64_lane(along + at, theirs, 0);
      v128.store64_lane(column, given, 0);
      if (j < width) {
        ownAlong += f64x2.extract_lane(ours, 0);
        v128.store64_lane(row, taken, 0);
      }
      if (!isPair) break;
      v128.store64_lane(along + at + 8, theirs, 1);
      v128.store64_lane(column + (<usize>count << 3), given, 1);
      if (j < width) {
        ownAlong += f64x2.extract_lane(ours, 1);
        v128.store64_lane(row + 8, taken, 1);
      }
    }
    if (j >= width) continue;
    store<f64>(along + (<usize>j << 3), ownAlong);
    store<f64>(shares + (<usize>(j * count + j) << 3), weight / 2);
  }
}

/** Rows j to j + 3 of the matrix product of shares and b, in columns of four. */
function addRows(b: usize, shares: usize, sums: usize, j: i32, count: i32, stride: i32): void {
  const row = <usize>stride << 3, widthOfShares = <usize>count << 3;
  const from = shares + <usize>j * widthOfShares, to = sums + <usize>j * row;
  for (let k: usize = 0; k < row; k += 32) {
    const zero = f64x2.splat(0);
    let a01 = zero, a23 = zero, b01 = zero, b23 = zero, c01 = zero, c23 = zero, d01 = zero, d23 = zero;
    let share0 = from, share1 = from + widthOfShares, share2 = share1 + widthOfShares, share3 = share2 + widthOfShares;
    let at = b + k;
    for (const end = share1; share0 < end; share0 += 8) {
      const r01 = v128.load(at), r23 = v128.load(at, 16);
      const w0 = v128.load64_splat(share0), w1 = v128.load64_splat(share1);
      const w2 = v128.load64_splat(share2), w3 = v128.load64_splat(share3);
      a01 = multiplyAdd(w0, r01, a01); a23 = multiplyAdd(w0, r23, a23);
      b01 = multiplyAdd(w1, r01, b01); b23 = multiplyAdd(w1, r23, b23);
      c01 = multiplyAdd(w2, r01, c01); c23 = multiplyAdd(w2, r23, c23);
      d01 = multiplyAdd(w3, r01, d01); d23 = multiplyAdd(w3, r23, d23);
      at += row; share1 += 8; share2 += 8; share3 += 8;
    }
    let into = to + k;
    v128.store(into, a01); v128.store(into, a23, 16); into += row;
    v128.store(into, b01); v128.store(into, b23, 16); into += row;
    v128.store(into, c01); v128.store(into, c23, 16); into += row;
    v128.store(into, d01); v128.store(into, d23, 16);
  }
}
