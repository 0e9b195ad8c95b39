/** Describes Fig. 6 of the paper: the neurons of networks of two widths over a grid of the phase diagram. */
import { total } from "../../cost.ts";
import { choice, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { EDGES, edgesAt } from "../setting/coordinates.ts";
import { gridOf } from "../setting/grid.ts";
import { EFFECTIVE_ORIENTATIONS, GRID_SERIES } from "../setting/measured.ts";
import { secondsOf, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "The neurons over the phase diagram",
  source: { paper: "luo2021", where: "Fig. 6" },
  parameters: {
    ...EDGES,
    spacing: choice("Cells", { "0.2": "4 × 4, 0.2 apart", "0.1": "7 × 7, 0.1 apart, as the paper" }),
    widths: wholes("Widths of a half", [60, 100_000], { symbol: "m", atMost: 3 }),
  },
  defaults: { ...edgesAt([0.7, 1.3], [-0.3, 0.3]), spacing: "0.1", widths: [1000, 10_000] },
  computes: ({ widths }) => ({ on: "engine", workload: workloadOf(Math.max(...widths)) }),
  cost: ({ widths, ...rectangle }) => gridOf(rectangle).points.length * total(widths.map(secondsOf)),
  frameStride: () => 5000,
  quantities: {
    effectiveOrientations: EFFECTIVE_ORIENTATIONS,
    linearRatio: {
      label: "Spread of orientations at the largest width over that at the smallest, left of the boundary",
    },
    condensedRatio: { label: "The same right of the boundary" },
  },
  series: {
    ...GRID_SERIES,
    effectiveOrientations: {
      label: EFFECTIVE_ORIENTATIONS.label,
      unit: EFFECTIVE_ORIENTATIONS.unit,
      shape: ["points", "widths"],
    },
    amplitude: {
      label: "Amplitude of the tallest neuron in each bin of orientation",
      shape: ["points", "widths", "bins"],
    },
    orientation: { label: "Its orientation", unit: "rad", shape: ["points", "widths", "bins"] },
  },
  figures: [
    {
      id: "orientations",
      title: "The neurons over the phase diagram",
      caption:
        "Each cell is one point of the diagram, with its trained neurons in it: across, the orientation of (w, b) from −π to π; upwards, the amplitude, the largest at the top. Of each network the neuron of largest amplitude in each of 72 directions is drawn, the upper edge of the cloud that all of them make. The thick line is the boundary in the limit.",
      controls: ["spacing", "widths"],
    },
  ],
});

/** Neurons drawn of each network: that of largest amplitude in each of this many directions. */
export const DRAWN = 72;
