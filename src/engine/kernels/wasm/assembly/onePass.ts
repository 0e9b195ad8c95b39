/**
 * One-pass stochastic gradient descent on the sphere in strict 128-bit SIMD (AssemblyScript), float64: to the bit what
 * ../../../onePass.ts defines. A vector holds two neurons, so that every sum keeps the reference's order.
 *
 *   w [m/8, d, 8], the neurons of a block side by side   a, z, s, lengths, keep, add [m]   σ, σ′ [degree + 1]
 *   x [K, d]   y, squares [K] = |xₖ|²
 *
 * m is a multiple of 8; neurons from `width` on pad it, and take no part in f.
 */

/** The first byte of memory that holds no constant of the kernel's own. */
export function firstFreeByte(): usize {
  return (__heap_base + 63) & ~63;
}

/** Bytes of the eight neurons of a block. */
const BLOCK: usize = 64;

/** Σₖ cₖ zᵏ of two numbers. */
// @ts-ignore: decorator
@inline
function polynomial(coefficients: usize, degree: i32, z: v128): v128 {
  let value = f64x2.splat(0);
  for (let k = degree; k >= 0; k--)
    value = f64x2.add(f64x2.mul(value, z), v128.load64_splat(coefficients + (<usize>k << 3)));
  return value;
}

/** z and |w|² of the eight neurons of a block, whose weights are moved on the way: w ← keep w + add x, then z = w·next. */
function pass(block: usize, d: i32, x: usize, next: usize, keep: usize, add: usize, z: usize, lengths: usize): void {
  const k0 = v128.load(keep), k1 = v128.load(keep, 16), k2 = v128.load(keep, 32), k3 = v128.load(keep, 48);
  const a0 = v128.load(add), a1 = v128.load(add, 16), a2 = v128.load(add, 32), a3 = v128.load(add, 48);
  let z0 = f64x2.splat(0), z1 = z0, z2 = z0, z3 = z0;
  let q0 = z0, q1 = z0, q2 = z0, q3 = z0;
  for (const end = x + (<usize>d << 3); x < end; x += 8) {
    const input = v128.load64_splat(x), after = v128.load64_splat(next);
    const w0 = f64x2.add(f64x2.mul(k0, v128.load(block)), f64x2.mul(a0, input));
    const w1 = f64x2.add(f64x2.mul(k1, v128.load(block, 16)), f64x2.mul(a1, input));
    const w2 = f64x2.add(f64x2.mul(k2, v128.load(block, 32)), f64x2.mul(a2, input));
    const w3 = f64x2.add(f64x2.mul(k3, v128.load(block, 48)), f64x2.mul(a3, input));
    v128.store(block, w0);
    v128.store(block, w1, 16);
    v128.store(block, w2, 32);
    v128.store(block, w3, 48);
    z0 = f64x2.add(z0, f64x2.mul(w0, after));
    q0 = f64x2.add(q0, f64x2.mul(w0, w0));
    z1 = f64x2.add(z1, f64x2.mul(w1, after));
    q1 = f64x2.add(q1, f64x2.mul(w1, w1));
    z2 = f64x2.add(z2, f64x2.mul(w2, after));
    q2 = f64x2.add(q2, f64x2.mul(w2, w2));
    z3 = f64x2.add(z3, f64x2.mul(w3, after));
    q3 = f64x2.add(q3, f64x2.mul(w3, w3));
    block += BLOCK;
    next += 8;
  }
  v128.store(z, z0);
  v128.store(z, z1, 16);
  v128.store(z, z2, 32);
  v128.store(z, z3, 48);
  v128.store(lengths, q0);
  v128.store(lengths, q1, 16);
  v128.store(lengths, q2, 32);
  v128.store(lengths, q3, 48);
}

/** K ≥ 1 steps. `keep` and `add` come as 1 and 0, with which the first pass moves nothing. */
export function onePass(
  w: usize, a: usize, z: usize, lengths: usize, s: usize, keep: usize, add: usize, sigma: usize, slope: usize,
  x: usize, y: usize, squares: usize,
  width: i32, d: i32, degree: i32, steps: i32, inputStep: f64, outputStep: f64,
): void {
  const neurons = (<usize>width << 3) + (BLOCK - 1) & ~(BLOCK - 1);
  const example = <usize>d << 3;
  const one = f64x2.splat(1), two = f64x2.splat(2);
  passAll(w, neurons, d, x, x, keep, add, z, lengths);
  for (let k = 0; k < steps; k++) {
    for (let i: usize = 0; i < neurons; i += 16) v128.store(s + i, polynomial(sigma, degree, v128.load(z + i)));
    let output: f64 = 0;
    for (let i: usize = 0, end = <usize>width << 3; i < end; i += 8) output += load<f64>(a + i) * load<f64>(s + i);
    const residual = load<f64>(y) - output / <f64>width;
    const pull = f64x2.splat(inputStep * residual), push = f64x2.splat(outputStep * residual);
    const square = v128.load64_splat(squares);
    for (let i: usize = 0; i < neurons; i += 16) {
      const along = v128.load(z + i), output = v128.load(a + i);
      const delta = f64x2.mul(f64x2.mul(pull, output), polynomial(slope, degree - 1, along));
      const rest = f64x2.sub(one, f64x2.mul(delta, along));
      const own = f64x2.mul(f64x2.mul(rest, rest), v128.load(lengths + i));
      const cross = f64x2.mul(f64x2.mul(f64x2.mul(two, rest), delta), along);
      const length = f64x2.sqrt(f64x2.add(own, f64x2.add(cross, f64x2.mul(f64x2.mul(delta, delta), square))));
      v128.store(keep + i, f64x2.div(rest, length));
      v128.store(add + i, f64x2.div(delta, length));
      v128.store(a + i, f64x2.add(output, f64x2.mul(push, v128.load(s + i))));
    }
    // The last step has no example after it: what it adds up is not looked at.
    passAll(w, neurons, d, x, k + 1 < steps ? x + example : x, keep, add, z, lengths);
    x += example;
    y += 8;
    squares += 8;
  }
}

function passAll(w: usize, neurons: usize, d: i32, x: usize, next: usize, keep: usize, add: usize, z: usize, lengths: usize): void {
  for (let block: usize = 0; block < neurons; block += BLOCK)
    pass(w + block * <usize>d, d, x, next, keep + block, add + block, z + block, lengths + block);
}
