/**
 * Runs Theorem 6(b) of the paper: trains one network for fifteen e-foldings of its slowest residual and reads off how
 * fast the risk decays. In float64, since float32 weights stop moving before the slowest residual is left alone.
 */
import { withBias } from "../../../engine/network.ts";
import { PLAIN_RULE } from "../../../engine/reference.ts";
import { log } from "../../../math/elementary.ts";
import { fitLine } from "../../../math/statistics.ts";
import { residualRates } from "../../../theory/tangentKernel.ts";
import type { Run } from "../../driver/course.ts";
import { trainedInFloat64 } from "../../driver/trained.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { withTrained } from "../setting/trainedLayers.ts";
import { ABSCISSAE, descentAt, initialNetwork, SAMPLE } from "../setting/training.ts";
import type { meta } from "./meta.ts";

/** Training lasts that many times 1/(rate of the risk once only its slowest part is left), as the kernel predicts it. */
const E_FOLDINGS = 15;
/** From this share of the time on the rate counts as late. */
const LATE_SHARE = 2 / 3;
/** Δt times the fastest rate of the linearised residuals: half of where they would turn over at every step. */
const STEP_SHARE = 1 / 2;
/** Steps between two looks at the risk. */
const LOOK = 10;

export const run: Run<typeof meta> = ({ gamma, gammaPrime, width, trained }, seed) => {
  const normalised = descentAt({ gamma, gammaPrime, width });
  const { timeStep, duration } = clockOf(2 * width, normalised);
  const training = {
    start: initialNetwork(width, seed),
    sample: SAMPLE,
    descent: { ...withTrained(trained, normalised), timeStep, targetRisk: -1 },
    rule: PLAIN_RULE,
    adaptive: false,
    steps: Math.ceil(duration / timeStep),
  };
  return trainedInFloat64(training, {
    trace: {
      every: LOOK,
      take: ({ time, risk }) => ({ time, relativeRisk: risk / riskOfNothing(SAMPLE.targets) }),
    },
    measure: (_, looks) => ({
      quantities: {
        slowestRate: looks.length > 0 ? slowestRiskRate(looks) : undefined,
        lateRate: riskRate(looks, LATE_SHARE * duration),
      },
      series: {
        time: looks.map(({ time }) => time),
        relativeRisk: looks.map(({ relativeRisk }) => relativeRisk),
      },
    }),
  });
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

/** Smallest average rate since the start, min over t of −log(R(t)/R(0))/t: R(t) ≤ e^−ct R(0) at every look if it is ≥ c. */
export function slowestRiskRate(looks: readonly Look[]): number {
  return Math.min(...looks.map(({ time, relativeRisk }) => -log(relativeRisk) / time));
}
