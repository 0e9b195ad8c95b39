/**
 * Runs the leading-order flow of many neurons on the sample of Fig. 2, from random directions until they rest, and
 * counts the lines on which they do. Float64 and no network: neurons with tiny weights do not feel each other.
 */
import { pauses } from "../../../engine/pauses.ts";
import { log } from "../../../math/elementary.ts";
import { normal, stream } from "../../../math/random.ts";
import { dot, unit } from "../../../math/vectors.ts";
import {
  climbOfBoth,
  climbOfInputs,
  climbOn,
  type Directions,
} from "../../../theory/condensation/directionFlow.ts";
import type { Form } from "../../../theory/condensation/leadingOrder.ts";
import { type TwoLines, twoLinesOf } from "../../../theory/condensation/twoLines.ts";
import type { Run } from "../../experiment.ts";
import { linesOf } from "../lines.ts";
import { sineSample } from "../setting.ts";
import { paperTarget } from "../sines.ts";
import type { meta } from "./meta.ts";

/** Directions rest once the fastest turns by less than this share of the longest gradient. */
const REST = 1e-5;
/** Where two eigenvalues nearly agree neurons never rest in a time that anyone would wait for. */
const MOST_STEPS = 4000;
const SAME_LINE = 0.98;

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, { seed, stride, signal }) {
  const { order, inputs, neurons, outputWeights } = parameters;
  const isKept = outputWeights === "kept";
  const sample = sineSample(paperTarget(inputs), seed);
  const form: Form = {
    inputs: { ...sample, inputs: Float64Array.from(sample.inputs) },
    residuals: Float64Array.from(sample.targets, (y) => -y),
    order,
  };
  const start = drawn(seed, neurons, inputs + 2);
  const signs = start.map((direction) => ((direction[0] as number) > 0 ? 1 : -1));
  const climb = isKept ? climbOfInputs(form, signs) : climbOfBoth(form);
  const lines = twoLinesOf(sample, form.residuals);
  const seen = (directions: Directions): Seen => ({
    inputs: isKept ? directions : directions.map((direction) => unit(direction.slice(1))),
    signs: isKept ? signs : directions.map((direction) => ((direction[0] as number) > 0 ? 1 : -1)),
  });
  let now: Directions = isKept ? start.map((direction) => unit(direction.slice(1))) : start;
  const before = coordinatesOf(seen(now), lines);
  const pause = pauses();
  let [turnedAtFirst, progress] = [0, 0];
  for (let step = 1; ; step++) {
    signal.throwIfAborted();
    const { directions, turning } = climbOn(now, climb);
    now = directions;
    turnedAtFirst ||= turning;
    const finished = turning < REST || step === MOST_STEPS;
    if (finished || step % stride === 0) {
      progress = finished ? 1 : Math.max(progress, progressTo(turning, turnedAtFirst));
      const shown = seen(now);
      const { top, bottom } = coordinatesOf(shown, lines);
      yield {
        progress,
        step,
        finished,
        quantities: measure(shown, lines),
        series: {
          startTop: before.top.slice(),
          startBottom: before.bottom.slice(),
          top,
          bottom,
          sign: Float64Array.from(shown.signs),
        },
      };
    }
    if (finished) return;
    await pause();
  }
};

/** (a, w)/|(a, w)| of neurons whose weights are all drawn from one normal distribution. */
function drawn(seed: number, neurons: number, dimension: number): Directions {
  const sources = Array.from({ length: dimension }, (_, j) => stream(seed, `direction ${j}`));
  return Array.from({ length: neurons }, (_, k) =>
    unit(Float64Array.from(sources, (source) => normal(source, k))),
  );
}

/** w/|w| and the sign of a, of every neuron. */
interface Seen {
  readonly inputs: Directions;
  readonly signs: readonly number[];
}

/** Cosines to the two eigenvectors. */
function coordinatesOf({ inputs }: Seen, { top, bottom }: TwoLines) {
  const along = (vector: readonly number[]) =>
    Float64Array.from(inputs, (direction) => dot(direction, vector));
  return { top: along(top.vector), bottom: along(bottom.vector) };
}

function measure(seen: Seen, lines: TwoLines) {
  const { top, bottom } = coordinatesOf(seen, lines);
  const toOwn = seen.signs.map((sign, k) => Math.abs((sign > 0 ? top : bottom)[k] as number));
  return {
    lines: linesOf(
      seen.inputs.map((direction) => [...direction]),
      SAME_LINE,
    ).length,
    leastCosine: Math.min(...toOwn),
    positiveShare: seen.signs.filter((sign) => sign > 0).length / seen.signs.length,
    topEigenvalue: lines.top.value,
    bottomEigenvalue: lines.bottom.value,
  };
}

/** Share of the way from the first turning to rest, if it fell evenly in its logarithm. */
function progressTo(turning: number, first: number): number {
  return Math.min(1, Math.max(0, log(turning / first) / log(REST / first)));
}
