/** Trains one network on the digits at (γ, γ′) and reports its neurons. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import type { DigitNeurons } from "../setting/mnist/network.ts";
import { trainingOnDigits } from "../setting/mnist/training.ts";
import type { meta } from "./meta.ts";

/** Σ A |ŵ·p| / Σ A. */
function meanProjection({ amplitude, projection }: DigitNeurons): number {
  const total = amplitude.reduce((sum, a) => sum + a, 0);
  return amplitude.reduce((sum, a, k) => sum + a * Math.abs(projection[k] as number), 0) / total;
}

export const run: Run<typeof meta> = function* (point, seed) {
  const { training, initialRisk, distance, neurons } = yield* trainingOnDigits(point, seed);
  const initial = neurons(training.start);
  return trained(training, {
    measure: ({ network, risk }) => {
      const { amplitude, projection } = neurons(network);
      return {
        quantities: {
          relativeRisk: risk / initialRisk,
          relativeDistance: distance(network),
          meanProjection: meanProjection({ amplitude, projection }),
          initialProjection: meanProjection(initial),
        },
        series: {
          initialAmplitude: initial.amplitude,
          initialProjection: initial.projection,
          amplitude,
          projection,
        },
      };
    },
  });
};
