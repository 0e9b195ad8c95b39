/** Neurons of a one-dimensional network as points in the plane: amplitude against orientation, and how condensed they are. */
import type { Network } from "../../../engine/network.ts";
import { atOnce, overRanges, type Pieces } from "../../../engine/pauses.ts";
import { angleOf, exp, log } from "../../../math/elementary.ts";
import { ABSCISSAE } from "./training.ts";

/** Amplitude A = |a| ‖(w, b)‖ and orientation, the angle of (w, b) in [−π, π], of every neuron (paper, Fig. 2). */
export interface Neurons {
  readonly amplitude: Float64Array;
  readonly orientation: Float64Array;
  /** See {@link activeNeurons}. */
  readonly active: readonly boolean[];
}

/** Whether each neuron is active on some point of the sample; others never move and say nothing. */
export function activeNeurons(
  { width, inputWeights }: Pick<Network, "width" | "inputWeights">,
  abscissae: readonly number[] = ABSCISSAE,
): boolean[] {
  return Array.from({ length: width }, (_, k) =>
    isActive(inputWeights[k] as number, inputWeights[width + k] as number, abscissae),
  );
}

function isActive(slope: number, bias: number, abscissae: readonly number[]): boolean {
  return abscissae.some((x) => slope * x + bias > 0);
}

export function neuronsOf(network: Network, abscissae: readonly number[] = ABSCISSAE): Neurons {
  return atOnce(neuronsInPieces(network, abscissae));
}

/** {@link neuronsOf} for wide networks. */
export function* neuronsInPieces(
  { width, inputWeights, outputWeights }: Network,
  abscissae: readonly number[] = ABSCISSAE,
): Pieces<Neurons> {
  const [amplitude, orientation] = [new Float64Array(width), new Float64Array(width)];
  const active: boolean[] = [];
  yield* overRanges(width, (from, to) => {
    for (let k = from; k < to; k++) {
      const [slope, bias] = [inputWeights[k] as number, inputWeights[width + k] as number];
      amplitude[k] = Math.abs(outputWeights[k] as number) * Math.sqrt(slope * slope + bias * bias);
      orientation[k] = angleOf(bias, slope);
      active.push(isActive(slope, bias, abscissae));
    }
  });
  return { amplitude, orientation, active };
}

export const ORIENTATION_BINS = 72;

/**
 * Effective number of orientation bins, exp(−Σ p log p), where p is the share of amplitude in each of 72 equal bins,
 * over active neurons: 1 if all amplitude has one orientation, 72 if it is spread evenly.
 */
export function effectiveOrientations({ amplitude, orientation, active }: Neurons): number {
  const shares = new Float64Array(ORIENTATION_BINS);
  let total = 0;
  for (let k = 0; k < amplitude.length; k++) {
    if (!active[k]) continue;
    const bin = binOf(orientation[k] as number, ORIENTATION_BINS);
    shares[bin] = (shares[bin] as number) + (amplitude[k] as number);
    total += amplitude[k] as number;
  }
  const entropy = shares.reduce(
    (sum, share) => (share > 0 ? sum - (share / total) * log(share / total) : sum),
    0,
  );
  return exp(entropy);
}

/**
 * The neuron of largest amplitude in each of `bins` equal bins of orientation: the upper edge of the cloud of all
 * neurons. Amplitude and orientation are 0 where a bin is empty.
 */
export function tallestNeurons(
  { amplitude, orientation }: Neurons,
  bins: number,
): Record<"amplitude" | "orientation", Float64Array> {
  const tallest = { amplitude: new Float64Array(bins), orientation: new Float64Array(bins) };
  for (let k = 0; k < amplitude.length; k++) {
    const bin = binOf(orientation[k] as number, bins);
    if ((amplitude[k] as number) <= (tallest.amplitude[bin] as number)) continue;
    tallest.amplitude[bin] = amplitude[k] as number;
    tallest.orientation[bin] = orientation[k] as number;
  }
  return tallest;
}

function binOf(angle: number, bins: number): number {
  return Math.min(bins - 1, Math.floor(((angle + Math.PI) / (2 * Math.PI)) * bins));
}

/** Orientations whose kinks lie at the inner points x = ±1/6: w x + b = 0 there, neurons active towards the outside. */
export const CONDENSED_ORIENTATIONS = [angleOf(-1 / 6, 1), angleOf(-1 / 6, -1)] as const;
export const CONDENSED_WIDTH = 0.06;

/** Share of the active neurons' amplitude within 0.06 rad of the two orientations −0.165 and −2.976. */
export function condensedShare({ amplitude, orientation, active }: Neurons): number {
  let close = 0;
  let total = 0;
  for (let k = 0; k < amplitude.length; k++) {
    if (!active[k]) continue;
    total += amplitude[k] as number;
    const angle = orientation[k] as number;
    if (CONDENSED_ORIENTATIONS.some((centre) => Math.abs(angle - centre) <= CONDENSED_WIDTH)) {
      close += amplitude[k] as number;
    }
  }
  return close / total;
}
