/** Runs the population flow of a network and its random-feature twin, and looks at both at every step. */
import { STABILISED_ERROR_ORDER, stabilised } from "../../../math/ode/stabilised.ts";
import { nextStep } from "../../../math/ode/steps.ts";
import type { Neurons } from "../../../theory/quenching/neurons.ts";
import {
  fastestRate,
  flowStart,
  networksIn,
  type PopulationFlow,
  populationDerivative,
  risksIn,
} from "../../../theory/quenching/populationFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { seenAt } from "../../listed.ts";
import { startDirections } from "../../startDirections.ts";
import { along, coefficientsOf, nearness, sharing } from "../setting/measures.ts";
import { outputFactor, type Scaling } from "../setting/network.ts";
import { planeOf } from "../setting/plane.ts";
import { SUMS } from "../setting/sums.ts";
import { targetNeurons } from "../setting/target.ts";
import { LEADING, type meta } from "./meta.ts";

/** Error of a step in a weight; a tenth of it changes no quantity here by a hundredth. */
const TOLERANCE = 1e-5;
/** Steps at least, for curves without corners. */
const LEAST_STEPS = 100;
/** From this cosine to the target on a neuron has found it. */
const FOUND = 0.8;

/** What `steps` takes to go on. */
interface Place {
  readonly t: number;
  readonly y: Float64Array;
  /** 0 where none was tried yet. */
  readonly size: number;
  readonly lastError: number;
}

interface Look {
  readonly time: number;
  readonly risk: number;
  readonly twinRisk: number;
  readonly nearest: number;
  readonly coefficients: Float64Array;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { width, inputs, scaling, duration } = parameters;
  const target = targetNeurons(parameters, inputs);
  const plane = planeOf(parameters, inputs);
  const startInputs = startDirections(width, inputs, seed);
  const flow = { width, target, outputFactor: outputFactor(scaling, width), startInputs };
  const lookAt = ({ t, y }: Place): Look => {
    const { network } = networksIn(flow, y);
    const nearest = Math.max(...nearness(network, target));
    return { time: t, ...risksIn(flow, y, SUMS), nearest, coefficients: coefficientsOf(network) };
  };
  const start: Place = { t: 0, y: flowStart(flow), size: 0, lastError: 1 };
  const first = lookAt(start);
  return iterated(
    {
      start,
      next: nextPlace(flow, duration),
      isOver: ({ t }) => t >= duration,
      share: ({ t }) => Math.sqrt(t / duration),
    },
    {
      fromStart: true,
      trace: { every: 1, take: lookAt },
      measure: ({ y }, later: readonly Look[]) => {
        const { network, twin } = networksIn(flow, y);
        const looks = [first, ...later];
        const now = looks.at(-1) ?? first;
        return {
          quantities: {
            ...timesIn(looks, target, scaling),
            ...stages(looks, duration),
            time: now.time,
            risk: now.risk,
            twinRisk: now.twinRisk,
            gap: Math.abs(now.risk - now.twinRisk) / now.twinRisk,
            ...sharing(now.coefficients),
          },
          series: {
            coefficient: now.coefficients,
            twinCoefficient: coefficientsOf(twin),
            nearness: nearness(network, target),
            across: along(network, plane.across),
            up: along(network, plane.up),
            ...seenAt(looks, ["time", "risk", "twinRisk"]),
            leading: leadingIn(looks),
          },
        };
      },
    },
  );
};

/** One step of the flow: as long as its error and the duration allow. */
function nextPlace(flow: PopulationFlow, duration: number) {
  const derivative = populationDerivative(flow, SUMS);
  const options = {
    method: stabilised((y) => fastestRate(flow, y, SUMS)),
    errorOrder: STABILISED_ERROR_ORDER,
    absolute: TOLERANCE,
    relative: TOLERANCE,
    largestSize: duration / LEAST_STEPS,
  };
  return ({ size, ...place }: Place): Place => {
    const from = size > 0 ? { ...place, size } : place;
    const step = nextStep({ derivative, start: from, until: duration }, options);
    return { t: step.t, y: step.y, size: step.size, lastError: step.lastError };
  };
}

/**
 * When the first neuron finds the target; and when it should find a single one, √2 π/u for the largest cosine u > 0 of the
 * start: a sum does, a mean of neurons does not.
 */
function timesIn(looks: readonly Look[], target: Neurons, scaling: Scaling) {
  const [first] = looks as [Look];
  const isPredicted = scaling === "conventional" && target.weights.length === 1 && first.nearest > 0;
  return {
    activationTime: looks.find(({ nearest }) => nearest >= FOUND)?.time,
    predictedTime: isPredicted ? (Math.SQRT2 * Math.PI) / first.nearest : undefined,
  };
}

/** Risks at a twenty-fifth, a fifth and all of the duration, once they are known. */
function stages(looks: readonly Look[], duration: number) {
  const early = riskAt(looks, duration / 25);
  const middle = riskAt(looks, duration / 5);
  const end = riskAt(looks, duration);
  return {
    plateau: early && middle ? early / middle : undefined,
    fall: middle && end ? middle / end : undefined,
  };
}

/** The risk at a time, on the straight line between the looks around it. */
function riskAt(looks: readonly Look[], time: number): number | undefined {
  const after = looks.findIndex((look) => look.time >= time);
  const [before, at] = [looks[after - 1], looks[after]];
  if (!before || !at) return at?.risk;
  return before.risk + ((time - before.time) / (at.time - before.time)) * (at.risk - before.risk);
}

/** Coefficients of the neurons that rose highest, look by look, in the order of their peaks. */
function leadingIn(looks: readonly Look[]): number[] {
  const [first] = looks as [Look];
  const peaks = Array.from(first.coefficients, (_, neuron) => ({
    neuron,
    peak: Math.max(...looks.map(({ coefficients }) => coefficients[neuron] as number)),
  }));
  const leading = peaks.sort((one, other) => other.peak - one.peak).slice(0, LEADING);
  return looks.flatMap(({ coefficients }) => leading.map(({ neuron }) => coefficients[neuron] as number));
}
