/**
 * Seeded random numbers: ours, so that they are the same on every machine, for every backend, and with every package.
 *
 * A stream is a pure function of (seed, stream, index): integers are mixed with 32-bit multiplications, normals come
 * from the inverse distribution function. Only operations that ECMAScript fixes to the last bit are used. There is no
 * hidden state, so that the k-th neuron of a network does not depend on how many neurons there are.
 */
import { log } from "./elementary.ts";

/** 32 well-mixed bits of the word x: the finaliser "lowbias32" of C. Wellons' hash-prospector (public domain). */
function mix(x: number): number {
  let h = x | 0;
  h = Math.imul(h ^ (h >>> 16), 0x21f0aaad);
  h = Math.imul(h ^ (h >>> 15), 0xd35a2d97);
  return (h ^ (h >>> 15)) >>> 0;
}

/** A named sequence of random numbers. */
export interface Stream {
  readonly low: number;
  readonly high: number;
}

/**
 * The stream that belongs to a seed and a purpose.
 * @param seed an integer in [0, 2^53)
 * @param purpose keeps streams of one seed apart, for example "inputWeights"
 */
export function stream(seed: number, purpose: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new RangeError(`A seed is a whole number from 0 to 2^53 − 1, not ${seed}.`);
  }
  let low = mix(seed >>> 0);
  let high = mix(Math.floor(seed / 2 ** 32) ^ 0x9e3779b9);
  for (let k = 0; k < purpose.length; k++) {
    low = mix(low ^ purpose.charCodeAt(k));
    high = mix((high + low) | 0);
  }
  return { low, high };
}

/** The index-th word of a stream: an integer in [0, 2^32). */
export function word(source: Stream, index: number): number {
  return mix(mix(mix(index ^ source.low) + source.high) ^ Math.imul(index, 0x9e3779b9));
}

/** The index-th uniform number of a stream: (word + ½)/2^32, strictly between 0 and 1. */
export function uniform(source: Stream, index: number): number {
  return (word(source, index) + 0.5) / 2 ** 32;
}

function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) value = value * x + (coefficients[k] as number);
  return value;
}

// Rational approximations of Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477–484.
const CENTRAL = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
    67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
] as const;
const MIDDLE = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const TAIL = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/** Φ⁻¹(p), the quantile of the standard normal distribution, with a relative error of about 1e-16, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRAL[0], r)) / polynomial(CENTRAL[1], r);
  }
  const r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  const [table, shift] = r <= 5 ? [MIDDLE, 1.6] : [TAIL, 5];
  const magnitude = polynomial(table[0], r - shift) / polynomial(table[1], r - shift);
  return q < 0 ? -magnitude : magnitude;
}

/** The index-th standard normal number of a stream. */
export function normal(source: Stream, index: number): number {
  return normalQuantile(uniform(source, index));
}
