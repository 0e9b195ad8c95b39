/** Describes eq. 77 of the paper as a run: what gradient descent keeps of a quantity that gradient flow keeps exactly. */
import { referenceSeconds, total, trainingSeconds } from "../../cost.ts";
import { choice, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { halfWidth, POINT } from "../setting/coordinates.ts";
import { TRAINED_LAYERS } from "../setting/trainedLayers.ts";
import { TYPICAL_STEPS, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "What every neuron keeps while it is trained",
  source: { paper: "luo2021", where: "eq. 77" },
  parameters: {
    ...POINT,
    width: halfWidth(40_000),
    trained: TRAINED_LAYERS,
    refinements: wholes("Steps finer by", [1, 64], {
      atMost: 4,
      hint: "No step is longer than the first one that the step rule allows, divided by this number.",
    }),
    precision: choice(
      "Arithmetic",
      { float32: "float32, on the backend", float64: "float64, the reference" },
      { hint: "Rounding to float32 disturbs the identity more than very fine steps do." },
    ),
  },
  defaults: { gamma: 1, gammaPrime: 0, width: 1000, trained: "both", refinements: [1], precision: "float32" },
  computes: ({ width, precision }) =>
    precision === "float64" ? { on: "float64" } : { on: "engine", workload: workloadOf(width) },
  cost: ({ width, refinements, precision }) => {
    const seconds = precision === "float64" ? referenceSeconds : trainingSeconds;
    return total(refinements.map((finer) => seconds(workloadOf(width), finer * TYPICAL_STEPS)));
  },
  frameStride: () => 200,
  quantities: {
    drift: {
      label: "Largest change of κ′²a² − |w|² of a neuron, over the largest κ′²a², at the finest step",
    },
    driftRatio: { label: "The same at the coarsest step over that at the finest" },
  },
  series: {},
});
