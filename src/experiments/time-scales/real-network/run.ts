/** Runs a network on examples that it sees once, and the flow that it follows, from the same start. */
import type { Network } from "../../../engine/network.ts";
import { DivergedError } from "../../../engine/train.ts";
import { STABILISED_ERROR_ORDER, stabilised } from "../../../math/ode/stabilised.ts";
import { nextStep } from "../../../math/ode/steps.ts";
import { transposed } from "../../../math/rows.ts";
import {
  type FiniteFlow,
  finiteDynamics,
  finiteRisk,
  finiteStart,
  finiteState,
  ontoSphere,
  overlapsOf,
} from "../../../theory/time-scales/finiteFlow.ts";
import { residuals } from "../../../theory/time-scales/reducedFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { startDirections } from "../../startDirections.ts";
import { halfTimes } from "../setting/halves.ts";
import { limitOf } from "../setting/limit.ts";
import { componentsOf } from "../setting/parameters.ts";
import { startReadouts } from "../setting/readouts.ts";
import { descending, networkOf, overlapsIn } from "./descent.ts";
import type { meta } from "./meta.ts";
import { examplesOf, LOOKS } from "./workload.ts";

/** Error of a step of the flow in a weight; a hundredth of it moves the gap by less than a hundredth. */
const TOLERANCE = 1e-3;
/** While little has happened a step of the flow is at most this share of the time so far, or of ε/20. */
const EARLY = 1 / 6;

/** Where both stand: plain data. */
interface Place {
  readonly t: number;
  /** Of the flow. */
  readonly y: Float64Array;
  /** 0 where none was tried yet. */
  readonly size: number;
  readonly lastError: number;
  readonly network: Network<Float64Array>;
  readonly examples: number;
}

interface Look {
  readonly time: number;
  readonly residual: Float64Array;
  readonly flowResidual: Float64Array;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { width, inputs, epsilon, rate, duration } = parameters;
  const flow: FiniteFlow = { ...componentsOf(parameters), width, epsilon };
  const readouts = startReadouts("spread", width, seed);
  const directions = startDirections(width, inputs, seed);
  const lookAt = ({ t, y, network }: Place): Look => ({
    time: t,
    residual: residuals(flow, overlapsIn(network)),
    flowResidual: residuals(flow, overlapsOf(flow, y)),
  });
  const start: Place = {
    t: 0,
    y: finiteStart(readouts, directions),
    size: 0,
    lastError: 1,
    network: networkOf(readouts, directions),
    examples: 0,
  };
  const first = lookAt(start);
  const { halved: limit } = limitOf(flow, readouts, duration);
  const flowOn = nextPlace(flow, duration);
  const descend = descending(flow, rate, seed);
  return iterated(
    {
      start,
      next: (place) => {
        const { t, y, size, lastError } = flowOn(place);
        const examples = t === duration ? examplesOf(parameters) : Math.round(t / rate);
        const network = descend(place.network, { from: place.examples, to: examples });
        assertFinite(network, examples);
        return { t, y, size, lastError, network, examples };
      },
      isOver: ({ t }) => t >= duration,
      share: ({ t }) => t / duration,
    },
    {
      fromStart: true,
      trace: { every: 1, take: lookAt },
      measure: ({ y, network, examples }, later: readonly Look[]) => {
        const looks = [first, ...later];
        const times = halfTimes(looks, flow.target);
        const flowTimes = halfTimes(
          looks.map(({ time, flowResidual }) => ({ time, residual: flowResidual })),
          flow.target,
        );
        const [overlaps, flowOverlaps] = [overlapsIn(network), overlapsOf(flow, y)];
        return {
          quantities: {
            gap: Math.max(...looks.map(gapIn)),
            inOrder: inOrder(times),
            examples,
            risk: finiteRisk(
              flow,
              finiteState(network.outputWeights, transposed(network.inputWeights, inputs)),
            ),
            flowRisk: finiteRisk(flow, y),
            time0: times[0],
            time1: times[1],
            time2: times[2],
            time3: times[3],
            flowTime0: flowTimes[0],
            flowTime1: flowTimes[1],
            flowTime2: flowTimes[2],
            flowTime3: flowTimes[3],
            limitTime0: limit[0],
            limitTime1: limit[1],
            limitTime2: limit[2],
            limitTime3: limit[3],
          },
          series: {
            time: looks.map(({ time }) => time),
            residual: looks.flatMap(({ residual }) => [...residual]),
            flowResidual: looks.flatMap(({ flowResidual }) => [...flowResidual]),
            readout: overlaps.subarray(0, width),
            overlap: overlaps.subarray(width),
            flowReadout: flowOverlaps.subarray(0, width),
            flowOverlap: flowOverlaps.subarray(width),
          },
        };
      },
    },
  );
};

/** One step of the flow: as long as its error and a smooth curve allow. */
function nextPlace(flow: FiniteFlow, duration: number) {
  const { derivative, fastestRate } = finiteDynamics(flow);
  const method = stabilised(fastestRate);
  return ({ t, y, size, lastError }: Place) => {
    const start = size > 0 ? { t, y, size, lastError } : { t, y };
    const largestSize = Math.min(duration / LOOKS, EARLY * Math.max(t, flow.epsilon / 20));
    const options = {
      method,
      errorOrder: STABILISED_ERROR_ORDER,
      absolute: TOLERANCE,
      relative: TOLERANCE,
      largestSize,
    };
    const step = nextStep({ derivative, start, until: duration }, options);
    return { t: step.t, y: ontoSphere(flow, step.y), size: step.size, lastError: step.lastError };
  };
}

/** @throws DivergedError */
function assertFinite({ outputWeights, inputWeights }: Network<Float64Array>, examples: number): void {
  if (outputWeights.every(Number.isFinite) && inputWeights.every(Number.isFinite)) return;
  throw new DivergedError(examples, Number.NaN);
}

/** How far residuals are apart at a look. */
function gapIn({ residual, flowResidual }: Look): number {
  return Math.max(...residual.map((own, k) => Math.abs(own - (flowResidual[k] as number))));
}

/** How many components were halved one after another, from the constant one on. */
function inOrder(times: readonly (number | undefined)[]): number {
  const broken = times.findIndex((time, degree) => !((times[degree - 1] ?? -1) < (time ?? -1)));
  return broken < 0 ? times.length : broken;
}
