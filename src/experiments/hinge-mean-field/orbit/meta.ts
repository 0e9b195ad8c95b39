/** Describes one training beside the theory: nodes on their hyperbolas, γ, and what is unsatisfied. */
import { experiment } from "../../experiment.ts";
import {
  DATA,
  DURATION,
  FLIPPED,
  INPUTS,
  PUBLISHED,
  RATE,
  refusedStart,
  SAMPLES,
  SCALE,
  SMALL,
  START,
  STEP,
  WIDTH,
} from "../setting/parameters.ts";
import { growingTimeSteps, isDivided, secondsOf, stepsUntil, workloadOf } from "../setting/workload.ts";

/** Looks at a run, about. */
const LOOKS = 32;

type Given = Parameters<typeof secondsOf>[0] & { readonly duration: number };

/** Steps in all. */
const stepsOf = (given: Given) =>
  isDivided(given) ? growingTimeSteps(given.duration, given).length : stepsUntil(given.duration, given);

/** Steps between two looks. */
export const strideOf = (given: Given) => Math.max(1, Math.floor(stepsOf(given) / LOOKS));

export const meta = experiment({
  title: "Training with the hinge loss, beside its theory",
  source: { paper: "pellegrini2020", where: "Fig. 1a–c, at first at a smaller size; Sec. 3" },
  parameters: {
    width: WIDTH,
    samples: { ...SAMPLES, maximum: 100_000 },
    inputs: INPUTS,
    rate: RATE,
    scale: SCALE,
    flipped: FLIPPED,
    data: DATA,
    start: START,
    duration: { ...DURATION, maximum: 2000 },
    step: STEP,
  },
  defaults: { ...SMALL, duration: 100 },
  refuses: refusedStart,
  computes: (given) => ({ on: "engine", workload: { ...workloadOf(given), inPieces: isDivided(given) } }),
  cost: (given) => secondsOf(given, stepsOf(given), LOOKS),
  // A step of a training that is divided is worth a frame.
  frameStride: (given) => (isDivided(given) ? 1 : strideOf(given)),
  quantities: {
    time: { label: "Time", symbol: "t" },
    growth: { label: "Growth", symbol: "γ" },
    predicted: { label: "Growth by the theory" },
    miss: { label: "Distance of the nodes from their hyperbolas, relative", digits: 2 },
    unsatisfied: { label: "Unsatisfied examples" },
    test: { label: "Test error" },
    earlyRatio: { label: "γ/t early, over β/√(2πd)" },
    growthMiss: { label: "Largest relative miss of γ", digits: 2 },
    unsatisfiedMiss: {
      label: "Largest miss of the unsatisfied share, by the theory for the same examples",
      digits: 2,
    },
    stopRatio: { label: "γ at the end over where flipped labels stop it" },
    testRise: { label: "Test error at the end over its least" },
  },
  series: {
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    growth: { label: "Growth then", symbol: "γ", shape: ["looks"] },
    unsatisfied: { label: "Unsatisfied share then", shape: ["looks"] },
    train: { label: "Training error then", shape: ["looks"] },
    test: { label: "Test error then", shape: ["looks"] },
    startReadout: { label: "Readouts of some nodes at the start", symbol: "a", shape: ["nodes"] },
    startAlong: { label: "Their projections at the start", symbol: "w∥", shape: ["nodes"] },
    readout: { label: "Their readouts now", symbol: "a", shape: ["nodes"] },
    along: { label: "Their projections now", symbol: "w∥", shape: ["nodes"] },
  },
  figures: [
    {
      id: "orbit",
      title: "Every node on its hyperbola",
      caption:
        "A network in training, and the theory beneath it. First, each node in the plane of its readout a and of w∥, the part of its input weights along the direction that decides the labels; lines are what the theory says of its way. Next, the one number γ that moves them all. Last, how many examples are still unsatisfied, and how many unseen ones are wrong.",
      promise:
        "Two hundred nodes at their random start; the lines of the theory are drawn already. Press Run, and see whether the network follows them.",
      presets: [
        { label: "A small network", parameters: {} },
        {
          label: "Fig. 1 at full size",
          parameters: PUBLISHED,
          hint: "400 nodes, 100,000 examples with 100 inputs each, time up to 2000: on all cores or on WebGPU, and resumed after a reload.",
        },
      ],
      controls: [
        "scale",
        "flipped",
        "width",
        "samples",
        "duration",
        "data",
        "inputs",
        "rate",
        "start",
        "step",
      ],
      keepsFrames: true,
    },
    {
      id: "clock",
      title: "The same lines, at other speeds",
      caption:
        "Three laws of inputs with the same mean square: Gaussian, on a sphere, and Gaussian with half of the inputs a quarter as long and the others longer. Nodes go along the same lines; how fast γ grows depends on the law of x∥.",
      cases: [
        { label: "Gaussian", parameters: {} },
        { label: "sphere in 3 dimensions", parameters: { data: "sphere", inputs: 3 } },
        { label: "near and far", parameters: { data: "near-and-far" } },
      ],
      controls: ["scale", "duration", "width", "samples"],
    },
    {
      id: "label-noise",
      title: "Flipped labels stop γ",
      caption:
        "The same training with none, two and ten per cent of the labels flipped. A flipped example is never satisfied, and pulls back for ever.",
      cases: [0, 0.02, 0.1].map((flipped) => ({
        label: flipped === 0 ? "no flips" : `${100 * flipped} % flipped`,
        parameters: { flipped, inputs: 20, samples: 4000, duration: 300, step: 2 },
      })),
      controls: ["samples", "duration", "width", "scale"],
    },
  ],
});
