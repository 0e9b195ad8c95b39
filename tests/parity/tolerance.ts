// How far a float32 kernel may be from the float64 reference, with the argument; the only tolerances of the suite.
//
// One float32 operation errs by a factor 1 ± u, u = 2⁻²⁴. A sum of L terms errs by at most L u, and typically, as
// roundings are as often up as down, by √L u of the size of its terms. A step sums over inputs (d), neurons (m) and
// samples (n), one after the other, so that it errs by about √(d + n + m) u. Stable steps do not magnify what earlier
// ones left, so that the errors of K steps add up like other roundings, to √K times one step's. What is left out, the
// extremes of thousands of entries (4 standard deviations) and the few roundings a term makes before it is summed, is
// SAFETY. (Measured: at most a third of what this allows, on WebAssembly and on a software adapter.)
//
// Errors are relative to the largest entry of an array, since an entry near zero is a difference of large numbers.
// The risk is compared through √(2R), the norm of the residuals, which errs like the outputs do: relative to the norm
// of the residuals or of the targets, whichever is larger.
//
// Under the hinge loss the risk itself is compared, relative to what it is a difference of: the margin and the outputs.
// The other activations magnify a relative error of z at most threefold (x² tanh x does), which SAFETY has room for.
//
// Then there are kinks, where float32 may come out on either side: a ReLU's at wₖ·xᵢ = 0, and the hinge's at
// yᵢ f(xᵢ) = margin. At a ReLU's, one sample's pull on one neuron is in or out for a step: Δt ρ_w κ/n |pᵢ aₖ| |xᵢⱼ|. At
// the hinge's it is one sample's pull on all neurons, and on a too. Under Adam either can turn a direction round,
// 2 Δt ρ. All this is allowed for as often as the reference comes as near to a kink as float32 errs: never for most
// ensembles here, at the larger widths for one neuron in thousands. Adam's further errors are adam.ts's.
import { activations } from "../../src/engine/activations.ts";
import type { LossName } from "../../src/engine/losses.ts";
import type { Descent } from "../../src/engine/reference.ts";
import { type AdamErrors, adamErrors } from "./adam.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";
import { type Measured, pathOf } from "./path.ts";
import type { Outcome } from "./runs.ts";

const UNIT_ROUNDOFF = 2 ** -24;
const SAFETY = 4;
/** Below this a device may flush a float32 to zero. */
export const SMALLEST_NORMAL = 2 ** -126;

/** What the sums of one step err by, relative to the sizes of their terms. */
function stepTolerance({ samples, networks }: Ensemble): number {
  const [sample, network] = [samples[0], networks[0]];
  const terms = (sample?.inputDimension ?? 0) + (sample?.sampleSize ?? 0) + (network?.width ?? 0);
  return SAFETY * UNIT_ROUNDOFF * Math.sqrt(terms);
}

/** How often float32 may come out on the other side of a kink. */
interface Kinks {
  /** Preactivations within their error of zero; none but with ReLU. */
  readonly neurons: number;
  /** Examples within their error of the margin; none but with the hinge loss. */
  readonly examples: number;
}

function kinksOf(ensemble: Ensemble, r: number, path: readonly Measured[], relative: number): Kinks {
  const { activation, loss, margin } = ensemble.rule;
  const { inputs, targets } = sampleAt(ensemble, r);
  let neurons = 0;
  let examples = 0;
  for (const { network, z, f, outputSizes } of path) {
    const error = relative * largest(inputs) * largest(network.inputWeights);
    if (activation === "relu") for (const zik of z) if (zik !== 0 && Math.abs(zik) < error) neurons++;
    if (loss === "squared") continue;
    for (const [i, output] of f.entries()) {
      const distance = Math.abs(margin - (targets[i] as number) * output);
      if (distance < relative * (margin + (outputSizes[i] as number))) examples++;
    }
  }
  return { neurons, examples };
}

/** What kinks may change an input and an output weight by, at most. */
function kinkAllowance(
  ensemble: Ensemble,
  r: number,
  expected: Outcome,
  path: readonly Measured[],
  { neurons, examples }: Kinks,
): [number, number] {
  const { activation, loss, optimiser } = ensemble.rule;
  const { inputs, sampleSize } = sampleAt(ensemble, r);
  const { outputFactor, outputRate, inputRate } = ensemble.descents[r] as Descent;
  const timeStep = largest(expected.timeSteps);
  if (neurons + examples === 0) return [0, 0];
  if (optimiser === "adam") {
    const turns = 2 * timeStep * (neurons + examples);
    return [turns * inputRate, turns * outputRate];
  }
  const { value, slope } = activations[activation];
  const pull = loss === "hinge" ? 1 : Math.sqrt(2 * sampleSize * largest(expected.risks));
  const perSample = (timeStep * outputFactor * pull) / sampleSize;
  const values = Math.max(...path.map(({ z }) => largest(z.map(value))));
  const slopes = Math.max(...path.map(({ z }) => largest(z.map(slope))), 1);
  const inputKink = perSample * inputRate * slopes * largest(expected.outputWeights) * largest(inputs);
  return [(neurons + examples) * inputKink, examples * perSample * outputRate * values];
}

