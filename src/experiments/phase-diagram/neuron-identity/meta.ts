/** Describes eq. 77 of the paper as a run: what gradient descent keeps of a quantity that gradient flow keeps exactly. */
import type { ExperimentMeta } from "../../experiment.ts";
import { GAMMA, GAMMA_PRIME, halfWidth } from "../coordinates.ts";
import { TRAINED_LAYERS } from "../trainedLayers.ts";
import { workloadOf } from "../workload.ts";

const parameters = {
  gamma: GAMMA,
  gammaPrime: GAMMA_PRIME,
  width: halfWidth(40_000),
  trained: TRAINED_LAYERS,
  refinements: {
    kind: "wholes",
    label: "Steps finer by",
    minimum: 1,
    maximum: 64,
    atMost: 4,
    hint: "No step is longer than the first one that the step rule allows, divided by this number.",
  },
  precision: {
    kind: "choice",
    label: "Arithmetic",
    options: { float32: "float32, on the backend", float64: "float64, the reference" },
    hint: "Rounding to float32 disturbs the identity more than very fine steps do.",
  },
} as const;

export const meta: ExperimentMeta<typeof parameters> = {
  id: "phase-diagram/neuron-identity",
  title: "What every neuron keeps while it is trained",
  source: { paper: "luo2021", where: "eq. 77" },
  parameters,
  defaults: { gamma: 1, gammaPrime: 0, width: 1000, trained: "both", refinements: [1], precision: "float32" },
  cost: 0.05,
  workload: ({ width }) => workloadOf(width),
  frameStride: 200,
  reproducibility: "bitwise",
  precision: "float32 and float64",
  quantities: {
    drift: {
      label: "Largest change of κ′²a² − |w|² of a neuron, over the largest κ′²a², at the finest step",
      digits: 3,
    },
    driftRatio: { label: "The same at the coarsest step over that at the finest", digits: 3 },
  },
  figures: [],
};
