/** Describes Fig. 6 of the paper at a few widths: whether the neurons condense more the wider the network is. */
import { total } from "../../cost.ts";
import { wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { POINT } from "../setting/coordinates.ts";
import { EFFECTIVE_ORIENTATIONS } from "../setting/measured.ts";
import { secondsOf, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "How condensed the neurons are, against the width",
  source: { paper: "luo2021", where: "Fig. 6" },
  parameters: {
    ...POINT,
    widths: wholes("Neurons in a half", [10, 40_000], { symbol: "m", atMost: 8 }),
  },
  defaults: { gamma: 1.25, gammaPrime: 0, widths: [1000, 10_000] },
  computes: ({ widths }) => ({ on: "engine", workload: workloadOf(Math.max(...widths)) }),
  cost: ({ widths }) => total(widths.map(secondsOf)),
  frameStride: () => 200,
  quantities: {
    ratio: { label: "Spread of orientations at the largest width over that at the smallest" },
    effectiveOrientations: EFFECTIVE_ORIENTATIONS,
  },
  series: {
    width: { label: "Widths m at which something is known", symbol: "m", shape: ["widths"] },
    effectiveOrientations: { label: "Effective orientations there", unit: "bins of 72", shape: ["widths"] },
  },
});
