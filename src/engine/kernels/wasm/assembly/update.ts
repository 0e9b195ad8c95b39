/** One step of eight neurons, from the pulls of the samples in e, the activations in z and their slopes. */
import { a, BLOCK, e, GROUP, groupOfInputs, samples, slopes, x, z } from "./arrays";
import { inputFactor, moveInputWeights, moveOutputWeights } from "./move";
import { multiplyAdd } from "./vectors";

/** Columns of x whose sums are made in one pass over the samples: as many as registers hold. */
const PANEL: usize = 5;

/**
 * Moves columns j to j + columns − 1 of w by a Σᵢ pᵢσ′xᵢ for eight neurons, with pᵢσ′ in their part of z; or, if these
 * are `all` columns, with σ in z, and moves a by Σᵢ pᵢσ as well.
 */
// @ts-ignore: decorator
@inline
function movePanel(columns: i32, j: usize, block: usize, u: v128, v: v128, all: bool, general: bool): void {
  const inputsOfGroup = groupOfInputs, end = x + (samples >> 2) * inputsOfGroup;
  const zero = f32x4.splat(0);
  let p0 = zero, p1 = zero, p2 = zero, p3 = zero, p4 = zero, q0 = zero, q1 = zero, q2 = zero, q3 = zero, q4 = zero;
  let g = zero, h = zero;
  let row = z + block * samples, slope = slopes + block * samples, pull = e;
  for (let group = x + j * GROUP; group < end; group += inputsOfGroup) {
    for (let sample: usize = 0; sample < GROUP; sample += 4) {
      let z0 = v128.load(row), z1 = v128.load(row, 16);
      if (all) {
        const residual = v128.load32_splat(pull + sample);
        g = multiplyAdd(residual, z0, g);
        h = multiplyAdd(residual, z1, h);
        if (general) {
          z0 = f32x4.mul(residual, v128.load(slope));
          z1 = f32x4.mul(residual, v128.load(slope, 16));
          slope += BLOCK;
        } else {
          z0 = v128.and(residual, f32x4.gt(z0, zero));
          z1 = v128.and(residual, f32x4.gt(z1, zero));
        }
      }
      const inputs = group + sample;
      let input = v128.load32_splat(inputs);
      p0 = multiplyAdd(input, z0, p0); q0 = multiplyAdd(input, z1, q0);
      if (columns > 1) {
        input = v128.load32_splat(inputs, 16);
        p1 = multiplyAdd(input, z0, p1); q1 = multiplyAdd(input, z1, q1);
      }
      if (columns > 2) {
        input = v128.load32_splat(inputs, 32);
        p2 = multiplyAdd(input, z0, p2); q2 = multiplyAdd(input, z1, q2);
      }
      if (columns > 3) {
        input = v128.load32_splat(inputs, 48);
        p3 = multiplyAdd(input, z0, p3); q3 = multiplyAdd(input, z1, q3);
      }
      if (columns > 4) {
        input = v128.load32_splat(inputs, 64);
        p4 = multiplyAdd(input, z0, p4); q4 = multiplyAdd(input, z1, q4);
      }
      row += BLOCK;
    }
    if (all) pull += 16;
  }
  if (all) moveOutputWeights(block, g, h);
  moveInputWeights(j, block, u, v, p0, q0);
  if (columns > 1) moveInputWeights(j + 1, block, u, v, p1, q1);
  if (columns > 2) moveInputWeights(j + 2, block, u, v, p2, q2);
  if (columns > 3) moveInputWeights(j + 3, block, u, v, p3, q3);
  if (columns > 4) moveInputWeights(j + 4, block, u, v, p4, q4);
}

/** Moves a by Σᵢ pᵢσ for eight neurons, p the pulls in e; turns their part of z from σ into pᵢσ′. */
// @ts-ignore: decorator
@inline
function pullBack(block: usize, general: bool): void {
  const zero = f32x4.splat(0);
  let g = zero, h = zero;
  let row = z + block * samples, slope = slopes + block * samples;
  let pull = e;
  for (const end = e + (samples << 2); pull < end; pull += 4) {
    const residual = v128.load32_splat(pull);
    const z0 = v128.load(row), z1 = v128.load(row, 16);
    g = multiplyAdd(residual, z0, g);
    h = multiplyAdd(residual, z1, h);
    if (general) {
      v128.store(row, f32x4.mul(residual, v128.load(slope)));
      v128.store(row, f32x4.mul(residual, v128.load(slope, 16)), 16);
      slope += BLOCK;
    } else {
      v128.store(row, v128.and(residual, f32x4.gt(z0, zero)));
      v128.store(row, v128.and(residual, f32x4.gt(z1, zero)), 16);
    }
    row += BLOCK;
  }
  moveOutputWeights(block, g, h);
}

/**
 * Moves a by Σᵢ pᵢσ and w by a Σᵢ pᵢσ′xᵢ for eight neurons. The columns are divided into panels of nearly the same
 * size; `general` is any activation but ReLU, whose slope is known from its value.
 */
// @ts-ignore: decorator
@inline
function updateBlock(block: usize, general: bool): void {
  const u = inputFactor(v128.load(a + block)), v = inputFactor(v128.load(a + block, 16));
  let left = groupOfInputs / GROUP;
  if (left == 1) return movePanel(1, 0, block, u, v, true, general);
  if (left == 2) return movePanel(2, 0, block, u, v, true, general);
  if (left == 3) return movePanel(3, 0, block, u, v, true, general);
  pullBack(block, general);
  let j: usize = 0;
  while (left > 0) {
    const columns = left <= PANEL ? left : min((left + 1) / 2, PANEL);
    if (columns == 5) movePanel(5, j, block, u, v, false, general);
    else if (columns == 4) movePanel(4, j, block, u, v, false, general);
    else movePanel(3, j, block, u, v, false, general);
    j += columns;
    left -= columns;
  }
}

/** The step of eight neurons with ReLU. */
export function updateRectified(block: usize): void {
  updateBlock(block, false);
}

/** The step of eight neurons with any other activation. */
export function update(block: usize): void {
  updateBlock(block, true);
}
