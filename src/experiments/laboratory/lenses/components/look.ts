/** Measures what is left of each component, when it is halved, and how far neurons have turned. */
import { residuals, riskOf } from "../../../../theory/time-scales/reducedFlow.ts";
import { nodesAlong } from "../../../hinge-mean-field/setting/unsymmetric.ts";
import { halfTimes } from "../../../time-scales/setting/halves.ts";
import { limitOf } from "../../../time-scales/setting/limit.ts";
import { ALL_ONES, componentsOf } from "../../../time-scales/setting/parameters.ts";
import { targetOf } from "../../setting/data.ts";
import { directionOf } from "../../setting/direction.ts";
import type { Look, Taken } from "../../setting/lens.ts";
import { once } from "../../setting/once.ts";
import { someNeurons } from "../../setting/someNeurons.ts";
import { takenAt } from "../../setting/takenAt.ts";
import type { AnyNetwork, Underway } from "../../setting/underway.ts";
import { componentsIn, withoutTraces } from "./measured.ts";
import type { meta } from "./meta.ts";

/** Most neurons that are drawn. */
const DRAWN = 500;

export const look: Look<typeof meta> = (underway) => {
  const { target, residualsOf } = componentsIn(underway);
  const learnable = withoutTraces(target);
  const limitOnce = once(() => limitFor(underway));
  const direction = directionOf(underway);
  // On the sphere lengths are 1 up to rounding.
  const isUnit = underway.setup.rule === "onePass";
  const isMirrored = underway.setup.start === "antisymmetric";
  return {
    take: ({ network }) => [...residualsOf(network)],
    measure: (moment, taken) => {
      const { network } = moment;
      // It takes longer than all else before the first step, when there is nothing to be compared with it.
      const limit = taken.length > 1 ? limitOnce() : undefined;
      const looks = taken.map(({ time, numbers }) => ({ time, residual: numbers }));
      const halved = halfTimes(looks, learnable);
      const { readouts, overlaps } = neuronsIn(someNeurons(network, DRAWN, isMirrored), direction, isUnit);
      return {
        quantities: {
          halved0: halved[0],
          halved1: halved[1],
          halved2: halved[2],
          halved3: halved[3],
          ...limit?.quantities,
          halvingFactor: limit && factorBetween(halved, limit.halved, taken),
          componentRisk: finite(riskOf(takenAt(moment, taken) ?? residualsOf(network))),
        },
        series: {
          targetComponent: target,
          residualThen: looks.flatMap(({ residual }) => residual),
          ...limit?.series,
          neuronOverlap: overlaps,
          neuronReadout: readouts,
        },
      };
    },
  };
};

/** What the limit of many inputs and neurons and short steps does from the same output weights; only of its own training. */
function limitFor({ setup, start }: Underway) {
  if (setup.rule !== "onePass") return undefined;
  const { activation } = componentsOf(ALL_ONES);
  const flow = { target: targetOf(setup), activation, epsilon: setup.epsilon };
  const { way, halved } = limitOf(flow, Float64Array.from(start.outputWeights), setup.steps * setup.rate);
  return {
    halved,
    quantities: {
      limitHalved0: halved[0],
      limitHalved1: halved[1],
      limitHalved2: halved[2],
      limitHalved3: halved[3],
    },
    series: {
      limitAt: way.map(({ t }) => t),
      limitResidual: way.flatMap(({ y }) => [...residuals(flow, y)]),
    },
  };
}

/**
 * The largest factor between measured times and those of the limit, of the components that both have halved. Before the first
 * look after the start a time is not known well enough.
 */
function factorBetween(
  measured: readonly (number | undefined)[],
  limit: readonly (number | undefined)[],
  taken: readonly Taken[],
): number | undefined {
  const known = taken[1]?.time ?? Infinity;
  const factors = measured.flatMap((time, degree) => {
    const other = limit[degree];
    return time === undefined || time < known || other === undefined
      ? []
      : [Math.max(time / other, other / time)];
  });
  return factors.length > 0 ? Math.max(...factors) : undefined;
}

/** Output weights of neurons, and the cosines of their angles to a direction. */
function neuronsIn(network: AnyNetwork, direction: Float64Array, isUnit: boolean) {
  const { width, inputDimension, inputWeights } = network;
  const { readouts, along } = nodesAlong(network, direction);
  const lengthOf = (k: number) => {
    if (isUnit) return 1;
    let square = 0;
    for (let j = 0; j < inputDimension; j++) {
      const weight = inputWeights[j * width + k] as number;
      square += weight * weight;
    }
    return Math.sqrt(square);
  };
  return { readouts, overlaps: along.map((part, k) => part / (lengthOf(k) || 1)) };
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}
