/**
 * Runs eqs 7–13 of the paper: gradient descent on the original parameters, in float64, of three networks with the same
 * draw of random numbers; their input weights' relative distances are compared at every step.
 */
import type { Network } from "../../../engine/network.ts";
import { type Descent, descend, PLAIN_RULE } from "../../../engine/reference.ts";
import { log } from "../../../math/elementary.ts";
import { exchanged, type Scales, scalesWith, scalings } from "../../../theory/phaseDiagram.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import type { ParametersOf } from "../../experiment.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { descentAt, initialNetwork, relativeDistance, SAMPLE, TARGET_FRACTION } from "../setting/training.ts";
import type { meta } from "./meta.ts";

type Given = ParametersOf<typeof meta>;
/** Three of a kind: one for each network. */
type Three<T> = readonly [T, T, T];

/** The networks side by side after some steps. */
interface Race {
  readonly networks: Three<Network<Float64Array>>;
  /** R of the first one before its last step. */
  readonly risk: number;
  /** Largest so far. */
  readonly distanceGap: number;
  readonly isOver: boolean;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const scales = scalesFor(parameters);
  const standard = initialNetwork(parameters.width, seed);
  const [one, two, three] = scales;
  const starts: Race["networks"] = [scaled(standard, one), scaled(standard, two), scaled(standard, three)];
  const { targetRisk, timeStep } = descentAt(parameters);
  const next = (race: Race): Race => {
    const [first, second, third] = race.networks;
    const descent = { ...plainDescent(one), timeStep, targetRisk };
    const { network, timeSteps, risks, steps } = descend(first, SAMPLE, descent, ONE_ADAPTIVE);
    const risk = risks[0] as number;
    if (steps === 0) return { ...race, risk, isOver: true };
    const step = timeSteps[0] as number;
    const follow = (other: Network<Float64Array>, its: Scales) =>
      followed(other, its, parameters.comparison === "same step" ? step : (step * unitOf(its)) / unitOf(one));
    const networks: Race["networks"] = [network, follow(second, two), follow(third, three)];
    const distanceGap = Math.max(race.distanceGap, gapBetween(networks, starts));
    return { networks, risk, distanceGap, isOver: false };
  };
  return iterated(
    {
      start: { networks: starts, risk: INITIAL_RISK, distanceGap: 0, isOver: false },
      next,
      isOver: ({ isOver }) => isOver,
      share: ({ risk }) => log(risk / INITIAL_RISK) / log(TARGET_FRACTION),
    },
    {
      measure: ({ networks, distanceGap }) => ({
        quantities: { distanceGap, relativeDistance: relativeDistance(networks[0], starts[0]) },
      }),
    },
  );
};

const INITIAL_RISK = riskOfNothing(SAMPLE.targets);
const ONE_ADAPTIVE = { steps: 1, adaptive: true, rule: PLAIN_RULE };

/** Those with β₂ = m^−1, m^−½ and 1, as in Fig. 3(d) of the paper: the first takes the shortest steps. */
function scalesFor({ gamma, gammaPrime, width, comparison }: Given): Three<Scales> {
  const { kappa, kappaPrime } = scalings(gamma, gammaPrime, width);
  const at = (beta2: number) => scalesWith(kappa, kappaPrime, beta2);
  const last = comparison === "exchanged" ? exchanged(at(1)) : at(1);
  return [at(1 / width), at(1 / Math.sqrt(width)), last];
}

/** ȧ = −∂R/∂a, ẇ = −∂R/∂w for f = 1/α Σ aσ(w·x): nothing is rescaled. */
function plainDescent({ alpha }: Scales): Pick<Descent, "outputFactor" | "outputRate" | "inputRate"> {
  return { outputFactor: 1 / alpha, outputRate: 1, inputRate: 1 };
}

/** The unit of time β₁β₂. */
function unitOf({ beta1, beta2 }: Scales): number {
  return beta1 * beta2;
}

/** Another network after a step of this length. */
function followed(other: Network<Float64Array>, its: Scales, timeStep: number): Network<Float64Array> {
  const descent = { ...plainDescent(its), timeStep, targetRisk: -1 };
  return descend(other, SAMPLE, descent, { steps: 1, adaptive: false, rule: PLAIN_RULE }).network;
}

/** (max RD − min RD)/max RD over the networks; 0 as long as none has moved. */
function gapBetween(networks: Race["networks"], starts: Race["networks"]): number {
  const distances = networks.map((network, k) => relativeDistance(network, starts[k] ?? network));
  const largest = Math.max(...distances);
  return largest === 0 ? 0 : (largest - Math.min(...distances)) / largest;
}

/** A network whose standard normal weights are multiplied by β₁ and β₂, in float64. */
export function scaled(standard: Network, { beta1, beta2 }: Scales): Network<Float64Array> {
  return {
    ...standard,
    inputWeights: Float64Array.from(standard.inputWeights, (weight) => beta2 * weight),
    outputWeights: Float64Array.from(standard.outputWeights, (weight) => beta1 * weight),
  };
}
