/** Runs one width at one point of Fig. 5: trains a network on the digits and measures how far its input weights went. */
import type { Run } from "../../experiment.ts";
import { measuredAtEnd } from "../measuredAtEnd.ts";
import { type DigitPoint, trainOnDigits } from "../mnist/training.ts";

export const run: Run<DigitPoint> = async function* (point, context) {
  const { training, risk, distance } = await trainOnDigits(point, context);
  yield* measuredAtEnd(training, context, (network) => ({ relativeDistance: distance(network) }), {
    shareOf: (progress) => risk(progress).share,
  });
};
