/** Which layers are trained, and how fast, as a parameter of experiments: controls freeze or hurry the input weights. */
import type { Descent } from "../../../engine/reference.ts";
import { choice } from "../../declared.ts";

export type TrainedLayers = "both" | "output" | "unequal";

export const TRAINED_LAYERS = choice<TrainedLayers>(
  "Trained are",
  {
    both: "both layers",
    output: "the output weights alone",
    unequal: "both layers, the input weights twice as fast as they should",
  },
  { hint: "With its input weights frozen the network is a model of random features." },
);

const INPUT_SPEED: Readonly<Record<TrainedLayers, number>> = { both: 1, output: 0, unequal: 2 };

/** The same descent with the rate of the input weights multiplied by what the choice says. */
export function withTrained(layers: TrainedLayers, descent: Descent): Descent {
  return { ...descent, inputRate: INPUT_SPEED[layers] * descent.inputRate };
}
