/** Trains a network on the reader’s points, centred, of one size, and with a constant beside them. */
import { mean } from "../../../math/statistics.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { labelledPointsOf } from "../../labelledPoints.ts";
import { middlesIn, windowAround } from "../../squares.ts";
import { outputFactor, outputsAt } from "../setting/network.ts";
import { scaledSample, watchedOn } from "../setting/unsymmetric.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = ({ points: flat, ...network }, seed) => {
  const points = labelledPointsOf(flat);
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const spread = Math.sqrt(
    mean(points.map((point) => (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y))) / 2,
  );
  const inputOf = (place: { readonly x: number; readonly y: number }) => [
    (place.x - x) / spread,
    (place.y - y) / spread,
    1,
  ];
  const sample = scaledSample(
    points.map(inputOf),
    points.map(({ label }) => label),
  );
  // All inputs together have the mean square 3.
  const places = middlesIn(windowAround(points)).map(inputOf);
  const drawn = { inputs: Float32Array.from(places.flat(), (entry) => entry / Math.sqrt(3)) };
  const { training, looks } = watchedOn(sample, network, seed, (now) => ({
    output: outputsAt(now, drawn, places.length, outputFactor(network)),
  }));
  return trained(training, looks);
};
