/** Describes a run on points of the reader's own: not an experiment of the paper, but its network and its training. */
import { trainingSeconds } from "../../cost.ts";
import { points } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { halfWidth, POINT, regimeCases } from "../setting/coordinates.ts";
import { PORTRAIT } from "../setting/measured.ts";
import { TYPICAL_STEPS, workloadOf } from "../setting/workload.ts";

const workloadFor = ({ width, points }: { readonly width: number; readonly points: readonly number[] }) => ({
  ...workloadOf(width),
  sampleSize: points.length / 2,
});

export const meta = experiment({
  title: "One network on points of your own",
  source: { paper: "luo2021", where: "Fig. 2, with other points" },
  parameters: {
    ...POINT,
    width: halfWidth(10_000),
    points: points({
      x: { minimum: -1, maximum: 1 },
      y: { minimum: -1, maximum: 1 },
      // Below it float32 could not distinguish a fit to a hundred-thousandth of the risk from rounding.
      reach: 0.05,
      atMost: 8,
    }),
  },
  // Four points, as in the paper, of a wave: its targets reach ½, which those of the paper do not.
  defaults: { gamma: 1, gammaPrime: 0, width: 1000, points: [-0.6, -0.2, -0.2, 0.6, 0.2, -0.4, 0.6, 0.3] },
  computes: (given) => ({ on: "engine", workload: workloadFor(given) }),
  cost: (given) => trainingSeconds(workloadFor(given), 2 * TYPICAL_STEPS) + 4e-5 * given.width,
  frameStride: () => 20,
  quantities: PORTRAIT.quantities,
  series: PORTRAIT.series,
  figures: [
    {
      id: "own-data",
      title: "Your own data",
      caption:
        "Points of your own, learned from the same initial weights in each regime (γ′ = 0). Top: the learned function and, dashed, the linear spline through the points. Bottom: every neuron, by orientation and amplitude, before and after training.",
      cases: regimeCases(0.5, 1.75),
      controls: ["points", "width"],
    },
  ],
});
