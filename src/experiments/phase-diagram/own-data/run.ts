/** Trains one antisymmetric network at (γ, γ′) on the reader's points and reports its function and its neurons. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { pointsOf } from "../../points.ts";
import { portraitOf } from "../setting/portrait.ts";
import type { meta } from "./meta.ts";

/** 121 points on [−1.2, 1.2]. */
const DRAWN_AT = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 50);

export const run: Run<typeof meta> = function* ({ points, ...parameters }, seed) {
  const { training, portrait } = yield* portraitOf(parameters, pointsOf(points), DRAWN_AT, seed);
  return trained(training, { measure: portrait });
};
