/**
 * Runs Theorem 6(b) of the paper: trains one network for twenty-five e-foldings of its slowest residual and reads off how
 * fast the risk decays. In float64, since float32 weights stop moving before the slowest residual is left alone.
 */
import { withBias } from "../../../engine/network.ts";
import type { Descent } from "../../../engine/reference.ts";
import { log } from "../../../math/elementary.ts";
import { fitLine } from "../../../math/statistics.ts";
import { residualRates, residualRatesOf } from "../../../theory/tangentKernel.ts";
import type { Run } from "../../driver/course.ts";
import { trainedInFloat64 } from "../../driver/trained.ts";
import { seenAt } from "../../listed.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { withTrained } from "../setting/trainedLayers.ts";
import { ABSCISSAE, descentAt, initialNetwork, SAMPLE, trainingBy } from "../setting/training.ts";
import type { meta } from "./meta.ts";

/** The four points with their bias. */
const ROWS = ABSCISSAE.map(withBias);
/**
 * Training lasts that many times 1/(rate of the risk once only its slowest part is left), as the kernel predicts it. So
 * many, since a start may happen to have little of the slowest part: it must have outlived the others by the last third.
 */
const E_FOLDINGS = 25;
/** From this share of the time on the rate counts as late. */
const LATE_SHARE = 2 / 3;
/** Δt times the fastest rate of the linearised residuals: half of where they would turn over at every step. */
const STEP_SHARE = 1 / 2;
/** Steps between two looks at the risk. */
const LOOK = 10;

export const run: Run<typeof meta> = ({ gamma, gammaPrime, width, trained }, seed) => {
  const normalised = descentAt({ gamma, gammaPrime, width });
  const { timeStep, duration } = clockOf(2 * width, normalised);
  const start = initialNetwork(width, seed);
  const predicted = 2 * (residualRatesOf(start, ROWS, scalesOf(normalised))[0] as number);
  const descent = { ...withTrained(trained, normalised), timeStep, targetRisk: -1 };
  const training = { ...trainingBy(descent, start), adaptive: false, steps: Math.ceil(duration / timeStep) };
  return trainedInFloat64(training, {
    trace: {
      every: LOOK,
      take: ({ time, risk }) => ({ time, relativeRisk: risk / riskOfNothing(SAMPLE.targets) }),
    },
    measure: (_, looks) => {
      const lateRate = riskRate(looks, LATE_SHARE * duration);
      return {
        quantities: { lateRate, rateRatio: lateRate === undefined ? undefined : lateRate / predicted },
        series: seenAt(looks, ["time", "relativeRisk"]),
      };
    },
  });
};

/** κ and κ′ as the rates of the normalised model hold them. */
function scalesOf({ outputFactor: kappa, inputRate: kappaPrime }: Descent) {
  return { kappa, kappaPrime };
}

/** How long to train, and by which step, for both layers of M neurons: also where one of them is frozen. */
function clockOf(neurons: number, normalised: Descent): { timeStep: number; duration: number } {
  const rates = residualRates(ROWS, { neurons, ...scalesOf(normalised) });
  return {
    timeStep: STEP_SHARE / (rates.at(-1) as number),
    duration: E_FOLDINGS / (2 * (rates[0] as number)),
  };
}

/** R/R(0) at a time t > 0. */
export interface Look {
  readonly time: number;
  readonly relativeRisk: number;
}

/** −d log R/dt by least squares over the looks at or after `from`; undefined while there are fewer than two. */
export function riskRate(looks: readonly Look[], from: number): number | undefined {
  const late = looks.filter(({ time }) => time >= from);
  if (late.length < 2) return undefined;
  return -fitLine(
    late.map(({ time }) => time),
    late.map(({ relativeRisk }) => log(relativeRisk)),
  ).slope;
}
