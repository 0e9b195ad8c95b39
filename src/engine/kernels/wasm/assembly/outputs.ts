/**
 * The outputs of a ReLU network in float64 and strict 128-bit SIMD. Every operation comes in the order of `outputs` in
 * src/engine/reference.ts, so that both give the same bits: in each preactivation from the first input to the last, in
 * each output from the first neuron to the last.
 *
 *   w [m/8, d, 8]   a [m]   x [n/2, d, 2], two examples side by side   f [n], sums that were zero before
 *
 * All begin at a multiple of 16 bytes; m is a multiple of eight and n of two, and what pads them is zero.
 */

/** Bytes of eight neurons. */
const BLOCK: usize = 64;

/** The first byte of memory that holds no constant. */
export function firstFreeByte(): usize {
  return (__heap_base + 63) & ~63;
}

/** What two neighbouring neurons add to an output: nothing where their preactivation is not above zero. */
// @ts-ignore: decorator
@inline
function added(sum: f64, z: v128, a: v128): f64 {
  const parts = v128.and(f64x2.mul(a, z), f64x2.gt(z, f64x2.splat(0)));
  return sum + f64x2.extract_lane(parts, 0) + f64x2.extract_lane(parts, 1);
}

/** f = Σₖ aₖ max(wₖ·x, 0) of all examples. */
export function addOutputs(w: usize, a: usize, x: usize, f: usize, neurons: i32, sampleSize: i32, d: i32): void {
  const block = <usize>d * BLOCK, pair = <usize>d << 4;
  const endOfNeurons = w + <usize>(neurons >> 3) * block, endOfSample = x + <usize>(sampleSize >> 1) * pair;
  for (; w < endOfNeurons; w += block, a += BLOCK) {
    const a01 = v128.load(a), a23 = v128.load(a, 16), a45 = v128.load(a, 32), a67 = v128.load(a, 48);
    for (let at = x, to = f; at < endOfSample; to += 16) {
      const zero = f64x2.splat(0);
      let p01 = zero, p23 = zero, p45 = zero, p67 = zero, q01 = zero, q23 = zero, q45 = zero, q67 = zero;
      let row = w;
      for (const end = at + pair; at < end; at += 16) {
        const xp = v128.load64_splat(at), xq = v128.load64_splat(at, 8);
        const w01 = v128.load(row), w23 = v128.load(row, 16), w45 = v128.load(row, 32), w67 = v128.load(row, 48);
        p01 = f64x2.add(p01, f64x2.mul(xp, w01)); q01 = f64x2.add(q01, f64x2.mul(xq, w01));
        p23 = f64x2.add(p23, f64x2.mul(xp, w23)); q23 = f64x2.add(q23, f64x2.mul(xq, w23));
        p45 = f64x2.add(p45, f64x2.mul(xp, w45)); q45 = f64x2.add(q45, f64x2.mul(xq, w45));
        p67 = f64x2.add(p67, f64x2.mul(xp, w67)); q67 = f64x2.add(q67, f64x2.mul(xq, w67));
        row += BLOCK;
      }
      store<f64>(to, added(added(added(added(load<f64>(to), p01, a01), p23, a23), p45, a45), p67, a67));
      store<f64>(to, added(added(added(added(load<f64>(to, 8), q01, a01), q23, a23), q45, a45), q67, a67), 8);
    }
  }
}
