/** Runs one draw of several: trains a layer and measures it at the end. */
import type { Run } from "../experiment.ts";
import type { OneDraw } from "./draws.ts";
import { layerQuantities } from "./layerMeasures.ts";
import { orderedLayer } from "./orderedLayer.ts";
import { sampleFor, trainLayer } from "./trainLayer.ts";

export const runDraw: Run<OneDraw> = async function* ({ draw, ...layer }, context) {
  const seed = context.seed + draw;
  const training = trainLayer(layer, sampleFor(layer, seed), { ...context, seed });
  for await (const { report, network } of training) {
    const measured = report.finished ? layerQuantities(orderedLayer(await network(), layer.leastNorm)) : {};
    yield { ...report, quantities: measured, series: {} };
  }
};
