/** Runs one draw: trains a layer and counts its lines at the end. */

import { seedsOf } from "../../draws.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { layerQuantities } from "../setting/layerMeasures.ts";
import { orderedLayer } from "../setting/orderedLayer.ts";
import { trainingOfLayer } from "../setting/training.ts";
import type { meta } from "./meta.ts";
import { together } from "./sweep.ts";

export const run: Run<typeof meta> = (parameters, seed) =>
  trained(trainingOfLayer(parameters, single(seedsOf(seed, parameters.draws))), {
    onlyAtEnd: true,
    measure: ({ network }) => {
      const layer = layerQuantities(orderedLayer(network, parameters.leastNorm));
      const { lines, shareOnLines = Number.NaN, largestNeuron = Number.NaN } = layer;
      const one = { lines: [lines], shareOnLines: [shareOnLines], largestNeuron: [largestNeuron] };
      return together(one, parameters);
    },
  });
