/**
 * Runs Theorem 6(b) of the paper: trains one network for fifteen e-foldings of its slowest residual and reads off how
 * fast the risk decays. In float64, since float32 weights stop moving before the slowest residual is left alone.
 */
import { withBias } from "../../../engine/network.ts";
import { trainFloat64 } from "../../../engine/trainFloat64.ts";
import { residualRates } from "../../../theory/tangentKernel.ts";
import type { Measurement, Run } from "../../experiment.ts";
import { ABSCISSAE, descentAt, initialNetwork, initialRisk, SAMPLE } from "../setting.ts";
import { withTrained } from "../trainedLayers.ts";
import type { meta } from "./meta.ts";
import { riskRate, slowestRiskRate, type Trace } from "./trace.ts";

/** Training lasts that many times 1/(rate of the risk once only its slowest part is left), as the kernel predicts it. */
const E_FOLDINGS = 15;
/** From this share of the time on the rate counts as late. */
const LATE_SHARE = 2 / 3;
/** Δt times the fastest rate of the linearised residuals: half of where they would turn over at every step. */
const STEP_SHARE = 1 / 2;
/** Steps between two looks at the risk. */
const LOOK = 10;

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, context) {
  const { gamma, gammaPrime, width, trained } = parameters;
  const normalised = descentAt({ gamma, gammaPrime, width });
  const { timeStep, duration } = clockOf(2 * width, normalised);
  const trace: Trace = { times: [], relativeRisks: [] };
  let nextReport = context.stride;
  for await (const progress of trainFloat64(initialNetwork(width, context.seed), SAMPLE, {
    descent: { ...withTrained(trained, normalised), timeStep, targetRisk: -1 },
    adaptive: false,
    stride: LOOK,
    steps: Math.ceil(duration / timeStep),
    signal: context.signal,
  })) {
    const { step, time, risk, finished } = progress;
    trace.times.push(time);
    trace.relativeRisks.push(risk / initialRisk(SAMPLE));
    if (step < nextReport && !finished) continue;
    nextReport = step + context.stride;
    yield { progress: time / duration, step, finished, ...measure(trace, LATE_SHARE * duration) };
  }
};

/** How long to train, and by which step, for both layers of M neurons: also where one of them is frozen. */
function clockOf(
  neurons: number,
  { outputFactor: kappa, inputRate: kappaPrime }: { outputFactor: number; inputRate: number },
): { timeStep: number; duration: number } {
  const rates = residualRates(ABSCISSAE.map(withBias), { neurons, kappa, kappaPrime });
  return {
    timeStep: STEP_SHARE / (rates.at(-1) as number),
    duration: E_FOLDINGS / (2 * (rates[0] as number)),
  };
}

function measure(trace: Trace, lateFrom: number): Pick<Measurement, "quantities" | "series"> {
  const late = riskRate(trace, lateFrom);
  return {
    quantities: { slowestRate: slowestRiskRate(trace), ...(late === undefined ? {} : { lateRate: late }) },
    series: { time: Float64Array.from(trace.times), relativeRisk: Float64Array.from(trace.relativeRisks) },
  };
}
