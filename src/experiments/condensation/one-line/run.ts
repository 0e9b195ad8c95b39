/**
 * Runs Case 1 of the paper's theory: gradient descent from a tiny start, and each neuron's cosine to the line of
 * g = (1/n) Σ yx, beside what the closed form says. Where the activation is not linear near 0, the form is that of tanh.
 */
import { empiricalRisk } from "../../../engine/reference.ts";
import { quantile } from "../../../math/statistics.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import {
  type AlongLine,
  alongLine,
  cosineOf,
  grown,
  oneLineOf,
} from "../../../theory/condensation/oneLine.ts";
import type { Run } from "../../experiment.ts";
import { neuronsOf } from "../neurons.ts";
import { sineSample, smallNetwork, trainSmall } from "../setting.ts";
import { paperTarget } from "../sines.ts";
import type { meta } from "./meta.ts";

/** κΔt: over κt = 7.5 the finite step slows growth by less than a hundredth. */
const STEP = 2e-3;
/** Steps between two looks at the neurons, and looks between two that are kept: every 0.05 and 0.25 of κt. */
const PACE = 25;
const KEPT = 5;

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, { seed, stride, signal }) {
  const { activation, deviation, inputs, width, duration, predictedFrom } = parameters;
  const sample = sineSample(paperTarget(inputs), seed);
  const multiplicity = multiplicityOf(activation);
  const line = oneLineOf(sample, sample.targets, multiplicity?.order === 1 ? multiplicity.coefficient : 1);
  const start = smallNetwork(width, inputs + 1, deviation, seed);
  const before = neuronsOf(start).map((neuron) => alongLine(line, neuron));
  const known = before.map((each) => (predictedFrom === "both" ? each : { ...each, output: 0 }));
  const riskOfNothing = empiricalRisk(new Float64Array(sample.sampleSize), sample.targets);
  const steps = Math.ceil(duration / STEP - 1e-9);
  const times = [0];
  const cosines = [before.map(cosineOf)];
  const series = (now: readonly number[], time: number) => ({
    time: Float64Array.from(times),
    cosine: Float64Array.from(cosines.flat()),
    timeNow: Float64Array.of(time),
    cosineNow: Float64Array.from(now),
    output: Float64Array.from(before, ({ output }) => output / deviation),
    along: Float64Array.from(before, ({ along }) => along / deviation),
    across: Float64Array.from(before, ({ across }) => across / deviation),
  });
  const training = { activation, optimiser: "gradient", rate: STEP / line.rate, steps } as const;
  let nextReport = stride;
  for await (const progress of trainSmall(start, sample, training, { stride: PACE, signal })) {
    const { step, risk, finished } = progress;
    const time = step * STEP;
    const isKept = step % (KEPT * PACE) === 0 || finished;
    if (!isKept && step < nextReport) continue;
    const measured = neuronsOf(await progress.network()).map((neuron) => cosineOf(alongLine(line, neuron)));
    if (isKept) {
      times.push(time);
      cosines.push(measured);
    }
    if (step < nextReport && !finished) continue;
    nextReport = step + stride;
    const quantities = {
      ...compare(measured, known, time),
      turned: share(measured, (cosine, k) => cosine * cosineOf(before[k] as AlongLine) < 0),
      relativeRisk: risk / riskOfNothing,
      time,
    };
    yield { progress: step / steps, step, finished, quantities, series: series(measured, time) };
  }
};

function compare(measured: readonly number[], before: readonly AlongLine[], time: number) {
  const predicted = before.map((neuron) => cosineOf(grown(neuron, time)));
  return {
    cosineError: Math.max(...measured.map((cosine, k) => Math.abs(cosine - (predicted[k] as number)))),
    lowCosine: quantile(measured.map(Math.abs), 0.05),
    predictedSigns: share(measured, (cosine, k) => {
      const { output, along } = before[k] as AlongLine;
      return cosine > 0 === output + along > 0;
    }),
  };
}

function share<Item>(items: readonly Item[], has: (item: Item, k: number) => boolean): number {
  return items.filter(has).length / items.length;
}
