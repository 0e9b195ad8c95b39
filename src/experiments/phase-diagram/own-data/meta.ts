/** Describes a run on points of the reader's own: not an experiment of the paper, but its network and its training. */
import { trainingSeconds } from "../../cost.ts";
import { experiment } from "../../experiment.ts";
import { GAMMA, GAMMA_PRIME, halfWidth } from "../setting/coordinates.ts";
import { TYPICAL_STEPS, workloadOf } from "../setting/workload.ts";

const parameters = {
  gamma: GAMMA,
  gammaPrime: GAMMA_PRIME,
  width: halfWidth(10_000),
  points: {
    kind: "points",
    label: "Points x, y",
    x: { minimum: -1, maximum: 1 },
    y: { minimum: -1, maximum: 1 },
    apart: 0.1,
    // Below it float32 could not distinguish a fit to a hundred-thousandth of the risk from rounding.
    reach: 0.05,
    atLeast: 2,
    atMost: 8,
    hint: "x₁, y₁, x₂, y₂, … from left to right; or drag them.",
  },
} as const;

const workloadFor = ({ width, points }: { readonly width: number; readonly points: readonly number[] }) => ({
  ...workloadOf(width),
  sampleSize: points.length / 2,
});

export const meta = experiment({
  title: "One network on points of your own",
  source: { paper: "luo2021", where: "Fig. 2, with other points" },
  parameters,
  // Four points, as in the paper, of a wave: its targets reach ½, which those of the paper do not.
  defaults: { gamma: 1, gammaPrime: 0, width: 1000, points: [-0.6, -0.2, -0.2, 0.6, 0.2, -0.4, 0.6, 0.3] },
  computes: (given) => ({ on: "engine", workload: workloadFor(given) }),
  cost: (given) => trainingSeconds(workloadFor(given), 2 * TYPICAL_STEPS) + 4e-5 * given.width,
  frameStride: () => 20,
  quantities: {
    relativeRisk: { label: "Risk relative to its start", symbol: "R/R(0)", digits: 3 },
    relativeDistance: { label: "Relative distance of the input weights", symbol: "RD", digits: 3 },
    effectiveOrientations: { label: "Effective orientations", unit: "bins of 72", digits: 3 },
    splineDeviation: { label: "Largest distance from the linear spline", digits: 3 },
  },
  series: {
    initialAmplitude: {
      label: "Amplitude |a|‖(w, b)‖ of the neurons of one half before training",
      shape: ["neurons"],
    },
    initialOrientation: { label: "Orientation of their (w, b)", unit: "rad", shape: ["neurons"] },
    amplitude: { label: "Amplitude |a|‖(w, b)‖ of the neurons", shape: ["neurons"] },
    orientation: { label: "Orientation of their (w, b)", unit: "rad", shape: ["neurons"] },
    x: { label: "Abscissae at which the function is drawn", shape: ["x"] },
    learned: { label: "Learned function there", symbol: "f(x)", shape: ["x"] },
  },
  figures: [
    {
      id: "own-data",
      title: "Your own data",
      caption:
        "Points of your own, learned from the same initial weights in each regime (γ′ = 0). Top: the learned function and, dashed, the linear spline through the points. Bottom: every neuron, by orientation and amplitude, before and after training.",
      cases: [
        { label: "γ = 0.5, linear", parameters: { gamma: 0.5 } },
        { label: "γ = 1, critical", parameters: { gamma: 1 } },
        { label: "γ = 1.75, condensed", parameters: { gamma: 1.75 } },
      ],
      controls: ["points", "width"],
    },
  ],
});
