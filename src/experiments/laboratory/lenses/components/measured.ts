/**
 * What is left of each component of the target. Where inputs are Gaussian, of Hermite components along the first input, over all
 * inputs; elsewhere of polynomials of one coordinate that are orthonormal over the sample.
 */
import { hermiteExpansion } from "../../../../math/hermite.ts";
import { polynomialsOver } from "../../../../math/samplePolynomials.ts";
import { dot } from "../../../../math/vectors.ts";
import {
  type CoefficientsAt,
  coefficientsOf,
  componentsAlongFirst,
  reluCoefficients,
} from "../../../../theory/time-scales/neuronComponents.ts";
import { residuals, riskOf } from "../../../../theory/time-scales/reducedFlow.ts";
import { overlapsIn } from "../../../time-scales/real-network/descent.ts";
import { ALL_ONES, componentsOf, DEGREES } from "../../../time-scales/setting/parameters.ts";
import { targetOf, teachersOf } from "../../setting/data.ts";
import { directionOf } from "../../setting/direction.ts";
import { firstExamples } from "../../setting/firstExamples.ts";
import { once } from "../../setting/once.ts";
import type { Setup } from "../../setting/setup.ts";
import type { AnyNetwork, Underway } from "../../setting/underway.ts";

const COUNT = DEGREES.length;
/** Examples over which polynomials are taken, at most. */
const MOST_EXAMPLES = 1000;
/** Below this share of all components a component is not said to be halved. */
const TRACE = 0.05;

export interface Components {
  /** φₖ, by degree; a small sample has fewer than four. */
  readonly target: ArrayLike<number>;
  /** ρₖ = φₖ − fₖ, as many. */
  readonly residualsOf: (network: AnyNetwork) => Float64Array;
}

export function componentsIn(underway: Underway): Components {
  if (underway.setup.rule === "onePass") return onSphere(underway.setup);
  const law = gaussianLaw(underway.setup);
  return law ? overGaussian(underway, law) : overSample(underway);
}

/** Of a network whose neurons have length 1 and σ = h₀ + … + h₃: those of the companion, to the bit. */
function onSphere(setup: Setup): Components {
  const components = { target: targetOf(setup), activation: componentsOf(ALL_ONES).activation };
  return {
    target: components.target,
    residualsOf: (network) => residuals(components, overlapsIn(network)),
  };
}

interface GaussianLaw {
  readonly target: ArrayLike<number>;
  /** Standard deviation of each input of the network. */
  readonly spread: number;
}

/** Of Gaussian inputs; undefined where they are not Gaussian. */
function gaussianLaw(setup: Setup): GaussianLaw | undefined {
  switch (setup.data) {
    case "direction":
      return { target: targetOf(setup), spread: 1 };
    case "teachers":
    case "circle":
      return { target: teacherComponents(setup), spread: 1 };
    case "gaussian":
      return { target: signComponents(setup.flipped), spread: 1 / Math.sqrt(setup.inputs) };
    default:
      return undefined;
  }
}

/** The teacher is a network itself. */
function teacherComponents(setup: Setup): Float64Array {
  const { inputs, weights, inputDimension } = teachersOf(setup);
  const width = weights.length;
  const columns = new Float64Array(inputs.length);
  for (let i = 0; i < width; i++)
    for (let j = 0; j < inputDimension; j++)
      columns[j * width + i] = inputs[i * inputDimension + j] as number;
  return componentsAlongFirst(
    { width, inputDimension, inputWeights: columns, outputWeights: weights },
    { count: COUNT, spread: 1, coefficientsAt: ofReLU() },
  );
}

/** What takes longer to integrate than all else before a network's first step, and is the same for all networks. */
const ofReLU = once(() => reluCoefficients(COUNT));
const ofSign = once(() => hermiteExpansion((x) => (x < 0 ? -1 : 1), COUNT - 1).coefficients);

/** Of the mean label at an input: (1 − 2p) times its sign. */
function signComponents(flipped: number): number[] {
  // The sign is odd: what integrals leave of even degrees is rounding.
  return ofSign().map((coefficient, k) => (k % 2 === 0 ? 0 : (1 - 2 * flipped) * coefficient));
}

function overGaussian(
  { setup, activation, outputFactor }: Underway,
  { target, spread }: GaussianLaw,
): Components {
  const coefficientsAt: CoefficientsAt =
    setup.activation === "relu" ? ofReLU() : coefficientsOf(activation, COUNT);
  return {
    target,
    residualsOf: (network) =>
      componentsAlongFirst(network, { count: COUNT, spread, coefficientsAt }).map(
        (sum, k) => (target[k] as number) - outputFactor * sum,
      ),
  };
}

function overSample(underway: Underway): Components {
  const { outputs } = underway;
  const sample = firstExamples(underway.sample, MOST_EXAMPLES);
  const { sampleSize, inputDimension, inputs, targets } = sample;
  const direction = directionOf(underway);
  const places = Float64Array.from({ length: sampleSize }, (_, i) =>
    dot(direction, inputs.subarray(i * inputDimension, (i + 1) * inputDimension)),
  );
  const polynomials = polynomialsOver(places, COUNT);
  const partsOf = (values: ArrayLike<number>) =>
    Float64Array.from(polynomials, (polynomial) => dot(polynomial, values) / sampleSize);
  return {
    target: partsOf(targets),
    residualsOf: (network) => {
      const f = outputs(network, sample);
      return partsOf(f.map((output, i) => (targets[i] as number) - output));
    },
  };
}

/** 0 in place of components that are next to nothing beside the others, as those that only chance gives to a sample. */
export function withoutTraces(target: ArrayLike<number>): Float64Array {
  const least = TRACE * Math.sqrt(2 * riskOf(target));
  return Float64Array.from(target, (coefficient) => (Math.abs(coefficient) < least ? 0 : coefficient));
}
