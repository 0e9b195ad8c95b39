/** Runs Fig. 5 of the paper: trains one network with one input, and compares its output with polynomials all along. */
import { withBias } from "../../../engine/network.ts";
import { outputs } from "../../../engine/reference.ts";
import { fitPolynomials, type PolynomialFit } from "../../../math/polynomialFit.ts";
import type { Checkpoint, Measurement, Run } from "../../experiment.ts";
import { orderOf } from "../direction-field/field.ts";
import { pointsFor } from "../direction-field/target.ts";
import { INTERVAL } from "../oneInputParameters.ts";
import { trainOneInput } from "../trainOneInput.ts";
import type { meta } from "./meta.ts";

/** Where the output is compared and drawn: 0.02 apart over the interval of the sample, ends included. */
const GRID = Float64Array.from({ length: 126 }, (_, i) => INTERVAL.minimum + i / 50);
const INPUTS = { sampleSize: GRID.length, inputs: Float32Array.from([...GRID].flatMap(withBias)) };
/** The epoch of Fig. 6. */
const EARLY = 200;

/** What is kept of the way: numbers that a checkpoint can carry. */
interface Trace extends Checkpoint {
  /** 1 − R² of degree p at every look, and of degree p − 1. */
  readonly leftOver: readonly number[];
  readonly leftOverBelow: readonly number[];
  /** Output and polynomial at the early epoch, or at the last look before it. */
  readonly earlyLearned: readonly number[];
  readonly earlyFitted: readonly number[];
}

const NOTHING: Trace = { leftOver: [], leftOverBelow: [], earlyLearned: [], earlyFitted: [] };

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, context) {
  const { activation, target, steps } = parameters;
  const degree = orderOf(parameters);
  const every = lookEvery(steps);
  let trace = traceFrom(context.from);
  let nextReport = 0;
  for await (const { network, relativeRisk, state, ...where } of trainOneInput(
    parameters,
    pointsFor(target, context.seed),
    { ...context, stride: every },
  )) {
    const learned = outputs(network, INPUTS, 1, activation);
    const [below, fit] = fitPolynomials(GRID, learned, degree).slice(-2) as [PolynomialFit, PolynomialFit];
    const isEarly = where.step <= EARLY;
    trace = {
      leftOver: [...trace.leftOver, fit.leftOver],
      leftOverBelow: [...trace.leftOverBelow, below.leftOver],
      earlyLearned: isEarly ? [...learned] : trace.earlyLearned,
      earlyFitted: isEarly ? [...fit.fitted] : trace.earlyFitted,
    };
    if (where.step < nextReport && !where.finished) continue;
    nextReport = where.step + context.stride;
    const early = trace.leftOver[Math.min(EARLY / every, trace.leftOver.length) - 1] as number;
    yield {
      ...where,
      quantities: finite({
        relativeRisk,
        degree,
        rSquared: fit.rSquared,
        rSquaredBelow: below.rSquared,
        gain: below.leftOver - fit.leftOver,
        earlyRSquared: 1 - early,
      }),
      series: {
        epoch: Float64Array.from(trace.leftOver, (_, k) => Math.min((k + 1) * every, steps)),
        leftOver: Float64Array.from(trace.leftOver),
        leftOverBelow: Float64Array.from(trace.leftOverBelow),
        x: GRID.slice(),
        learned,
        fitted: fit.fitted,
        earlyLearned: Float64Array.from(trace.earlyLearned),
        earlyFitted: Float64Array.from(trace.earlyFitted),
      },
      ...(context.checkpointDue?.() ? { checkpoint: { ...(await state()), ...trace } } : {}),
    };
  }
};

/** Epochs between two looks at the output; divides the early epoch, so that there is one then. */
function lookEvery(steps: number): number {
  return steps <= 1000 ? 10 : steps <= 5000 ? 50 : EARLY;
}

function traceFrom(checkpoint: Checkpoint | undefined): Trace {
  return checkpoint ? (checkpoint as Trace) : NOTHING;
}

/** Only what is a number: an output without variation has no R². */
function finite(quantities: Measurement["quantities"]): Measurement["quantities"] {
  return Object.fromEntries(Object.entries(quantities).filter(([, value]) => Number.isFinite(value)));
}
