/** Describes Fig. 6 of the paper at a few widths: whether the neurons condense more the wider the network is. */
import { total } from "../../cost.ts";
import { experiment } from "../../experiment.ts";
import { GAMMA, GAMMA_PRIME } from "../setting/coordinates.ts";
import { secondsOf, workloadOf } from "../setting/workload.ts";

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

export const meta = experiment({
  title: "How condensed the neurons are, against the width",
  source: { paper: "luo2021", where: "Fig. 6" },
  parameters,
  defaults: { gamma: 1.25, gammaPrime: 0, widths: [1000, 10_000] },
  computes: ({ widths }) => ({ on: "engine", workload: workloadOf(Math.max(...widths)) }),
  cost: ({ widths }) => total(widths.map(secondsOf)),
  frameStride: () => 200,
  quantities: {
    ratio: { label: "Effective orientations at the largest width over those at the smallest", digits: 3 },
    effectiveOrientations: {
      label: "Effective orientations at the largest width",
      unit: "bins of 72",
      digits: 3,
    },
  },
  series: {
    width: { label: "Widths m at which something is known", symbol: "m", shape: ["widths"] },
    effectiveOrientations: { label: "Effective orientations there", unit: "bins of 72", shape: ["widths"] },
  },
  figures: [],
});
