/** Describes eqs 7–13 of the paper as a run: networks whose three scales differ and whose κ and κ′ agree, side by side. */
import type { ExperimentMeta } from "../../experiment.ts";
import { GAMMA, GAMMA_PRIME, halfWidth } from "../coordinates.ts";
import { workloadOf } from "../workload.ts";

const parameters = {
  gamma: GAMMA,
  gammaPrime: GAMMA_PRIME,
  width: { ...halfWidth(2000), hint: "Each network has 2m neurons." },
  comparison: {
    kind: "choice",
    label: "The networks share",
    options: {
      rescaled: "κ, κ′ and the step in units of β₁β₂",
      exchanged: "κ and that step, but β₁ and β₂ are exchanged in one of them",
      "same step": "κ, κ′ and the step itself",
    },
  },
} as const;

export const meta: ExperimentMeta<typeof parameters> = {
  id: "phase-diagram/rescaling",
  title: "Three scales, of which two matter",
  source: { paper: "luo2021", where: "eqs 7–13" },
  parameters,
  defaults: { gamma: 1, gammaPrime: 0, width: 200, comparison: "rescaled" },
  cost: 0.5,
  workload: ({ width }) => workloadOf(width),
  frameStride: 100,
  reproducibility: "numerical",
  precision: "float64",
  quantities: {
    distanceGap: {
      label: "Largest relative difference between their relative distances, at any step",
      digits: 2,
    },
    relativeDistance: {
      label: "Relative distance of the first one's input weights",
      symbol: "RD",
      digits: 3,
    },
  },
  figures: [],
};
