/** Describes training on points of the reader’s own in two classes: data without the symmetry of the theory. */
import { labelledPoints } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { QUANTITIES, SERIES, STEPS, secondsOf, strideOf } from "../setting/offTheory.ts";
import { SCALE, WIDTH } from "../setting/parameters.ts";
import { workloadOf } from "../setting/workload.ts";
import { MOONS, OPPOSITE, RING } from "./presets.ts";

/** x, y and a constant. */
const INPUTS = 3;

const sizeOf = ({ width, points }: { readonly width: number; readonly points: readonly number[] }) => ({
  width,
  samples: points.length / 3,
  inputs: INPUTS,
});

export const meta = experiment({
  title: "The hinge loss on points of your own",
  source: { paper: "pellegrini2020", where: "the loss and the network, with other data" },
  parameters: {
    points: labelledPoints({ within: 1e6, atLeast: 4, atMost: 200 }),
    width: WIDTH,
    scale: SCALE,
    steps: STEPS,
  },
  defaults: { points: MOONS, width: 200, scale: 1, steps: 1000 },
  computes: (given) => ({ on: "engine", workload: workloadOf(sizeOf(given)) }),
  cost: (given) => 0.05 + secondsOf(sizeOf(given), given.steps),
  frameStride: strideOf,
  quantities: QUANTITIES,
  series: {
    ...SERIES,
    output: { label: "α f on a grid of 48 × 48 squares around the points", shape: ["rows", "columns"] },
  },
  figures: [
    {
      id: "own-points",
      title: "Beyond the assumptions: points of your own",
      caption:
        "An illustration, and no reproduction: the network of this page with inputs x, y and a constant. First, the points, and the side on which the network has each place. Next, nodes in the plane of a and w∥, with the lines along which one γ for all would take them. Last, what is unsatisfied, what is wrong, and how far nodes are from those lines.",
      presets: [
        { label: "Two moons", parameters: { points: MOONS } },
        { label: "A ring", parameters: { points: RING }, hint: "The mean of yx is next to nothing." },
        {
          label: "Opposites",
          parameters: { points: OPPOSITE },
          hint: "For each point its mirror image through the origin, nearly, with the other label.",
        },
      ],
      controls: ["points", "width", "scale", "steps"],
    },
  ],
});
