// How far a float32 kernel may be from the float64 reference, with the argument; the only tolerances of the suite.
//
// One float32 operation errs by a factor 1 ± u, u = 2⁻²⁴. A sum of L terms errs by at most L u, and typically, as
// roundings are as often up as down, by √L u of the size of its terms. A step sums over inputs (d), neurons (m) and
// samples (n), one after the other, so that it errs by about √(d + n + m) u. Stable steps do not magnify what earlier
// ones left, so that the errors of K steps add up like other roundings, to √K times one step's. What is left out, the
// extremes of thousands of entries (4 standard deviations) and the few roundings a term makes before it is summed, is
// SAFETY. (Measured: at most a seventh of what this allows, on WebAssembly and on a software adapter.)
//
// Errors are relative to the largest entry of an array, since an entry near zero is a difference of large numbers.
// The risk is compared through √(2R), the norm of the residuals, which errs like the outputs do: relative to the norm
// of the residuals or of the targets, whichever is larger.
//
// Then there are kinks: where wₖ·xᵢ is as near to zero as float32 errs, its sign and so σ′ may come out either way.
// One sample's pull on one neuron is then in or out for a step: Δt ρ_w κ/n |eᵢ aₖ| |xᵢⱼ|. That is allowed for as often
// as the reference comes so near: never for most shapes here, at the larger widths for one neuron in thousands.
import type { Network } from "../../src/engine/network.ts";
import { type Descent, descend, preactivations } from "../../src/engine/reference.ts";
import type { Ensemble } from "./ensembles.ts";
import type { Outcome } from "./runs.ts";

const UNIT_ROUNDOFF = 2 ** -24;
const SAFETY = 4;

export function relativeTolerance({ sample, networks }: Ensemble, steps: number): number {
  const terms = sample.inputDimension + sample.sampleSize + (networks[0]?.width ?? 0);
  return SAFETY * UNIT_ROUNDOFF * Math.sqrt(terms * steps);
}

/** What one sample in or out for one step changes an input weight by, at most. */
function kink({ sample }: Ensemble, descent: Descent, expected: Outcome): number {
  const residual = Math.sqrt(2 * sample.sampleSize * largest(expected.risks));
  const pull = (descent.outputFactor / sample.sampleSize) * residual * largest(expected.outputWeights);
  return largest(expected.timeSteps) * descent.inputRate * pull * largest(sample.inputs);
}

/** How often a preactivation of the reference's path is within its float32 error of zero. */
function kinks(
  { sample, networks, descents }: Ensemble,
  r: number,
  expected: Outcome,
  relative: number,
): number {
  const inputs = sample.inputs;
  let network: Network<Float32Array | Float64Array> = networks[r] as Network;
  let count = 0;
  for (const timeStep of expected.timeSteps) {
    const error = relative * largest(inputs) * largest(network.inputWeights);
    for (const z of preactivations(network, sample)) if (z !== 0 && Math.abs(z) < error) count++;
    const descent = { ...(descents[r] as Descent), timeStep };
    network = descend(network, sample, descent, { steps: 1, adaptive: false }).network;
  }
  return count;
}

/** Largest error of each array, in units of what is allowed: all must be at most 1. */
export interface Gap {
  readonly inputWeights: number;
  readonly outputWeights: number;
  readonly residualNorms: number;
  readonly timeSteps: number;
}

/** The gap between what a kernel left of the r-th network and what the reference did. */
export function gapOf(ensemble: Ensemble, r: number, got: Outcome, expected: Outcome): Gap {
  const relative = relativeTolerance(ensemble, expected.risks.length);
  const norms = (outcome: Outcome) => Array.from(outcome.risks, (risk) => Math.sqrt(2 * risk));
  const targets = Math.sqrt(
    ensemble.sample.targets.reduce((sum, y) => sum + y * y, 0) / ensemble.sample.sampleSize,
  );
  const allowance =
    kinks(ensemble, r, expected, relative) * kink(ensemble, ensemble.descents[r] as Descent, expected);
  const weights = relative * largest(expected.inputWeights) + allowance;
  return {
    inputWeights: furthest(got.inputWeights, expected.inputWeights) / weights,
    outputWeights:
      furthest(got.outputWeights, expected.outputWeights) / (relative * largest(expected.outputWeights)),
    residualNorms:
      furthest(norms(got), norms(expected)) / (relative * Math.max(targets, largest(norms(expected)))),
    timeSteps: furthest(got.timeSteps, expected.timeSteps) / (relative * largest(expected.timeSteps)),
  };
}

function largest(values: ArrayLike<number>): number {
  let most = Number.MIN_VALUE;
  for (let k = 0; k < values.length; k++) most = Math.max(most, Math.abs(values[k] as number));
  return most;
}

/** Largest distance between two arrays; not a number where one holds what is not a number or is too short. */
function furthest(got: ArrayLike<number>, expected: ArrayLike<number>): number {
  let most = got.length === expected.length ? 0 : Number.NaN;
  for (let k = 0; k < expected.length; k++) {
    most = Math.max(most, Math.abs((got[k] as number) - (expected[k] as number)));
  }
  return most;
}
