/** Describes eqs 7–13 of the paper as a run: networks whose three scales differ and whose κ and κ′ agree, side by side. */
import { referenceSeconds } from "../../cost.ts";
import { choice } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { halfWidth, POINT } from "../setting/coordinates.ts";
import { RELATIVE_DISTANCE } from "../setting/measured.ts";
import { TYPICAL_STEPS, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "Three scales, of which two matter",
  source: { paper: "luo2021", where: "eqs 7–13" },
  parameters: {
    ...POINT,
    width: { ...halfWidth(2000), hint: "Each network has 2m neurons." },
    comparison: choice("The networks share", {
      rescaled: "κ, κ′ and the step in units of β₁β₂",
      exchanged: "κ and that step, but β₁ and β₂ are exchanged in one of them",
      "same step": "κ, κ′ and the step itself",
    }),
  },
  defaults: { gamma: 1, gammaPrime: 0, width: 200, comparison: "rescaled" },
  computes: () => ({ on: "float64" }),
  cost: ({ width }) => 3 * referenceSeconds(workloadOf(width), TYPICAL_STEPS),
  frameStride: () => 100,
  quantities: {
    distanceGap: {
      label: "Largest relative difference between their relative distances, at any step",
      digits: 2,
    },
    relativeDistance: { ...RELATIVE_DISTANCE, label: "Distance moved by the first one’s input weights" },
  },
  series: {},
});
