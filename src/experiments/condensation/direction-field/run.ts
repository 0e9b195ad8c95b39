/** Runs Fig. 6 of the paper: trains one network with one input, and finds the lines on which its neurons are. */
import type { Network } from "../../../engine/network.ts";
import { outputs } from "../../../engine/reference.ts";
import { angleOf } from "../../../math/elementary.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { linesWhereAny, orderOf, planeInputs } from "../setting/field.ts";
import { ALIKE_IN_PLANE, LEAST_NEURONS, type Line, linesOf } from "../setting/lines.ts";
import { directionsOf } from "../setting/neurons.ts";
import { pointsFor } from "../setting/target.ts";
import { trainingOfOneInput } from "../setting/training.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const { target, points: flat, activation } = parameters;
  const points = pointsFor(target, seed, flat);
  const [x, y] = [points.map((point) => point.x), points.map((point) => point.y)];
  const order = orderOf(parameters);
  const first = y.map((value) => -value);
  const critical = linesWhereAny(planeInputs(x), first, order).map(({ angle }) => angle);
  const training = trainingOfOneInput(parameters, points, seed);
  const [initialWeight, initialBias] = columnsOf(training.start);
  return trained(training, {
    fromStart: true,
    measure: ({ network, risk }) => {
      const lines = linesOf(directionsOf(network), ALIKE_IN_PLANE);
      const [weight, bias] = columnsOf(network);
      const f = outputs(network, training.sample, 1, activation);
      return {
        quantities: { relativeRisk: risk / riskOfNothing(y), ...quantitiesOf(lines, critical, order) },
        series: {
          weight,
          bias,
          initialWeight,
          initialBias,
          outputWeight: network.outputWeights,
          x,
          y,
          residual: f.map((value, i) => value - (y[i] as number)),
        },
      };
    },
  });
};

/** The two input weights of every neuron, w and b. */
function columnsOf({ width, inputWeights }: Network): [weight: Float32Array, bias: Float32Array] {
  return [inputWeights.subarray(0, width), inputWeights.subarray(width)];
}

/** Quantities of the p fullest lines, given the angles of the critical lines; `neurons` counts those on all lines. */
function quantitiesOf(lines: readonly Line[], critical: readonly number[], order: number) {
  const top = lines.slice(0, order);
  const neurons = (some: readonly Line[]) => some.reduce((sum, line) => sum + line.neurons.length, 0);
  const angles = top.map(({ direction: [w = 0, b = 0] }) =>
    Math.min(...critical.map((angle) => angleBetween(angleOf(b, w), angle))),
  );
  return {
    lines: lines.filter((line) => line.neurons.length >= LEAST_NEURONS).length,
    topShare: neurons(top) / neurons(lines),
    smallestLine: top.length < order ? 0 : (top.at(-1) as Line).neurons.length,
    criticalLines: critical.length,
    angleToCritical: critical.length > 0 ? (180 / Math.PI) * Math.max(...angles) : undefined,
  };
}

/** The acute angle between two lines through the origin, given by the angles of their heads. */
function angleBetween(one: number, other: number): number {
  const turned = Math.abs(one - other) % Math.PI;
  return Math.min(turned, Math.PI - turned);
}
