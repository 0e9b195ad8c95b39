/**
 * What the experiments on the phase diagram share: the paper's four points, the normalised model at (γ, γ′), and how
 * far it is trained.
 */
import { UNBOUNDED_TIME_STEP } from "../../../engine/descend.ts";
import {
  antisymmetric,
  type Network,
  normalInitialisationInPieces,
  type Sample,
  sampleOf,
  withBias,
} from "../../../engine/network.ts";
import { atOnce, type Pieces } from "../../../engine/pauses.ts";
import { type Descent, PLAIN_RULE } from "../../../engine/reference.ts";
import { relativeChange } from "../../../math/vectors.ts";
import { scalings } from "../../../theory/phaseDiagram.ts";
import type { Training } from "../../driver/trained.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";

/** Abscissae of the four points; the targets are their squares. */
export const ABSCISSAE = [-1 / 2, -1 / 6, 1 / 6, 1 / 2] as const;
export const SAMPLE = sampleOf(
  ABSCISSAE.map(withBias),
  ABSCISSAE.map((x) => x * x),
);

/** Training ends at this fraction of the risk of f = 0, which is what an antisymmetric network computes at first. */
export const TARGET_FRACTION = 1e-5;
/** As many steps as the paper's script allows. */
export const MAXIMUM_STEPS = 800_000;

/** One point of the diagram at one width. */
export interface Point {
  readonly gamma: number;
  readonly gammaPrime: number;
  /** m of κ = m^−γ: in the paper's experiments the neurons of one antisymmetric half. */
  readonly width: number;
}

/**
 * Descent of the normalised model: ȧ = −(1/κ′) ∂R/∂a, ẇ = −κ′ ∂R/∂w with output factor κ (paper, eqs 7–13, 26), so
 * that all of (α, β₁, β₂) that share (κ, κ′) are one run.
 */
export function descentAt({ gamma, gammaPrime, width }: Point, sample: Sample = SAMPLE): Descent {
  const { kappa, kappaPrime } = scalings(gamma, gammaPrime, width);
  return {
    outputFactor: kappa,
    outputRate: 1 / kappaPrime,
    inputRate: kappaPrime,
    timeStep: UNBOUNDED_TIME_STEP,
    targetRisk: TARGET_FRACTION * riskOfNothing(sample.targets),
  };
}

/** The antisymmetric network (2 · half neurons) that a seed gives. */
export function initialNetwork(half: number, seed: number): Network {
  return atOnce(initialNetworkInPieces(half, seed));
}

/** {@link initialNetwork} for wide networks. */
export function* initialNetworkInPieces(half: number, seed: number): Pieces<Network> {
  return antisymmetric(yield* normalInitialisationInPieces(half, SAMPLE.inputDimension, seed));
}

/** Training at a point of the diagram until the risk is a hundred-thousandth of its initial value. */
export function trainingAt(point: Point, start: Network, sample: Sample = SAMPLE): Training<Float32Array> {
  return trainingBy(descentAt(point, sample), start, sample);
}

/** Training of a ReLU network on the squared loss by a descent with adaptive steps, until it reaches its target risk. */
export function trainingBy(
  descent: Descent,
  start: Network,
  sample: Sample = SAMPLE,
): Training<Float32Array> {
  return { start, sample, descent, rule: PLAIN_RULE, adaptive: true, steps: MAXIMUM_STEPS };
}

type Weights = Pick<Network<Float32Array | Float64Array>, "inputWeights">;

/** RD = ‖w − w(0)‖/‖w(0)‖ over all input weights (paper, p. 9). */
export function relativeDistance(now: Weights, start: Weights): number {
  return relativeChange(now.inputWeights, start.inputWeights);
}
