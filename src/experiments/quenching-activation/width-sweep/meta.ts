/** Describes the published width sweep: test error and path norm of networks of all widths on samples of one size. */
import { total } from "../../cost.ts";
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { inputs, SCALING, samples } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";
import { RATE, secondsUntil, workloadOf } from "../setting/workload.ts";

/** The widths of the published sweep. What was found at them is in published.ts, which a page loads with the drawing. */
export const PUBLISHED_WIDTHS = [
  2, 3, 4, 6, 9, 12, 17, 25, 35, 51, 72, 90, 110, 147, 180, 190, 200, 210, 220, 300, 427, 480, 490, 500, 510,
  520, 530, 608, 867, 1236, 1761, 2510, 4000,
] as const;

/** Time after which a network with more neurons than samples has fallen to a risk of 10⁻⁸, times m/n. */
const USUAL_TIME = 600;

export const meta = experiment({
  title: "Test error and path norm against the width",
  source: { paper: "wu2021", where: "sweep over the width, single neuron, n = 200, d = 20" },
  parameters: {
    widths: { kind: "wholes", label: "Widths", symbol: "m", minimum: 1, maximum: 4000, atMost: 40 },
    samples: samples(5, 400),
    inputs: inputs(2, 100),
    ...TARGET_PARAMETERS,
    scaling: SCALING,
    stopAt: real("Stop at the training error", [1e-10, 1], { step: 0.5, isLogarithmic: true }),
    duration: real("Longest duration", [1, 10_000], { symbol: "t", step: 0.1, isLogarithmic: true }),
    rate: RATE,
  },
  defaults: {
    widths: [5, 10, 20, 40, 80, 160, 320],
    samples: 80,
    inputs: 10,
    ...ONE_NEURON,
    scaling: "conventional",
    stopAt: 1e-8,
    duration: 400,
    rate: 1,
  },
  refuses: refusedTarget,
  computes: (given) => ({
    on: "engine",
    workload: workloadOf({ ...given, width: Math.max(...given.widths) }),
  }),
  cost: (given) =>
    total(
      given.widths.map((width) => {
        const time = Math.min(given.duration, (USUAL_TIME * given.samples) / width);
        return 0.1 + 1e-7 * width * width + secondsUntil({ ...given, width }, time);
      }),
    ),
  frameStride: () => 2000,
  quantities: {
    firstTest: { label: "Test error at the smallest width" },
    lastTest: { label: "Test error at the largest width" },
    rise: { label: "Test error at the largest width over that at the smallest" },
    firstPathNorm: { label: "Path norm at the smallest width" },
    lastPathNorm: { label: "Path norm at the largest width" },
    toTwin: { label: "Test error over that of random features, at the largest width" },
    movement: { label: "Root mean square of the change of b, at the largest width", digits: 2 },
    sharePerNeuron: {
      label: "Effective number over width, at the largest width",
      symbol: "N_eff/m",
      digits: 2,
    },
    resonance: { label: "Random features’ test error, largest over both ends" },
    train: { label: "Training error at the largest width", digits: 2 },
    inBand: { label: "Widths at which log₁₀ test error is within the published band, widened" },
    twinInBand: { label: "The same of random features" },
    pathInBand: { label: "The same of the path norm" },
  },
  series: {
    width: { label: "Widths at which something is known", symbol: "m", shape: ["widths"] },
    test: { label: "Test error of the network there", shape: ["widths"] },
    twinTest: { label: "Test error of random features there", shape: ["widths"] },
    pathNorm: { label: "Path norm of the network there", shape: ["widths"] },
    effectiveNeurons: { label: "Effective number of neurons there", shape: ["widths"] },
    train: { label: "Training error there", shape: ["widths"] },
    movement: { label: "Root mean square of the change of b there", shape: ["widths"] },
  },
  figures: [
    {
      id: "width-sweep",
      title: "What width does",
      caption:
        "Networks of all widths learn the target from n points, until the training error is small enough or the time is over. First, the test error, and that of random features, fitted by least squares. Then the path norm Σ|a||b|. Upright rules mark m(d + 1) = n and m = n; open dots with bars are the published values and their bands, where n and d are the published ones.",
      controls: ["widths", "samples", "inputs", "scaling", "target", "teachers", "stopAt", "duration"],
      presets: [
        { label: "Quick: n = 80, d = 10", parameters: {} },
        {
          label: "As published: n = 200, d = 20",
          parameters: { widths: PUBLISHED_WIDTHS, samples: 200, inputs: 20, duration: 2000 },
        },
        {
          label: "Circle target",
          parameters: { target: "circle", widths: [3, 4, 6, 9, 12, 20, 40, 80, 160], duration: 1000 },
        },
      ],
    },
  ],
});
