/**
 * Training on a sample of any shape. What decides its labels has no direction that is known beforehand: w∥ is the part of input
 * weights along the mean of y x over the sample, which is what pulls all nodes together at first.
 */
import { type Network, normalInitialisation, type Sample } from "../../../engine/network.ts";
import { dot, squaredDistance, unit } from "../../../math/vectors.ts";
import { growthSince, missOf, type Nodes } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Looks } from "../../driver/course.ts";
import type { Trained, Training } from "../../driver/trained.ts";
import { outputFactor, outputsAt, trainingBy } from "./network.ts";
import { GROWTH_PER_STEP, type QUANTITIES, type SERIES, strideOf } from "./offTheory.ts";
import { MARGIN, SMALL } from "./parameters.ts";
import { shareOf, wrongShare } from "./watched.ts";

/** Most nodes that are drawn. */
const DRAWN = 200;

/** |⟨y x⟩| below which steps are those for it: classes may have the same mean, and steps must not be endless. */
const LEAST_PULL = 0.1;

/** A sample whose inputs have mean square 1, as those of the theory over √d have. */
export function scaledSample(inputs: readonly ArrayLike<number>[], targets: readonly number[]): Sample {
  const meanSquare = inputs.reduce((sum, input) => sum + dot(input, input), 0) / inputs.length;
  const factor = 1 / Math.sqrt(meanSquare);
  return {
    sampleSize: inputs.length,
    inputDimension: inputs[0]?.length ?? 0,
    inputs: Float32Array.from(inputs.flatMap((input) => Array.from(input, (entry) => factor * entry))),
    targets: Float32Array.from(targets),
  };
}

/** The mean of y x. */
export function pullOf({ sampleSize, inputDimension, inputs, targets }: Sample): Float64Array {
  const pull = new Float64Array(inputDimension);
  for (let i = 0; i < sampleSize; i++)
    for (let j = 0; j < inputDimension; j++)
      pull[j] =
        (pull[j] as number) +
        ((targets[i] as number) * (inputs[i * inputDimension + j] as number)) / sampleSize;
  return pull;
}

/** Readouts of the nodes, and their projections on a direction. */
export function nodesAlong(
  { width, inputWeights, outputWeights }: Network<Float32Array | Float64Array>,
  direction: Float64Array,
): Nodes {
  const along = new Float64Array(width);
  direction.forEach((part, j) => {
    for (let k = 0; k < width; k++)
      along[k] = (along[k] as number) + part * (inputWeights[j * width + k] as number);
  });
  return { readouts: new Float64Array(outputWeights), along };
}

/** ‖Δw⊥‖/‖Δw‖, roots of sums over all nodes: 0 by the theory. */
function asideOf(start: Network, now: Network, along: readonly [Nodes, Nodes]): number | undefined {
  const all = squaredDistance(now.inputWeights, start.inputWeights);
  const [{ along: before }, { along: after }] = along;
  return all > 0 ? Math.sqrt(Math.max(0, 1 - squaredDistance(after, before) / all)) : undefined;
}

/** γ that fits nodes best, for many looks at nodes that began in one place; 0 where they have moved against every one. */
export function growthFrom(before: Nodes): (now: Nodes) => number {
  const since = growthSince(before);
  return (now) => {
    const growth = since(now);
    return Number.isFinite(growth) ? growth : 0;
  };
}

interface Look {
  readonly step: number;
  readonly miss: number;
  readonly unsatisfied: number;
  readonly wrong: number;
}

export interface Unsymmetric {
  readonly width: number;
  readonly scale: number;
  readonly steps: number;
}

/** The training of a network on a sample, and what looks at it; `more` is what else is measured of the network. */
export function watchedOn<S extends string = never>(
  sample: Sample,
  { width, scale, steps }: Unsymmetric,
  seed: number,
  more?: (network: Network) => { readonly [name in S]: ArrayLike<number> },
) {
  const { rate } = SMALL;
  const pull = pullOf(sample);
  const direction = unit(pull);
  const start = normalInitialisation(width, sample.inputDimension, seed);
  const before = nodesAlong(start, direction);
  const growthAt = growthFrom(before);
  const factor = outputFactor({ scale, width });
  // γ̇ = β|⟨y x⟩|/2 at first, as long as half spaces of nodes hold half of it.
  const timeStep = (2 * GROWTH_PER_STEP) / (rate * Math.max(LEAST_PULL, Math.sqrt(dot(pull, pull))));
  const training: Training<Float32Array> = trainingBy(
    { rate, scale, width },
    { start, sample, steps, timeStep },
  );

  const lookAt = ({ network, step }: Pick<Trained<Float32Array>, "network" | "step">): Look => {
    const now = nodesAlong(network, direction);
    const f = outputsAt(network, sample, sample.sampleSize, factor);
    return {
      step,
      miss: missOf(before, now, growthAt(now)),
      unsatisfied: shareOf(f, (output, i) => output * (sample.targets[i] as number) < MARGIN),
      wrong: wrongShare(f, sample),
    };
  };
  const first = lookAt({ network: start, step: 0 });
  const looks: Looks<Trained<Float32Array>, Look, keyof typeof QUANTITIES, keyof typeof SERIES | S> = {
    fromStart: true,
    trace: { every: strideOf({ steps }), take: lookAt },
    measure: ({ network, step }, later) => {
      const all = [first, ...later];
      const look = all.find((each) => each.step === step) ?? lookAt({ network, step });
      const now = nodesAlong(network, direction);
      return {
        quantities: {
          growth: growthAt(now),
          miss: look.miss,
          aside: asideOf(start, network, [before, now]),
          unsatisfied: look.unsatisfied,
          wrong: look.wrong,
        },
        series: {
          step: all.map((each) => each.step),
          missThen: all.map(({ miss }) => miss),
          unsatisfiedThen: all.map(({ unsatisfied }) => unsatisfied),
          wrongThen: all.map(({ wrong }) => wrong),
          startReadout: before.readouts.slice(0, DRAWN),
          startAlong: before.along.slice(0, DRAWN),
          readout: now.readouts.slice(0, DRAWN),
          along: now.along.slice(0, DRAWN),
          ...more?.(network),
        },
      };
    },
  };
  return { training, looks };
}
