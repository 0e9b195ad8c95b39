/** Runs Fig. 2 of the paper: trains one layer and measures its neurons line by line, from before its first step on. */
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import { twoLinesOf } from "../../../theory/condensation/twoLines.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { seenAt } from "../../listed.ts";
import { riskOfNothing } from "../../riskOfNothing.ts";
import { layerQuantities, medianCosine } from "../setting/layerMeasures.ts";
import { orderedLayer } from "../setting/orderedLayer.ts";
import { trainingOfLayer } from "../setting/training.ts";
import { type meta, strideOf } from "./meta.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const training = trainingOfLayer(parameters, seed);
  const { sample } = training;
  // At first f ≈ 0, and the residuals are the targets with their signs changed.
  const residuals = sample.targets.map((y) => -y);
  const isQuadratic = multiplicityOf(parameters.activation)?.order === 2;
  const attractors = isQuadratic ? twoLinesOf(sample, residuals) : undefined;
  const riskAtNothing = riskOfNothing(sample.targets);
  return trained(training, {
    fromStart: true,
    trace: {
      every: strideOf(parameters),
      take: ({ step, risk }) => ({ epoch: step, risk: risk / riskAtNothing }),
    },
    measure: ({ network, risk }, looks) => {
      const layer = orderedLayer(network, parameters.leastNorm);
      return {
        quantities: {
          relativeRisk: risk / riskAtNothing,
          ...layerQuantities(layer),
          medianCosine:
            attractors && layer.directions.length > 0 ? medianCosine(layer, attractors) : undefined,
        },
        series: {
          // Row by row: the direction of the first neuron, of the second, …
          direction: layer.directions.flat(),
          line: layer.line,
          cosine: layer.cosine,
          norm: layer.norms,
          ...seenAt(looks, ["epoch", "risk"]),
        },
      };
    },
  });
};
