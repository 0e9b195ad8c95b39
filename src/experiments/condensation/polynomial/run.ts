/** Runs Fig. 5 of the paper: trains one network with one input, and compares its output with polynomials all along. */
import { type Network, withBias } from "../../../engine/network.ts";
import { outputs } from "../../../engine/reference.ts";
import { fitPolynomials, type PolynomialFit } from "../../../math/polynomialFit.ts";
import type { Run } from "../../driver/course.ts";
import { type Trained, trained } from "../../driver/trained.ts";
import { seenAt } from "../../listed.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { orderOf } from "../setting/field.ts";
import { INTERVAL } from "../setting/oneInputParameters.ts";
import { pointsFor } from "../setting/target.ts";
import { trainingOfOneInput } from "../setting/training.ts";
import { EARLY, type meta } from "./meta.ts";

/** Where the output is compared and drawn: 0.02 apart over the interval of the sample, ends included. */
const GRID = Float64Array.from({ length: 126 }, (_, i) => INTERVAL.minimum + i / 50);
const INPUTS = { sampleSize: GRID.length, inputs: Float32Array.from([...GRID].flatMap(withBias)) };

export const run: Run<typeof meta> = (parameters, seed) => {
  const { activation, target, steps } = parameters;
  const degree = orderOf(parameters);
  const points = pointsFor(target, seed);
  /** The output, and the nearest polynomials of degree p and of degree p − 1. */
  const compared = (network: Network) => {
    const learned = outputs(network, INPUTS, 1, activation);
    const fits = fitPolynomials(GRID, learned, degree);
    return { learned, fit: fits[degree] as PolynomialFit, below: fits[degree - 1] as PolynomialFit };
  };
  const take = ({ network, step: epoch }: Trained<Float32Array>) => {
    const { learned, fit, below } = compared(network);
    const isEarly = epoch <= EARLY;
    return {
      epoch,
      leftOver: fit.leftOver,
      leftOverBelow: below.leftOver,
      // Of the output only the last early one is shown.
      learned: isEarly ? [...learned] : [],
      fitted: isEarly ? [...fit.fitted] : [],
    };
  };
  return trained(trainingOfOneInput(parameters, points, seed), {
    trace: { every: lookEvery(steps), take },
    measure: ({ network, risk }, looks) => {
      const { learned, fit, below } = compared(network);
      const early = looks.findLast(({ epoch }) => epoch <= EARLY);
      return {
        quantities: {
          relativeRisk: risk / riskOfNothing(points.map(({ y }) => y)),
          degree,
          rSquared: defined(fit.rSquared),
          rSquaredBelow: defined(below.rSquared),
          gain: defined(below.leftOver - fit.leftOver),
          earlyRSquared: early && defined(1 - early.leftOver),
        },
        series: {
          ...seenAt(looks, ["epoch", "leftOver", "leftOverBelow"]),
          x: GRID,
          learned,
          fitted: fit.fitted,
          earlyLearned: early?.learned,
          earlyFitted: early?.fitted,
        },
      };
    },
  });
};

/** Epochs between two looks at the output; divides the early epoch, so that there is one then. */
function lookEvery(steps: number): number {
  return steps <= 1000 ? 10 : steps <= 5000 ? 50 : EARLY;
}

/** An output without variation has no R². */
function defined(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
