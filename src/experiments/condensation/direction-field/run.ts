/** Runs Fig. 6 of the paper: trains one network with one input, and tells on which lines its neurons are. */
import type { Network } from "../../../engine/network.ts";
import { outputs } from "../../../engine/reference.ts";
import { angleOf } from "../../../math/elementary.ts";
import type { Measurement, Run } from "../../experiment.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import { directionsOf, type Line, linesOf } from "../lines.ts";
import { startOf, trainOneInput } from "../trainOneInput.ts";
import { linesWhereAny, orderOf, planeInputs } from "./field.ts";
import type { meta } from "./meta.ts";
import { pointsFor } from "./target.ts";

/** Neurons are on a line together where |cos| of their angle exceeds this. */
const ON_A_LINE = 0.98;
const LEAST_NEURONS = 3;

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, context) {
  const { target, points: flat, activation } = parameters;
  const points = pointsFor(target, context.seed, flat);
  const sample = sampleOfPoints(points);
  const order = orderOf(parameters);
  const critical = linesWhereAny(
    planeInputs(points.map(({ x }) => x)),
    points.map(({ y }) => -y),
    order,
  ).map(({ angle }) => angle);
  const start = startOf(parameters, context.seed);
  const measure = (network: Network): Pick<Measurement, "quantities" | "series"> => {
    const lines = linesOf(directionsOf(network), ON_A_LINE);
    const f = outputs(network, sample, 1, activation);
    return {
      quantities: quantitiesOf(lines, critical, order),
      series: {
        ...columnsOf(network, "weight", "bias"),
        ...columnsOf(start, "initialWeight", "initialBias"),
        outputWeight: network.outputWeights.slice(),
        x: Float64Array.from(points, ({ x }) => x),
        y: Float64Array.from(points, ({ y }) => y),
        residual: f.map((value, i) => value - (points[i]?.y as number)),
      },
    };
  };
  if (!context.from) yield { progress: 0, step: 0, finished: false, ...measure(start) };
  for await (const { network, relativeRisk, state, ...where } of trainOneInput(parameters, points, context)) {
    const { quantities, series } = measure(network);
    yield {
      ...where,
      quantities: { relativeRisk, ...quantities },
      series,
      ...(context.checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
};

/** The two rows of input weights of every neuron, by the names given. */
function columnsOf({ width, inputWeights }: Network, weight: string, bias: string) {
  return { [weight]: inputWeights.slice(0, width), [bias]: inputWeights.slice(width) };
}

/** What the p fullest lines come to, for the angles of the critical lines; `neurons` counts those on all lines. */
function quantitiesOf(
  lines: readonly Line[],
  critical: readonly number[],
  order: number,
): Measurement["quantities"] {
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
    ...(critical.length > 0 ? { angleToCritical: (180 / Math.PI) * Math.max(...angles) } : {}),
  };
}

/** The acute angle between two lines through the origin, given by the angles of their heads. */
function angleBetween(one: number, other: number): number {
  const turned = Math.abs(one - other) % Math.PI;
  return Math.min(turned, Math.PI - turned);
}
