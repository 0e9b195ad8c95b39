/**
 * The gradient of a few samples, added to sums. What a step of `descend` subtracts from the weights is added to other arrays
 * here, so that the parts of a large sample can be worked off by themselves.
 */
import { BLOCK, e, GROUP, groupOfInputs, moveInstead, place, replaceSamples, rowOfNeurons, samples, slopes, x, z } from "./arrays";
import { RELU } from "./activations";
import { setRule, setSteps } from "./move";
import { pass } from "./pass";
import { pulls } from "./pulls";

let pullingNow: i32 = 0;

/** How many of the samples of the last call pull. */
export function pulling(): i32 {
  return pullingNow;
}

/**
 * Adds Σᵢ pᵢ aσ′xᵢ to the sums at `inputSums`, Σᵢ pᵢσ to those at `outputSums`, and returns Σᵢ of what `pulls` sums up. Only
 * samples that pull have a part in the sums, so only they are gone through again; `pullingAt` holds their inputs. Their
 * order is that of the samples, so the bits are those of a pass over all of them.
 */
export function addGradient(
  wAt: usize, aAt: usize, inputSums: usize, outputSums: usize, xAt: usize, yAt: usize,
  sAt: usize, eAt: usize, zAt: usize, slopesAt: usize, neuronMaskAt: usize, pullingAt: usize,
  count: i32, inputDimension: i32, neurons: i32, kind: i32, loss: i32, margin: f32, outputFactor: f32,
): f32 {
  // No norms, counts or moments: they are for the adaptive rule and for Adam.
  place(wAt, aAt, xAt, 0, 0, sAt, eAt, zAt, slopesAt, neuronMaskAt, 0, count, inputDimension, neurons);
  setRule(false, 0, 0, 0, 0);
  setSteps(-1, -1);
  for (let i = <usize>count; i < samples; i++) store<f32>(e + (i << 2), 0);
  pass(kind, false, true, false);
  const sum = pulls(yAt, count, outputFactor, loss, margin);
  keepPulling(pullingAt, <usize>count, kind != RELU);
  moveInstead(inputSums, outputSums);
  if (samples > 0) pass(kind, true, false, false);
  return sum;
}

/** Moves all that belongs to the samples that pull to the front, and goes on with these alone. */
function keepPulling(at: usize, count: usize, general: bool): void {
  let kept: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    // Not a number is kept as well, and is seen in the weights.
    if (load<f32>(e + (i << 2)) != 0) kept++;
  }
  pullingNow = <i32>kept;
  if (kept == count) return;
  const padded = (kept + 3) & ~3;
  for (let block: usize = 0; block < rowOfNeurons; block += BLOCK) {
    keepRows(z + block * samples, z + block * padded, count);
    if (general) keepRows(slopes + block * samples, slopes + block * padded, count);
  }
  keepInputs(at, count);
  let next = e;
  for (let i: usize = 0; i < count; i++) {
    const pull = load<f32>(e + (i << 2));
    if (pull == 0) continue;
    store<f32>(next, pull);
    next += 4;
  }
  for (const end = e + (padded << 2); next < end; next += 4) store<f32>(next, 0);
  replaceSamples(at, padded);
}

/** Of eight neurons, the rows of the samples that pull; what they are moved to lies nowhere behind them. */
function keepRows(row: usize, to: usize, count: usize): void {
  for (let i: usize = 0; i < count; i++, row += BLOCK) {
    if (load<f32>(e + (i << 2)) == 0) continue;
    v128.store(to, v128.load(row));
    v128.store(to, v128.load(row, 16), 16);
    to += BLOCK;
  }
}

/** The inputs of the samples that pull, four samples side by side again. */
function keepInputs(at: usize, count: usize): void {
  let kept: usize = 0;
  for (let i: usize = 0; i < count; i++) {
    if (load<f32>(e + (i << 2)) == 0) continue;
    let from = x + (i >> 2) * groupOfInputs + ((i & 3) << 2);
    let to = at + (kept >> 2) * groupOfInputs + ((kept & 3) << 2);
    for (const end = from + groupOfInputs; from < end; from += GROUP, to += GROUP) store<f32>(to, load<f32>(from));
    kept++;
  }
}
