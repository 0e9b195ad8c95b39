/** Runs training on a sample, and looks at the network and at its random-feature twin as it goes. */

import { populationRisk } from "../../../theory/quenching/populationRisk.ts";
import type { Run } from "../../driver/course.ts";
import { type Trained, trained } from "../../driver/trained.ts";
import { coefficientsOf, driftOf, nearness, sharing } from "../setting/measures.ts";
import { SUMS } from "../setting/sums.ts";
import { drawn, neuronsIn, trainingOf, twinOf } from "../setting/training.ts";
import { type meta, strideOf } from "./meta.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const all = drawn(parameters, seed);
  const twin = twinOf(all);
  const lookAt = ({ network, time, risk }: Pick<Trained<Float32Array>, "network" | "time" | "risk">) => {
    const features = twin.at(time);
    return {
      time,
      train: 2 * risk,
      test: populationRisk(neuronsIn(network, parameters.scaling), all.target, SUMS),
      twinTrain: twin.sampleRisk(features.weights),
      twinTest: populationRisk(features, all.target, SUMS),
    };
  };
  const first = lookAt({ network: all.start, time: 0, risk: twin.sampleRisk(all.startNeurons.weights) / 2 });
  return trained(trainingOf(parameters, all, parameters), {
    fromStart: true,
    trace: { every: strideOf(parameters), take: lookAt },
    measure: (now, looks) => {
      const neurons = neuronsIn(now.network, parameters.scaling);
      const soFar = [first, ...looks];
      const coefficient = coefficientsOf(neurons);
      const last = soFar.at(-1);
      return {
        quantities: {
          // A report mostly comes with a look, which costs more than all the rest.
          ...(last?.time === now.time ? last : lookAt(now)),
          ...sharing(coefficient),
          drift: driftOf(neurons, all.factor),
        },
        series: {
          coefficient,
          twinCoefficient: coefficientsOf(twin.at(now.time)),
          nearness: nearness(neurons, all.target),
          time: soFar.map(({ time }) => time),
          train: soFar.map(({ train }) => train),
          test: soFar.map(({ test }) => test),
          twinTrain: soFar.map(({ twinTrain }) => twinTrain),
          twinTest: soFar.map(({ twinTest }) => twinTest),
        },
      };
    },
  });
};
