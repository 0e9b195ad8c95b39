/** Runs Fig. 2 of the paper: trains one antisymmetric network at (γ, γ′) and reports its function and its neurons. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { condensedShare } from "../setting/neurons.ts";
import { portraitOf } from "../setting/portrait.ts";
import { ABSCISSAE } from "../setting/training.ts";
import type { meta } from "./meta.ts";

const POINTS = ABSCISSAE.map((x) => ({ x, y: x * x }));
/** 121 points on [−0.6, 0.6]; that at 60 is 0. */
const DRAWN_AT = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 100);

export const run: Run<typeof meta> = function* (parameters, seed) {
  const { training, portrait } = yield* portraitOf(parameters, POINTS, DRAWN_AT, seed);
  return trained(training, {
    *measure(now) {
      const { quantities, series, neurons, learned } = yield* portrait(now);
      const more = { condensedShare: condensedShare(neurons), outputAtZero: learned[60] };
      return { quantities: { ...quantities, ...more }, series };
    },
  });
};
