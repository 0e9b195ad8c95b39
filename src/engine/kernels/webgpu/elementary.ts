/**
 * Elementary functions in WGSL. The built-in exp may err by 3 + 2|x| units in the last place and tanh by far more where
 * it is small; these err by one to three units everywhere, so that only the sums of a step limit its accuracy.
 */

/** 1/first, 1/second, … as a polynomial in x, highest power first, by Horner's rule. */
function polynomial(x: string, coefficients: readonly (string | number)[]): string {
  return coefficients.slice(1).reduce((sum: string, c) => `(${sum} * ${x} + ${c})`, `vec4f(${coefficients[0]})`);
}

/** Taylor's series leaves out 5e-9 of the value at |r| = ½ log 2, and 1e-9 of it at s = 1/3. */
const EXPONENTIAL = polynomial("r", ["1.0 / 5040.0", "1.0 / 720.0", "1.0 / 120.0", "1.0 / 24.0", "1.0 / 6.0", "0.5", "1.0", "1.0"]);
const INVERSE_TANGENT = polynomial("s * s", [15, 13, 11, 9, 7, 5, 3, 1].map((k) => `1.0 / ${k}.0`));

/** Minimax on |z| < 0.625, from the Cephes library (S. Moshier), tanhf.c: tanh z = z + z³ P(z²). */
const SMALL_TANGENT = polynomial("z * z", [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 1.0]);

export const ELEMENTARY = /* wgsl */ `
// e^x for x ≤ 0 as 2^k e^r with |r| ≤ ½ log 2. Of the two parts of log 2 the first has nine bits, so that k times it is
// exact. Below −87 the result would be subnormal, which WGSL may flush: zero on every device instead.
fn decay(x: vec4f) -> vec4f {
  let k = round(max(x, vec4f(-87.0)) * 1.44269504);
  let r = (max(x, vec4f(-87.0)) - k * 0.693359375) + k * 2.12194440e-4;
  let power = bitcast<vec4f>((vec4i(k) + 127) << vec4u(23u));
  return select(vec4f(), ${EXPONENTIAL} * power, x >= vec4f(-87.0));
}

// tanh z, where E = e^−2|z| is known.
fn hyperbolicTangent(z: vec4f, E: vec4f) -> vec4f {
  let large = sign(z) * (1.0 - E) / (1.0 + E);
  return select(large, z * ${SMALL_TANGENT}, abs(z) < vec4f(0.625));
}

// log(1 + E) for 0 ≤ E ≤ 1, as 2 artanh s.
fn logOnePlus(E: vec4f) -> vec4f {
  let s = E / (2.0 + E);
  return 2.0 * s * ${INVERSE_TANGENT};
}
`;
