/**
 * The angle between neurons, two pairs at a time, in float64: the operations of `turnOf` and `angleOf` in src/theory/ and
 * src/math/, in their order and without their branches.
 */

const HALF_PI: f64 = 1.5707963267948966;
const PI: f64 = 3.141592653589793;

/** arctan of 0, 1/8 … 1. */
const ARC_TANGENT_OF_EIGHTHS: usize = memory.data<f64>([
  0, 0.12435499454676144, 0.24497866312686414, 0.3587706702705722, 0.4636476090008061, 0.5585993153435624,
  0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
], 16);

/** C + z·p. */
// @ts-ignore: decorator
@inline
function horner(c: f64, z: v128, p: v128): v128 {
  return f64x2.add(f64x2.splat(c), f64x2.mul(z, p));
}

/** arctan t for 0 ≤ t ≤ 1. */
// @ts-ignore: decorator
@inline
function arcTangentBelowOne(t: v128): v128 {
  const eighths = f64x2.mul(t, f64x2.splat(8)), below = f64x2.floor(eighths);
  // To the nearest whole number, halves up.
  const isAbove = f64x2.ge(f64x2.sub(eighths, below), f64x2.splat(0.5));
  const nearest = f64x2.add(below, v128.and(isAbove, f64x2.splat(1)));
  const c = f64x2.mul(nearest, f64x2.splat(0.125));
  const s = f64x2.div(f64x2.sub(t, c), f64x2.add(f64x2.splat(1), f64x2.mul(t, c)));
  const z = f64x2.mul(s, s);
  let p = horner(1.0 / 13.0, z, f64x2.splat(-1.0 / 15.0));
  p = horner(-1.0 / 11.0, z, p);
  p = horner(1.0 / 9.0, z, p);
  p = f64x2.mul(z, p);
  p = f64x2.add(f64x2.splat(-1.0 / 7.0), p);
  p = horner(1.0 / 5.0, z, p);
  p = horner(-1.0 / 3.0, z, p);
  const series = f64x2.mul(z, p);
  const places = i32x4.trunc_sat_f64x2_s_zero(nearest);
  const first = ARC_TANGENT_OF_EIGHTHS + (<usize>i32x4.extract_lane(places, 0) << 3);
  const second = ARC_TANGENT_OF_EIGHTHS + (<usize>i32x4.extract_lane(places, 1) << 3);
  const known = v128.load64_lane(second, v128.load64_zero(first), 1);
  return f64x2.add(known, f64x2.add(s, f64x2.mul(s, series)));
}

/**
 * Of one neuron with `count` others: sin φ into `sines`, (π − φ)/2π into `shares`, from the inner products and the lengths.
 * Where `count` is odd, one number more is written.
 */
export function turns(inner: usize, lengths: usize, length: f64, sines: usize, shares: usize, count: i32): void {
  const one = f64x2.splat(1), zero = f64x2.splat(0), own = f64x2.splat(length);
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 16) {
    const product = f64x2.mul(own, v128.load(lengths + at));
    const quotient = f64x2.min(one, f64x2.max(f64x2.splat(-1), f64x2.div(v128.load(inner + at), product)));
    // Vectors without a length count as square to each other.
    const cosine = v128.and(quotient, f64x2.gt(product, zero));
    const sine = f64x2.sqrt(f64x2.mul(f64x2.sub(one, cosine), f64x2.add(one, cosine)));
    const size = f64x2.abs(cosine), isSteep = f64x2.gt(sine, size);
    const ratio = f64x2.div(v128.bitselect(size, sine, isSteep), v128.bitselect(sine, size, isSteep));
    const first = arcTangentBelowOne(ratio);
    const second = v128.bitselect(f64x2.sub(f64x2.splat(HALF_PI), first), first, isSteep);
    const angle = v128.bitselect(f64x2.sub(f64x2.splat(PI), second), second, f64x2.lt(cosine, zero));
    v128.store(sines + at, sine);
    v128.store(shares + at, f64x2.sub(f64x2.splat(0.5), f64x2.div(angle, f64x2.splat(2 * PI))));
  }
}
