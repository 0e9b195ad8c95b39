/** Describes Theorem 6(b) of the paper as a run: how fast the risk decays when the tangent kernel hardly changes. */
import type { ExperimentMeta } from "../../experiment.ts";
import { GAMMA, GAMMA_PRIME, halfWidth } from "../coordinates.ts";
import { TRAINED_LAYERS } from "../trainedLayers.ts";
import { workloadOf } from "../workload.ts";

const parameters = {
  gamma: GAMMA,
  gammaPrime: GAMMA_PRIME,
  width: halfWidth(40_000),
  trained: TRAINED_LAYERS,
} as const;

export const meta: ExperimentMeta<typeof parameters> = {
  id: "phase-diagram/decay",
  title: "How fast the risk decays",
  source: { paper: "luo2021", where: "Theorem 6(b)" },
  parameters,
  defaults: { gamma: 0.5, gammaPrime: 0, width: 2000, trained: "both" },
  cost: 0.3,
  workload: ({ width }) => workloadOf(width),
  frameStride: 100,
  reproducibility: "bitwise",
  precision: "float64",
  quantities: {
    lateRate: { label: "Late rate of the risk", symbol: "−d log R/dt", unit: "1/t", digits: 3 },
    slowestRate: { label: "Smallest average rate since the start", unit: "1/t", digits: 3 },
  },
  figures: [],
};
