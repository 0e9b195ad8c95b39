/**
 * Elementary functions in WGSL. The built-in exp may err by 3 + 2|x| units in the last place and tanh by far more where
 * it is small; these err by one to three units everywhere, so that only the sums of a step limit its accuracy.
 */

/** A polynomial in x by Horner's rule, with the coefficient of the highest power first. */
function polynomial(x: string, coefficients: readonly (string | number)[]): string {
  return coefficients
    .slice(1)
    .reduce((sum: string, c) => `(${sum} * ${x} + ${c})`, `vec4f(${coefficients[0]})`);
}

/** Taylor's series leaves out 5e-9 of the value at |r| = ½ log 2, and 1e-9 of it at s = 1/3. */
const EXPONENTIAL = polynomial("r", [
  "1.0 / 5040.0",
  "1.0 / 720.0",
  "1.0 / 120.0",
  "1.0 / 24.0",
  "1.0 / 6.0",
  "0.5",
  "1.0",
  "1.0",
]);
const ARTANH_OVER_S = polynomial(
  "s * s",
  [15, 13, 11, 9, 7, 5, 3, 1].map((k) => `1.0 / ${k}.0`),
);

/** Minimax on |z| < 0.625, from the Cephes library (S. Moshier), tanhf.c. */
const SMALL_TANH_OVER_Z = polynomial(
  "z * z",
  [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1, 1.0],
);

export const ELEMENTARY = /* wgsl */ `
// 2^shift e^x for x ≤ 0, with e^x as 2^k e^r and |r| ≤ ½ log 2. Of the two parts of log 2 the first has nine bits, so
// that k times it is exact. What would be subnormal, as then x is below the floor, WGSL may flush: zero everywhere.
fn decay(x: vec4f, shift: i32) -> vec4f {
  let floor = vec4f(-0.69314718 * f32(126 + shift));
  let bounded = max(x, floor);
  let k = round(bounded * 1.44269504);
  let r = (bounded - k * 0.693359375) + k * 2.12194440e-4;
  let power = bitcast<vec4f>((vec4i(k) + 127 + shift) << vec4u(23u));
  return select(vec4f(), ${EXPONENTIAL} * power, x >= floor);
}

// tanh z, where E = e^−2|z| is known.
fn hyperbolicTangent(z: vec4f, E: vec4f) -> vec4f {
  let large = sign(z) * (1.0 - E) / (1.0 + E);
  return select(large, z * ${SMALL_TANH_OVER_Z}, abs(z) < vec4f(0.625));
}

// log(1 + E) for 0 ≤ E ≤ 1, as 2 artanh s with s = E/(2 + E). Its first factor is E, which is normal where s is not.
fn logOnePlus(E: vec4f) -> vec4f {
  let ratio = 2.0 / (2.0 + E);
  let s = 0.5 * E * ratio;
  return E * (ratio * ${ARTANH_OVER_S});
}
`;