/** What was done to a network, with how far from it each of its arrays may be. */
export interface Yardstick {
  readonly expected: Outcome;
  readonly loss: LossName;
  /** Everywhere in an array. */
  readonly allowed: Gap;
  /** Entry by entry besides, under Adam. */
  readonly adam: AdamErrors | undefined;
}

/** A number for each array that is compared. */
export interface Gap {
  readonly inputWeights: number;
  readonly outputWeights: number;
  /** Under the squared loss of √(2R). */
  readonly risks: number;
  readonly timeSteps: number;
  readonly moments: number;
}

/** Measures how far a kernel may be from what was done to the r-th network; it follows that path once more, which is slow. */
export function yardstickOf(ensemble: Ensemble, r: number, expected: Outcome): Yardstick {
  const ofStep = stepTolerance(ensemble);
  const relative = ofStep * Math.sqrt(expected.risks.length);
  const path = pathOf(ensemble, r, expected);
  const kinks = kinksOf(ensemble, r, path, relative);
  const [inputKinks, outputKinks] = kinkAllowance(ensemble, r, expected, path, kinks);
  return {
    expected,
    loss: ensemble.rule.loss,
    allowed: {
      inputWeights: relative * largest(expected.inputWeights) + inputKinks,
      outputWeights: relative * largest(expected.outputWeights) + outputKinks,
      risks: relative * sizeOfRisks(ensemble, r, expected, path),
      timeSteps: relative * largest(expected.timeSteps),
      // The moments of gradient descent are empty.
      moments: SMALLEST_NORMAL,
    },
    adam: adamErrors(ensemble, r, path, ofStep),
  };
}

/** What the risk is compared relative to. */
function sizeOfRisks(ensemble: Ensemble, r: number, expected: Outcome, path: readonly Measured[]): number {
  const { loss, margin } = ensemble.rule;
  if (loss === "hinge") return margin + Math.max(...path.map(({ outputSizes }) => largest(outputSizes)));
  const { targets, sampleSize } = sampleAt(ensemble, r);
  const ofTargets = Math.sqrt(targets.reduce((sum, y) => sum + y * y, 0) / sampleSize);
  return Math.max(ofTargets, largest(norms(expected)));
}

/** √(2R), the norm of the residuals. */
const norms = ({ risks }: Outcome) => Array.from(risks, (risk) => Math.sqrt(2 * risk));

/** Largest error of each array, in units of what is allowed: all must be at most 1. */
export function gapFrom({ expected, loss, allowed, adam }: Yardstick, got: Outcome): Gap {
  const compared = (of: (outcome: Outcome) => ArrayLike<number>, most: number, extra?: Float64Array) =>
    furthest(of(got), of(expected), most, extra);
  return {
    inputWeights: compared((each) => each.inputWeights, allowed.inputWeights, adam?.inputWeights),
    outputWeights: compared((each) => each.outputWeights, allowed.outputWeights, adam?.outputWeights),
    risks: compared(loss === "hinge" ? (each) => each.risks : norms, allowed.risks),
    timeSteps: compared((each) => each.timeSteps, allowed.timeSteps),
    moments: compared((each) => each.moments, allowed.moments, adam?.moments),
  };
}

/** The gap between what a kernel left of the r-th network and what another did to it. */
export function gapOf(ensemble: Ensemble, r: number, got: Outcome, expected: Outcome): Gap {
  return gapFrom(yardstickOf(ensemble, r, expected), got);
}

function largest(values: ArrayLike<number>): number {
  let most = SMALLEST_NORMAL;
  for (let k = 0; k < values.length; k++) most = Math.max(most, Math.abs(values[k] as number));
  return most;
}

/**
 * Largest distance between two arrays in units of what is allowed, everywhere and entry by entry; not a number where
 * one holds what is not a number or has another length.
 */
function furthest(
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  allowed: number,
  extra?: ArrayLike<number>,
): number {
  let most = got.length === expected.length ? 0 : Number.NaN;
  for (let k = 0; k < expected.length; k++) {
    const distance = Math.abs((got[k] as number) - (expected[k] as number));
    most = Math.max(most, distance / (allowed + (extra?.[k] ?? 0)));
  }
  return most;
}
