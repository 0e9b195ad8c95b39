/** Runs the gradient flow of one width on its sample, and looks at it at set times over the width. */
import { exp } from "../../../math/elementary.ts";
import { STABILISED_ERROR_ORDER, stabilised } from "../../../math/ode/stabilised.ts";
import { nextStep } from "../../../math/ode/steps.ts";
import {
  type FiniteFlow,
  type FiniteState,
  finiteRisk,
  finiteState,
  ontoSphere,
  overlapsOf,
} from "../../../theory/time-scales/finiteFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { single } from "../../single.ts";
import { startDirections } from "../../startDirections.ts";
import { componentsOf } from "../setting/parameters.ts";
import { startReadouts } from "../setting/readouts.ts";
import { empiricalDerivative, empiricalRiskOf, noisySample, usualRate } from "./empiricalFlow.ts";
import type { meta } from "./meta.ts";
import { together } from "./sweep.ts";
import { sampleSizeOf } from "./workload.ts";

/** Error of a step in a weight. */
const TOLERANCE = 1e-3;
/** Looks, and the logarithm of the share of the duration that has passed at the first: a thousandth. */
const LOOKS = 60;
const LOG_FIRST = -6.907755278982137;

/** Where a flow is, and what was seen of it: plain data. */
interface Place {
  readonly t: number;
  readonly y: FiniteState;
  /** Of the step to try next. */
  readonly size: number;
  readonly lastError: number;
  readonly test: readonly number[];
  readonly train: readonly number[];
  readonly alignment: readonly number[];
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { inputs, noise, duration } = parameters;
  const width = single(parameters.widths);
  const flow: FiniteFlow = { ...componentsOf(parameters), width, epsilon: 1 };
  const sampleSize = sampleSizeOf(parameters, width);
  const sample = noisySample(flow, { sampleSize, inputDimension: inputs, noise }, seed);
  const times = Array.from({ length: LOOKS }, (_, look) => timeOf(look, duration * width));
  const derivative = empiricalDerivative(flow, sample);
  const options = {
    method: stabilised((y) => usualRate(flow, y)),
    errorOrder: STABILISED_ERROR_ORDER,
    absolute: TOLERANCE,
    relative: TOLERANCE,
  };
  const seen = (place: Place): Place =>
    place.t < (times[place.test.length] ?? Infinity)
      ? place
      : {
          ...place,
          test: [...place.test, finiteRisk(flow, place.y)],
          train: [...place.train, empiricalRiskOf(flow, sample, place.y)],
          alignment: [...place.alignment, alignmentOf(flow, place.y)],
        };
  return iterated<Place, never, keyof typeof meta.quantities, keyof typeof meta.series>(
    {
      start: {
        t: 0,
        y: finiteState(startReadouts("equal", width, seed), startDirections(width, inputs, seed)),
        size: 0.01,
        lastError: 1,
        test: [],
        train: [],
        alignment: [],
      },
      next: (place) => {
        const until = times[place.test.length] as number;
        const { t, y, size, lastError } = nextStep({ derivative, start: place, until }, options);
        // The last step before a look is cut short: the one after it need not be.
        const next = t === until ? Math.max(size, place.size) : size;
        return seen({ ...place, t, y: ontoSphere(flow, y), size: next, lastError });
      },
      isOver: ({ test }) => test.length === LOOKS,
      share: ({ t }) => t / (duration * width),
    },
    {
      measure: ({ test, train, alignment }) =>
        together(
          {
            width: test.map(() => width),
            time: times.slice(0, test.length),
            test,
            train,
            alignment,
          },
          parameters,
        ),
    },
  );
};

/** Looks are as far apart in the logarithm of time; the last one is at the end, to the bit. */
function timeOf(look: number, end: number): number {
  return look === LOOKS - 1 ? end : end * exp(LOG_FIRST * (1 - look / (LOOKS - 1)));
}

/** Σa²s²/Σa². */
function alignmentOf(flow: FiniteFlow, state: FiniteState): number {
  const overlaps = overlapsOf(flow, state);
  let [along, all] = [0, 0];
  for (let i = 0; i < flow.width; i++) {
    const [a, s] = [overlaps[i] as number, overlaps[flow.width + i] as number];
    along += a * a * s * s;
    all += a * a;
  }
  return along / all;
}
