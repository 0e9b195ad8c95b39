/**
 * Logarithm, exponential, hyperbolic tangent, sine, cosine and arc tangent, ours so that they give the same bits everywhere.
 *
 * ECMAScript fixes + − × ÷ and `Math.sqrt` to the last bit, but leaves `Math.log`, `Math.exp`, `Math.sin`, `Math.atan2`
 * and even `**` to the engine. Whatever enters the digest of a record is computed with the functions here instead. They are about as
 * accurate (a few units in the last place) and somewhat slower: not for inner loops.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const bits = new DataView(new ArrayBuffer(8));

/** Splits positive finite x into [mantissa in [√½, √2), exponent], x = mantissa · 2^exponent. */
function splitExponent(x: number): [number, number] {
  let scaled = x;
  let exponent = 0;
  if (x < 2 ** -1022) {
    scaled = x * 2 ** 54;
    exponent = -54;
  }
  bits.setFloat64(0, scaled);
  const high = bits.getUint32(0);
  exponent += (high >>> 20) - 1023;
  bits.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
  const mantissa = bits.getFloat64(0);
  return mantissa > Math.SQRT2 ? [mantissa / 2, exponent + 1] : [mantissa, exponent];
}

/**
 * Natural logarithm, from log x = e·ln 2 + 2 artanh((f−1)/(f+1)) with x = f·2^e, f in [√½, √2).
 * NaN below zero, −∞ at zero.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  const [mantissa, exponent] = splitExponent(x);
  const s = (mantissa - 1) / (mantissa + 1);
  const z = s * s;
  // 2 artanh(s)/s = 2 Σ z^k/(2k+1); |s| ≤ 0.1716, so that the term left out is below 1e-18.
  let series = 0;
  for (let k = 11; k >= 1; k--) series = z * (1 / (2 * k + 1) + series);
  return exponent * LN2_HIGH + (2 * s + (2 * s * series + exponent * LN2_LOW));
}

/** 2^k for an integer k, by writing the exponent (in two factors where one would leave the normal range). */
function powerOfTwo(k: number): number {
  if (k < -1022) return powerOfTwo(k + 54) * 2 ** -54;
  bits.setUint32(0, (k + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** Exponential function: e^x = 2^k e^r with |r| ≤ ½ ln 2 and a Taylor polynomial of degree 14 for e^r. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return x;
  const k = Math.round(x / (LN2_HIGH + LN2_LOW));
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let polynomial = 1;
  for (let j = 14; j >= 1; j--) polynomial = 1 + (r / j) * polynomial;
  return k > 1023 ? polynomial * 2 * powerOfTwo(k - 1) : polynomial * powerOfTwo(k);
}

/** log(1 + x) for x ≥ 0, without losing the digits of a small x: log(1 + x) = 2 artanh(x/(2 + x)). */
export function logOfOnePlus(x: number): number {
  if (!(x < 1)) return log(1 + x);
  const s = x / (2 + x);
  const z = s * s;
  // s ≤ 1/3: the term left out, z^16/33, is below 1e-16 of the sum.
  let series = 0;
  for (let k = 15; k >= 1; k--) series = z * (1 / (2 * k + 1) + series);
  return 2 * s + 2 * s * series;
}

/** Hyperbolic tangent, odd to the last bit: t/(t + 2) with t = e^2|x| − 1, a Taylor polynomial where it is small. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  const t = size < 0.25 ? smallExponentialLessOne(2 * size) : exp(2 * size) - 1;
  const value = size > 20 ? 1 : t / (t + 2);
  return x < 0 ? -value : value;
}

/** e^x − 1 for 0 ≤ x < ½, by its Taylor polynomial of degree 15; the term left out is below 1e-18 of it. */
function smallExponentialLessOne(x: number): number {
  let polynomial = 1;
  for (let j = 15; j >= 2; j--) polynomial = 1 + (x / j) * polynomial;
  return x * polynomial;
}

/** x^y for x > 0. */
export function power(x: number, y: number): number {
  return exp(y * log(x));
}

/** xᵏ for a whole k ≥ 0 and any x, 1 for k = 0. */
export function wholePower(x: number, k: number): number {
  let product = 1;
  for (let j = 0; j < k; j++) product *= x;
  return product;
}

/** π/2 in two parts: the first has 33 bits, so that whole multiples of it are exact. */
const QUARTER_TURN_HIGH = 1.5707963267341256;
const QUARTER_TURN_LOW = 6.077100506506192e-11;

/** Sine for |x| up to a million, where rounding of the quarter turns stays below the last place of 1. */
export function sin(x: number): number {
  return sineAfter(0, x);
}

/** Cosine for |x| up to a million. */
export function cos(x: number): number {
  return sineAfter(1, x);
}

/** sin(x + quarters · π/2): x is a whole number of quarter turns and |r| ≤ π/4, whose Taylor series decides. */
function sineAfter(quarters: number, x: number): number {
  const k = Math.round(x / (QUARTER_TURN_HIGH + QUARTER_TURN_LOW));
  const r = x - k * QUARTER_TURN_HIGH - k * QUARTER_TURN_LOW;
  const z = r * r;
  const quadrant = (((k + quarters) % 4) + 4) % 4;
  const isOdd = quadrant % 2 === 1;
  // Σ (−z)^j/(2j)! or r Σ (−z)^j/(2j+1)!; the terms left out are below 1e-18.
  let series = 1;
  for (let j = 8; j >= 1; j--) series = 1 - (z / (2 * j * (isOdd ? 2 * j - 1 : 2 * j + 1))) * series;
  return (quadrant < 2 ? 1 : -1) * (isOdd ? series : r * series);
}

const ARC_TANGENT_OF_EIGHTHS = [
  0, 0.12435499454676144, 0.24497866312686414, 0.3587706702705722, 0.4636476090008061, 0.5585993153435624,
  0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
];

/** arctan t for 0 ≤ t ≤ 1: arctan t = arctan c + arctan((t−c)/(1+tc)), c the nearest eighth. */
function arcTangentBelowOne(t: number): number {
  const nearest = Math.round(t * 8);
  const c = nearest / 8;
  const s = (t - c) / (1 + t * c);
  const z = s * s;
  // |s| ≤ 1/16: the term left out, z^8/17, is below 1e-20. Written out, since population flows spend their time here.
  const upper = z * (1 / 9 + z * (-1 / 11 + z * (1 / 13 + z * (-1 / 15))));
  const series = z * (-1 / 3 + z * (1 / 5 + z * (-1 / 7 + upper)));
  return (ARC_TANGENT_OF_EIGHTHS[nearest] as number) + (s + s * series);
}

/** Angle of the vector (x, y) in [−π, π]; 0 for the null vector. */
export function angleOf(y: number, x: number): number {
  const absoluteX = Math.abs(x);
  const absoluteY = Math.abs(y);
  if (absoluteX === 0 && absoluteY === 0) return 0;
  const steep = absoluteY > absoluteX;
  const first = arcTangentBelowOne(steep ? absoluteX / absoluteY : absoluteY / absoluteX);
  const second = steep ? Math.PI / 2 - first : first;
  const third = x < 0 ? Math.PI - second : second;
  return y < 0 ? -third : third;
}
