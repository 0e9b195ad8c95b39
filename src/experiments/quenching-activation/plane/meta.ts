/** Describes the heat maps of the paper: the test error over the plane of width and sample size, under either scaling. */
import { total, trainingSeconds } from "../../cost.ts";
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import type { ChoiceParameter } from "../../parameters.ts";
import { inputs, SCALING, type Scaling } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";
import { RATE, timeStepOf, workloadOf } from "../setting/workload.ts";

/** What the map can show of the same runs. */
const LENS = {
  kind: "choice",
  label: "Colours show",
  options: {
    test: "test error",
    pathNorm: "path norm",
    share: "share of the neurons that take part",
  },
} as const satisfies ChoiceParameter;

interface Timed {
  readonly scaling: Scaling;
  readonly rate: number;
}

/**
 * The rate of a cell: mean-field risks fall no faster than those of a single neuron, and their steps need not shrink with the
 * width.
 */
export function rateOf({ scaling, rate }: Timed, width: number): number {
  return scaling === "conventional" ? rate : (rate * timeStepOf(1, 1)) / timeStepOf(width, 1);
}

/** Steps between two looks at the training error. */
export const STRIDE = 100;

interface Plane extends Timed {
  readonly widths: readonly number[];
  readonly sampleSizes: readonly number[];
  readonly inputs: number;
  readonly duration: number;
}

/** Seconds of a look, and of the test error for each pair of neurons. */
const [PER_LOOK, PER_PAIR] = [1e-4, 1e-7];

function secondsOfCell(plane: Plane, width: number, samples: number): number {
  const { inputs, scaling, duration } = plane;
  const workload = workloadOf({ width, inputs, samples });
  // Wide networks are random features, and get to 1e-7 in a time that goes as n²/m: measured for m ≥ n, d = 10 and 20.
  const wide = (700 * samples * samples) / (inputs * inputs * width);
  const time = scaling === "conventional" && width > samples ? Math.min(duration, wide) : duration;
  const steps = time / timeStepOf(width, rateOf(plane, width));
  return trainingSeconds(workload, steps) + (PER_LOOK * steps) / STRIDE + PER_PAIR * width * width;
}

/** A grid for a page, and the range of the published heat maps, read off their axes. */
const SMALL = {
  widths: [3, 6, 12, 23, 45, 86, 166, 320],
  sampleSizes: [20, 32, 50, 80, 126, 200],
  inputs: 10,
} as const;
const PUBLISHED = {
  widths: [3, 5, 10, 18, 33, 60, 110, 200, 370, 690, 1280, 2400],
  sampleSizes: [50, 73, 108, 158, 232, 340, 500],
  inputs: 20,
} as const;

export const meta = experiment({
  title: "The test error over width and sample size",
  source: { paper: "ma2020", where: "heat maps, as in the survey of E, Ma, Wojtowytsch, Wu, Sec. 5" },
  parameters: {
    widths: { kind: "wholes", label: "Widths", symbol: "m", minimum: 1, maximum: 4000, atMost: 24 },
    sampleSizes: { kind: "wholes", label: "Sample sizes", symbol: "n", minimum: 5, maximum: 500, atMost: 16 },
    inputs: inputs(2, 50),
    ...TARGET_PARAMETERS,
    scaling: SCALING,
    duration: real("Duration at most", [1, 2000], { symbol: "t", step: 0.1, isLogarithmic: true }),
    stopAt: real("Training error at which a cell ends", [1e-9, 1e-2], { step: 1, isLogarithmic: true }),
    rate: RATE,
  },
  defaults: {
    ...SMALL,
    ...ONE_NEURON,
    scaling: "conventional",
    duration: 400,
    stopAt: 1e-7,
    rate: 1,
  },
  refuses: refusedTarget,
  computes: ({ widths, sampleSizes, inputs }) => ({
    on: "engine",
    workload: workloadOf({ width: Math.max(...widths), samples: Math.max(...sampleSizes), inputs }),
  }),
  cost: (plane) =>
    total(
      plane.sampleSizes.flatMap((samples) =>
        plane.widths.map((width) => secondsOfCell(plane, width, samples)),
      ),
    ),
  frameStride: () => 10 * STRIDE,
  quantities: {
    time: { label: "Time", symbol: "t" },
    train: { label: "Training error" },
    test: { label: "Test error" },
    pathNorm: { label: "Path norm", symbol: "Σ|a||b|" },
    effectiveNeurons: { label: "Effective number of neurons", symbol: "N_eff" },
    sharePerNeuron: { label: "Effective number over width", symbol: "N_eff/m", digits: 2 },
    span: { label: "Decades of test error over the widths", digits: 2 },
    leastShare: { label: "Least N_eff/m", digits: 2 },
    mostShare: { label: "Most N_eff/m", digits: 2 },
  },
  series: {
    width: { label: "Widths m", symbol: "m", shape: ["widths"] },
    sampleSize: { label: "Sample sizes n", symbol: "n", shape: ["sizes"] },
    time: { label: "Time at the end", symbol: "t", shape: ["sizes", "widths"] },
    train: { label: "Training error", shape: ["sizes", "widths"] },
    test: { label: "Test error", shape: ["sizes", "widths"] },
    pathNorm: { label: "Path norm", symbol: "Σ|a||b|", shape: ["sizes", "widths"] },
    share: { label: "Effective number of neurons over width", symbol: "N_eff/m", shape: ["sizes", "widths"] },
    coefficient: { label: "Coefficient a|b| of each neuron of a cell by itself", shape: ["neurons"] },
  },
  figures: [
    {
      id: "plane",
      title: "Width against samples",
      caption:
        "A network for every cell: m neurons (horizontal) learn one neuron from n points (vertical), both axes logarithmic. Once with the conventional scaling and once with the mean-field one, all else alike. A cell is trained until its training error is as small as is asked for, or until the time is over. Its test error, on all inputs, is a closed form.",
      cases: [
        { label: "Conventional scaling", parameters: { scaling: "conventional" } },
        { label: "Mean-field scaling", parameters: { scaling: "mean-field" } },
      ],
      controls: ["widths", "sampleSizes", "inputs", "duration", "target", "teachers", "angles", "stopAt"],
      presets: [
        { label: "Small", parameters: SMALL },
        {
          label: "As published",
          parameters: PUBLISHED,
          hint: "d = 20, m up to 2,400 and n up to 500.",
        },
      ],
      lens: LENS,
      explorer: "plane-cells",
    },
  ],
});
