/**
 * Runs eqs 7–13 of the paper: gradient descent on the original parameters, in float64, of three networks with the same
 * draw of random numbers; their input weights' relative distances are compared at every step.
 */
import type { Network } from "../../../engine/network.ts";
import { pauses } from "../../../engine/pauses.ts";
import { type Descent, descend } from "../../../engine/reference.ts";
import { scalings } from "../../../theory/phaseDiagram.ts";
import type { Run } from "../../experiment.ts";
import { descentAt, initialNetwork, relativeDistance, relativeRisk, SAMPLE } from "../setting.ts";
import type { meta } from "./meta.ts";
import { exchanged, type Scales, scaled, scalesWith } from "./scales.ts";

type Given = (typeof meta)["defaults"];

/** One of the networks side by side. */
interface Racer {
  readonly scales: Scales;
  readonly start: Network<Float64Array>;
  now: Network<Float64Array>;
}

export const run: Run<Given> = async function* (parameters, { seed, stride, signal }) {
  const [first, ...others] = racersFor(parameters, seed);
  const { targetRisk, timeStep } = descentAt(parameters);
  const pause = pauses();
  let distanceGap = 0;
  for (let step = 1; ; step++) {
    signal.throwIfAborted();
    const descent = { ...plainDescent(first.scales), timeStep, targetRisk };
    const { network, timeSteps, risks, steps } = descend(first.now, SAMPLE, descent, ONE_ADAPTIVE);
    const finished = steps === 0;
    if (!finished) {
      first.now = network;
      for (const other of others) follow(other, first, timeSteps[0] as number, parameters.comparison);
      distanceGap = Math.max(distanceGap, gapBetween([first, ...others]));
    }
    if (step % stride === 0 || finished) {
      yield {
        progress: relativeRisk({ risk: risks[0] as number, finished }).share,
        step: finished ? step - 1 : step,
        finished,
        quantities: { distanceGap, relativeDistance: relativeDistance(first.now, first.start) },
        series: {},
      };
    }
    if (finished) return;
    await pause();
  }
};

const ONE_ADAPTIVE = { steps: 1, adaptive: true };

/** The networks with β₂ = m^−1, m^−½ and 1, as in Fig. 3(d) of the paper: the first takes the shortest steps. */
function racersFor({ gamma, gammaPrime, width, comparison }: Given, seed: number): [Racer, ...Racer[]] {
  const { kappa, kappaPrime } = scalings(gamma, gammaPrime, width);
  const standard = initialNetwork(width, seed);
  const racer = (scales: Scales): Racer => {
    const start = scaled(standard, scales);
    return { scales, start, now: start };
  };
  const [one, two, three] = [1 / width, 1 / Math.sqrt(width), 1].map((beta2) =>
    scalesWith(kappa, kappaPrime, beta2),
  ) as [Scales, Scales, Scales];
  return [racer(one), racer(two), racer(comparison === "exchanged" ? exchanged(three) : three)];
}

/** ȧ = −∂R/∂a, ẇ = −∂R/∂w for f = 1/α Σ aσ(w·x): nothing is rescaled. */
function plainDescent({ alpha }: Scales): Pick<Descent, "outputFactor" | "outputRate" | "inputRate"> {
  return { outputFactor: 1 / alpha, outputRate: 1, inputRate: 1 };
}

/** One step of another network: as long as the first one's in units of β₁β₂, or simply as long. */
function follow(other: Racer, first: Racer, timeStep: number, comparison: Given["comparison"]): void {
  const unit = ({ scales }: Racer) => scales.beta1 * scales.beta2;
  const own = comparison === "same step" ? timeStep : (timeStep * unit(other)) / unit(first);
  const descent = { ...plainDescent(other.scales), timeStep: own, targetRisk: -1 };
  other.now = descend(other.now, SAMPLE, descent, { steps: 1, adaptive: false }).network;
}

/** (max RD − min RD)/max RD over the networks; 0 as long as none has moved. */
function gapBetween(racers: readonly Racer[]): number {
  const distances = racers.map(({ now, start }) => relativeDistance(now, start));
  const largest = Math.max(...distances);
  return largest === 0 ? 0 : (largest - Math.min(...distances)) / largest;
}
