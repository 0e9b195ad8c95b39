/**
 * What is measured of a layer of neurons: how similar their directions are, on how many lines they lie, and how even the
 * neurons are. Only + − × ÷ and √. Trains nothing.
 */
import { mean, median } from "../../../math/statistics.ts";
import { dot } from "../../../math/vectors.ts";
import type { TwoLines } from "../../../theory/condensation/twoLines.ts";
import type { OrderedLayer, Vector } from "./orderedLayer.ts";

/** The quantities of a layer; few of them if fewer than two neurons are left of it. */
export function layerQuantities({ directions, norms, outputWeights, line, cosine }: OrderedLayer) {
  const neurons = directions.length;
  if (neurons < 2) return { neurons, lines: 0 };
  const onLargest = cosine.filter((_, k) => line[k] === 0);
  const amplitudes = norms.map((norm, k) => norm * Math.abs(outputWeights[k] as number));
  const allAmplitude = amplitudes.reduce((sum, amplitude) => sum + amplitude, 0);
  return {
    neurons,
    lines: Math.max(...line) + 1,
    shareOnLines: line.filter((each) => each >= 0).length / neurons,
    largestLine: onLargest.length / neurons,
    // The more frequent sign comes first on a line.
    rarerSign: onLargest.filter((each) => each < 0).length / neurons,
    meanSimilarity: meanSimilarity(directions),
    signLikeness: median(directions.map(signLikeness)),
    normRatio: Math.max(...norms) / Math.min(...norms),
    largestNeuron: allAmplitude > 0 ? Math.max(...amplitudes) / allAmplitude : undefined,
  };
}

/** Mean over pairs of neurons of |D(uⱼ, uₖ)| = |uⱼ · uₖ|; there must be two. */
function meanSimilarity(directions: readonly Vector[]): number {
  return mean(
    directions.flatMap((one, k) => directions.slice(k + 1).map((other) => Math.abs(dot(one, other)))),
  );
}

/** |cos| of the angle to the nearest vector of entries ±1: Σ|uⱼ|/√d. */
function signLikeness(direction: Vector): number {
  return direction.reduce((sum, entry) => sum + Math.abs(entry), 0) / Math.sqrt(direction.length);
}

/** Median over neurons of |uₖ · v|, v the top direction where aₖ > 0 and the bottom one where aₖ < 0. */
export function medianCosine({ directions, outputWeights }: OrderedLayer, { top, bottom }: TwoLines): number {
  return median(
    directions.map((direction, k) =>
      Math.abs(dot(direction, ((outputWeights[k] as number) > 0 ? top : bottom).vector)),
    ),
  );
}
