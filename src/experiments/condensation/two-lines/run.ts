/**
 * Runs the leading-order flow of many neurons on the sample of Fig. 2, from random directions until they rest, and
 * counts the lines on which they do. Float64 and no network: neurons with tiny weights do not feel each other.
 */
import type { Eigenpair } from "../../../math/eigenvalues.ts";
import { log } from "../../../math/elementary.ts";
import { normal, stream } from "../../../math/random.ts";
import { dot, unit } from "../../../math/vectors.ts";
import {
  climbOfBoth,
  climbOfInputs,
  climbOn,
  type Directions,
} from "../../../theory/condensation/directionFlow.ts";
import { type Form, pullOn } from "../../../theory/condensation/leadingOrder.ts";
import { twoLinesOf } from "../../../theory/condensation/twoLines.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { ALIKE_AT_REST, linesOf } from "../setting/lines.ts";
import { sineTarget } from "../setting/published.ts";
import { sineSample } from "../setting/training.ts";
import { MOST_STEPS, type meta, REST } from "./meta.ts";

interface Flow {
  readonly directions: Directions;
  /** How much any direction turned at the last step, and at the step at which they turned least. */
  readonly turning: number;
  readonly least: number;
}

export const run: Run<typeof meta> = ({ order, inputs, neurons, outputWeights }, seed) => {
  const isKept = outputWeights === "kept";
  const sample = sineSample(sineTarget(inputs), seed);
  const form: Form = {
    inputs: { ...sample, inputs: Float64Array.from(sample.inputs) },
    residuals: Float64Array.from(sample.targets, (y) => -y),
    order,
  };
  const start = drawn(seed, neurons, inputs + 2);
  const signs = start.map(signOf);
  const climb = isKept ? climbOfInputs(form, signs) : climbOfBoth(form);
  const lines = twoLinesOf(sample, form.residuals);
  /** w/|w| and the sign of a of every neuron, and its cosines to the two eigenvectors. */
  const look = (directions: Directions) => {
    const inputs = isKept ? directions : inputsOf(directions);
    const along = ({ vector }: Eigenpair) => inputs.map((direction) => dot(direction, vector));
    const [top, bottom] = [along(lines.top), along(lines.bottom)];
    return { inputs, top, bottom, sign: isKept ? signs : directions.map(signOf) };
  };
  const iteration = {
    start: { directions: isKept ? inputsOf(start) : start, turning: 1, least: 1 },
    next: ({ directions, least }: Flow): Flow => {
      const next = climbOn(directions, climb);
      return { ...next, least: Math.min(least, next.turning) };
    },
    isOver: ({ turning }: Flow, step: number) => turning < REST || step === MOST_STEPS,
    /** Share of the way to rest, if the logarithm of the turning falls evenly. */
    share: ({ least }: Flow) => log(least) / log(REST),
  };
  const before = look(iteration.start.directions);
  return iterated(iteration, {
    measure: ({ directions, turning }) => {
      const { inputs, top, bottom, sign } = look(directions);
      const feeding = inputs.filter(
        (direction, k) => (sign[k] as number) * pullOn(form, direction).value > 0,
      );
      const toOwn = sign.map((its, k) => Math.abs((its > 0 ? top : bottom)[k] as number));
      return {
        quantities: {
          lines: numberOfLines(inputs),
          feedingLines: numberOfLines(feeding),
          turning,
          leastCosine: Math.min(...toOwn),
          positiveShare: sign.filter((its) => its > 0).length / neurons,
          topEigenvalue: lines.top.value,
          bottomEigenvalue: lines.bottom.value,
        },
        series: { startTop: before.top, startBottom: before.bottom, top, bottom, sign },
      };
    },
  });
};

function numberOfLines(directions: Directions): number {
  return linesOf(
    directions.map((direction) => [...direction]),
    ALIKE_AT_REST,
  ).length;
}

/** (a, w)/|(a, w)| of neurons whose weights are all drawn from one normal distribution. */
function drawn(seed: number, neurons: number, dimension: number): Directions {
  const sources = Array.from({ length: dimension }, (_, j) => stream(seed, `direction ${j}`));
  return Array.from({ length: neurons }, (_, k) =>
    unit(Float64Array.from(sources, (source) => normal(source, k))),
  );
}

/** The sign of a of a direction (a, w). */
function signOf(direction: Float64Array): number {
  return (direction[0] as number) > 0 ? 1 : -1;
}

/** w/|w| of directions (a, w). */
function inputsOf(directions: Directions): Directions {
  return directions.map((direction) => unit(direction.subarray(1)));
}
