/** Runs random features on the unit sphere through the times from 1 to 10¹² in closed form, a quarter of a decade a step. */
import { power } from "../../../math/elementary.ts";
import { dot } from "../../../math/vectors.ts";
import { kernelAmong, type Neurons, together } from "../../../theory/quenching/neurons.ts";
import { randomFeatures } from "../../../theory/quenching/randomFeatures.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { startDirections } from "../../startDirections.ts";
import { drawnInputs, featuresAt, outputsAt, outputsOf } from "../setting/start.ts";
import { targetNeurons } from "../setting/target.ts";
import type { meta } from "./meta.ts";

const DECADES = 12;
const PER_DECADE = 4;
/** Times over which the test error is to stay low. */
const EARLY = { from: 4, to: 6 };

export const run: Run<typeof meta> = (parameters, seed) => {
  const { width, samples, inputs, clock } = parameters;
  const target = targetNeurons(parameters, inputs);
  const b = { inputDimension: inputs, inputs: startDirections(width, inputs, seed) };
  const x = drawnInputs(samples, inputs, { seed, purpose: "sample", onSphere: true });
  const y = outputsAt(target, x);
  const features = featuresAt(b, x);
  const { weightsAt } = randomFeatures(features, y);
  const normOf = normOnSphere(together({ ...b, weights: new Float64Array(width) }, target));
  const without = target.weights.map(() => 0);
  const opposite = target.weights.map((weight) => -weight);
  const sizeOfTarget = normOf(new Float64Array(width), target.weights);
  const featureSize = Math.sqrt(1 / (2 * inputs));
  // The closed form has 2/n in the place of the paper's 1/mn.
  const timeFactor = 1 / (clock === "paper" ? 2 * width : 2);
  const lookAt = ({ logTime }: { readonly logTime: number }) => {
    const time = logTime > DECADES ? Infinity : power(10, logTime);
    const weights = weightsAt(time * timeFactor);
    const errors = outputsOf(weights, features).map((value, i) => value - (y[i] as number));
    return {
      logTime,
      test: normOf(weights, opposite),
      train: Math.sqrt(dot(errors, errors) / samples),
      size: normOf(weights, without),
      bound: sizeOfTarget * featureSize * Math.sqrt(Math.min(time, 1e300)),
    };
  };
  return iterated(
    {
      start: { logTime: -1 / PER_DECADE },
      next: ({ logTime }) => ({ logTime: logTime + 1 / PER_DECADE }),
      isOver: ({ logTime }) => logTime > DECADES,
      share: (_, step) => step / (DECADES * PER_DECADE + 2),
    },
    {
      trace: { every: 1, take: lookAt },
      measure: ({ logTime }, looks) => {
        const known = looks.filter((look) => look.logTime <= DECADES);
        return {
          quantities: logTime > DECADES ? quantitiesOf(known, (looks.at(-1) as (typeof looks)[0]).test) : {},
          series: {
            logTime: known.map((look) => look.logTime),
            test: known.map(({ test }) => test),
            train: known.map(({ train }) => train),
            size: known.map(({ size }) => size),
            bound: known.map(({ bound }) => bound),
          },
        };
      },
    },
  );
};

/**
 * ‖Σⱼ sⱼ σ(bⱼ·x)‖ over the unit sphere of neurons whose output weights are told later, first some and then the others: there
 * E σ(b·x) σ(c·x) is κ(b, c) over d.
 */
function normOnSphere(neurons: Neurons) {
  const kernel = kernelAmong(neurons);
  const count = neurons.weights.length;
  return (some: Float64Array, others: Float64Array) => {
    const all = Float64Array.from([...some, ...others]);
    const forces = all.map((_, j) => dot(kernel.subarray(j * count, (j + 1) * count), all));
    return Math.sqrt(Math.max(0, dot(all, forces)) / neurons.inputDimension);
  };
}

interface Look {
  readonly logTime: number;
  readonly test: number;
  readonly size: number;
  readonly bound: number;
}

function quantitiesOf(looks: readonly Look[], late: number) {
  const within = looks.filter(({ logTime }) => logTime >= EARLY.from && logTime <= EARLY.to);
  const early = Math.max(...within.map(({ test }) => test));
  // The test error falls first: from its smallest value on it rises.
  const least = looks.reduce((best, look, k) => (look.test < (looks[best] as Look).test ? k : best), 0);
  return {
    early,
    late,
    deterioration: late / early,
    logHalfway: looks.slice(least).find(({ test }) => test >= late / 2)?.logTime,
    bound: Math.max(...looks.map(({ size, bound }) => size / bound)),
  };
}
