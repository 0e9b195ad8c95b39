/** Runs one draw at one frequency: trains a layer and counts its lines at the end. */

import { seedsOf } from "../../draws.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { layerQuantities } from "../setting/layerMeasures.ts";
import { orderedLayer } from "../setting/orderedLayer.ts";
import { trainingOfLayer } from "../setting/training.ts";
import type { meta } from "./meta.ts";
import { compared, frequenciesOf } from "./sweep.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const layer = { ...parameters, frequency: single(frequenciesOf(parameters)) };
  return trained(trainingOfLayer(layer, single(seedsOf(seed, parameters.draws))), {
    onlyAtEnd: true,
    measure: ({ network }) => {
      const { lines } = layerQuantities(orderedLayer(network, layer.leastNorm));
      return compared([lines], [lines], 1);
    },
  });
};
