/** Describes what comes after the last component, when examples are finitely many and noisy: overfitting and unlearning. */
import { total } from "../../cost.ts";
import { real, whole, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { ALL_ONES, COMPONENT_PARAMETERS, refusedComponents } from "../setting/parameters.ts";
import { secondsOf } from "./workload.ts";

/** No constant and half a cubic component: without any, no network could fit more noisy labels than d²/2. */
const COMPONENTS = { ...ALL_ONES, target0: 0, target3: 0.5, activation0: 0, activation3: 0.5 };

const NOISY = { widths: [16, 32, 64], inputs: 50, examplesPerWeight: 0.3, noise: 0.5, duration: 3 };

export const meta = experiment({
  title: "Learning, and unlearning, from noisy examples",
  source: { paper: "montanari2025", where: "test error and feature unlearning at times of the order of m" },
  parameters: {
    widths: wholes("Widths", [2, 128], { symbol: "m", atMost: 4 }),
    inputs: whole("Inputs", [5, 200], { symbol: "d" }),
    examplesPerWeight: real("Examples per weight", [0.05, 2], {
      symbol: "n/md",
      step: 0.05,
      isLogarithmic: true,
    }),
    noise: real("Noise of a label", [0, 2], { symbol: "τ", step: 0.1 }),
    duration: real("Duration over width", [0.1, 10], { symbol: "t/m", step: 0.1, isLogarithmic: true }),
    ...COMPONENT_PARAMETERS,
  },
  defaults: {
    widths: [6, 12],
    inputs: 20,
    examplesPerWeight: 0.3,
    noise: 0.5,
    duration: 2,
    ...COMPONENTS,
  },
  refuses: refusedComponents,
  computes: () => ({ on: "float64" }),
  cost: (given) => total(given.widths.map((width) => secondsOf(given, width))),
  frameStride: () => 10,
  quantities: {
    least: { label: "Least test error of the widest network" },
    last: { label: "Its test error at the end" },
    rise: { label: "At the end, over the least" },
    train: { label: "Its training error at the end", digits: 2 },
    peak: { label: "Its largest alignment with the target", digits: 2 },
    exponent: { label: "Exponent of the time to fit three quarters of the noise, against m", digits: 2 },
    kept: { label: "Share of that kept at the end", digits: 2 },
  },
  series: {
    width: { label: "Width of the network", symbol: "m", shape: ["looks"] },
    time: { label: "Time of the look", symbol: "t", shape: ["looks"] },
    test: { label: "Test error then, without the noise", shape: ["looks"] },
    train: { label: "Training error then", shape: ["looks"] },
    fitTime: { label: "When a network has fitted three quarters of the noise", shape: ["widths"] },
    alignment: { label: "Alignment of its neurons with the target then", shape: ["looks"] },
  },
  figures: [
    {
      id: "unlearning",
      title: "Unlearning",
      caption:
        "Networks of several widths on finitely many examples with noisy labels, all of them at every step; examples grow with the number of weights. First the test error, without the noise of labels, against time. Next, against time over width, test and training error. Last the alignment: Σa²s²/Σa², which is 1 if all that the network carries points along the target.",
      cases: [{ label: "", parameters: NOISY }],
      presets: [
        { label: "Noisy labels", parameters: NOISY },
        { label: "Clean labels", parameters: { ...NOISY, noise: 0 } },
        { label: "More examples", parameters: { ...NOISY, widths: [8, 16, 32], examplesPerWeight: 1 } },
        { label: "200 inputs", parameters: { ...NOISY, widths: [8, 16, 32], inputs: 200 } },
      ],
      controls: [
        "noise",
        "examplesPerWeight",
        "widths",
        "inputs",
        "duration",
        "target1",
        "target2",
        "target3",
      ],
    },
  ],
});
