/** Runs Fig. 2 of the paper: trains one layer and reports its neurons line by line, from before its first step on. */
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";
import { twoLinesOf } from "../../../theory/condensation/twoLines.ts";
import type { Run } from "../../experiment.ts";
import { layerQuantities, medianCosine } from "../layerMeasures.ts";
import type { Layer } from "../layerParameters.ts";
import { orderedLayer } from "../orderedLayer.ts";
import { sampleFor, trainLayer } from "../trainLayer.ts";

export const run: Run<Layer> = async function* (parameters, context) {
  const sample = sampleFor(parameters, context.seed);
  // At first f ≈ 0, and the residuals are the targets with their signs changed.
  const residuals = sample.targets.map((y) => -y);
  const isQuadratic = multiplicityOf(parameters.activation)?.order === 2;
  const attractors = isQuadratic ? twoLinesOf(sample, residuals) : undefined;
  for await (const { report, relativeRisk, network } of trainLayer(parameters, sample, context)) {
    const layer = orderedLayer(await network(), parameters.leastNorm);
    const isEmpty = layer.directions.length === 0;
    yield {
      ...report,
      quantities: {
        relativeRisk,
        ...layerQuantities(layer),
        ...(attractors && !isEmpty ? { medianCosine: medianCosine(layer, attractors) } : {}),
      },
      series: {
        // Row by row: the direction of the first neuron, of the second, …
        direction: Float32Array.from(layer.directions.flat()),
        line: Float32Array.from(layer.line),
        cosine: Float32Array.from(layer.cosine),
        norm: Float32Array.from(layer.norms),
      },
    };
  }
};
