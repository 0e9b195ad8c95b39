/** Runs eq. 77 of the paper: trains one network and measures how far κ′²aₖ² − |wₖ|² of its neurons drifts. */
import { firstTimeStep, PLAIN_RULE } from "../../../engine/reference.ts";
import type { Run } from "../../driver/course.ts";
import { type Trained, trained, trainedInFloat64 } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { withTrained } from "../setting/trainedLayers.ts";
import { descentAt, initialNetwork, SAMPLE, trainingBy } from "../setting/training.ts";
import { identityDrift } from "./drift.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const { gamma, gammaPrime, width, trained: layers, refinements, precision } = parameters;
  const start = initialNetwork(width, seed);
  const normalised = descentAt({ gamma, gammaPrime, width });
  const unrefined = withTrained(layers, normalised);
  const timeStep = firstTimeStep(start, SAMPLE, unrefined, PLAIN_RULE) / single(refinements);
  const training = trainingBy({ ...unrefined, timeStep }, start);
  const looks = {
    onlyAtEnd: true,
    measure: ({ network }: Trained<Float32Array | Float64Array>) => ({
      quantities: { drift: identityDrift(network, start, normalised.inputRate) },
    }),
  };
  return precision === "float64" ? trainedInFloat64(training, looks) : trained(training, looks);
};
