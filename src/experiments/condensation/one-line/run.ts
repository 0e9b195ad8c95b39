/**
 * Runs Case 1 of the paper's theory: gradient descent from a tiny start, and each neuron's cosine to the line of
 * g = (1/n) Σ yx, beside what the closed form says. Where the activation is not linear near 0, the form is that of tanh.
 */
import type { Network } from "../../../engine/network.ts";
import { quantile } from "../../../math/statistics.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import {
  type AlongLine,
  alongLine,
  cosineOf,
  grown,
  oneLineOf,
} from "../../../theory/condensation/oneLine.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { neuronsOf } from "../setting/neurons.ts";
import { sineTarget } from "../setting/published.ts";
import { sineSample, smallNetwork, trainingBy } from "../setting/training.ts";
import type { meta } from "./meta.ts";

/** κΔt: over κt = 7.5 the finite step slows growth by less than a hundredth. */
const STEP = 2e-3;
/** Steps between two looks that are kept: every 0.25 of κt. */
const LOOK = 125;

export const run: Run<typeof meta> = (parameters, seed) => {
  const { activation, deviation, inputs, width, duration, predictedFrom } = parameters;
  const sample = sineSample(sineTarget(inputs), seed);
  const multiplicity = multiplicityOf(activation);
  const line = oneLineOf(sample, sample.targets, multiplicity?.order === 1 ? multiplicity.coefficient : 1);
  const start = smallNetwork(width, inputs + 1, deviation, seed);
  const alongIt = (network: Network) => neuronsOf(network).map((neuron) => alongLine(line, neuron));
  const before = alongIt(start);
  const first = { time: 0, cosines: before.map(cosineOf) };
  const known = before.map((each) => (predictedFrom === "both" ? each : { ...each, output: 0 }));
  const steps = Math.ceil(duration / STEP - 1e-9);
  const schedule = { activation, optimiser: "gradient", rate: STEP / line.rate, steps } as const;
  const cosinesOf = (network: Network) => alongIt(network).map(cosineOf);
  return trained(trainingBy(schedule, start, sample), {
    trace: {
      every: LOOK,
      take: ({ network, step }) => ({ time: step * STEP, cosines: cosinesOf(network) }),
    },
    measure: ({ network, step, risk }, looks) => {
      const [time, cosines, kept] = [step * STEP, cosinesOf(network), [first, ...looks]];
      return {
        quantities: {
          ...compare(cosines, known, time),
          turned: share(cosines, (cosine, k) => cosine * (first.cosines[k] as number) < 0),
          relativeRisk: risk / riskOfNothing(sample.targets),
          time,
        },
        series: {
          time: kept.map((each) => each.time),
          cosine: kept.flatMap((each) => each.cosines),
          timeNow: [time],
          cosineNow: cosines,
          output: before.map(({ output }) => output / deviation),
          along: before.map(({ along }) => along / deviation),
          across: before.map(({ across }) => across / deviation),
        },
      };
    },
  });
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
