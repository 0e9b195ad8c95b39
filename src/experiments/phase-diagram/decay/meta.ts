/** Describes Theorem 6(b) of the paper as a run: how fast the risk decays when the tangent kernel hardly changes. */
import { referenceSeconds } from "../../cost.ts";
import { experiment } from "../../experiment.ts";
import { halfWidth, POINT } from "../setting/coordinates.ts";
import { TRAINED_LAYERS } from "../setting/trainedLayers.ts";
import { workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "How fast the risk decays",
  source: { paper: "luo2021", where: "Theorem 6(b)" },
  parameters: {
    ...POINT,
    width: halfWidth(40_000),
    trained: TRAINED_LAYERS,
  },
  defaults: { gamma: 0.5, gammaPrime: 0, width: 2000, trained: "both" },
  computes: () => ({ on: "float64" }),
  cost: ({ width }) => referenceSeconds(workloadOf(width), 2000),
  frameStride: () => 100,
  quantities: {
    lateRate: { label: "Late rate of the risk", symbol: "−d log R/dt", unit: "1/t" },
    rateRatio: { label: "Late rate over that of the network’s own tangent kernel at the start", digits: 4 },
  },
  series: {
    time: { label: "Times t > 0 of the looks", symbol: "t", shape: ["looks"] },
    relativeRisk: { label: "Risk relative to its start then", symbol: "R/R(0)", shape: ["looks"] },
  },
});
