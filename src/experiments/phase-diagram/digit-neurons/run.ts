/** Trains one network on the digits at (γ, γ′) and reports its neurons. */
import type { Run } from "../../experiment.ts";
import type { DigitNeurons } from "../mnist/network.ts";
import { type DigitPoint, trainOnDigits } from "../mnist/training.ts";

/** Σ A |ŵ·p| / Σ A. */
function meanProjection({ amplitude, projection }: DigitNeurons): number {
  const total = amplitude.reduce((sum, a) => sum + a, 0);
  return amplitude.reduce((sum, a, k) => sum + a * Math.abs(projection[k] as number), 0) / total;
}

export const run: Run<DigitPoint> = async function* (point, context) {
  const { training, risk, distance, neurons, initialNeurons } = await trainOnDigits(point, context);
  const initial = initialNeurons();
  for await (const progress of training) {
    const { relative, share } = risk(progress);
    const network = await progress.network();
    const now = neurons(network);
    yield {
      progress: share,
      step: progress.step,
      finished: progress.finished,
      quantities: {
        relativeRisk: relative,
        relativeDistance: distance(network),
        meanProjection: meanProjection(now),
        initialProjection: meanProjection(initial),
      },
      series: {
        initialAmplitude: initial.amplitude.slice(),
        initialProjection: initial.projection.slice(),
        amplitude: now.amplitude,
        projection: now.projection,
      },
      ...(context.checkpointDue?.() ? { checkpoint: await progress.state() } : {}),
    };
  }
};
