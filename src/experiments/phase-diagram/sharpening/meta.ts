/** Describes Fig. 6 of the paper at a few widths: whether the neurons condense more the wider the network is. */
import type { ExperimentMeta } from "../../experiment.ts";
import { GAMMA, GAMMA_PRIME } from "../coordinates.ts";
import { workloadOf } from "../workload.ts";

const parameters = {
  gamma: GAMMA,
  gammaPrime: GAMMA_PRIME,
  widths: {
    kind: "wholes",
    label: "Neurons in a half",
    symbol: "m",
    minimum: 10,
    maximum: 40_000,
    atMost: 8,
  },
} as const;

export const meta: ExperimentMeta<typeof parameters> = {
  id: "phase-diagram/sharpening",
  title: "How condensed the neurons are, against the width",
  source: { paper: "luo2021", where: "Fig. 6" },
  parameters,
  defaults: { gamma: 1.25, gammaPrime: 0, widths: [1000, 10_000] },
  cost: 0.5,
  workload: ({ widths }) => workloadOf(Math.max(...widths)),
  frameStride: 200,
  reproducibility: "bitwise",
  quantities: {
    ratio: { label: "Effective orientations at the largest width over those at the smallest", digits: 3 },
    effectiveOrientations: {
      label: "Effective orientations at the largest width",
      unit: "bins of 72",
      digits: 3,
    },
  },
  figures: [],
};
