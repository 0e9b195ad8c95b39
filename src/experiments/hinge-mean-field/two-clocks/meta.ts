/** Describes a training beside the theory that is told one law of the inputs or another: the clock of γ. */
import { experiment } from "../../experiment.ts";
import { DATA, DURATION, INPUTS, RATE, SAMPLES, SCALE, SMALL, STEP, WIDTH } from "../setting/parameters.ts";
import { LOOKED_AT, secondsOf, stepsUntil, workloadOf } from "../setting/workload.ts";

/** Looks at a run, about. */
const LOOKS = 24;

/** Steps between two looks. */
export const strideOf = (given: Parameters<typeof secondsOf>[0] & { readonly duration: number }) =>
  Math.max(1, Math.floor(stepsUntil(given.duration, given) / LOOKS));

export const meta = experiment({
  title: "The growth γ by the clock of one law of inputs, or of another",
  source: { paper: "pellegrini2020", where: "Sec. 3 for spherically symmetric data" },
  parameters: {
    data: DATA,
    clock: { ...DATA, label: "Inputs that the theory is told of" },
    inputs: INPUTS,
    width: WIDTH,
    samples: SAMPLES,
    rate: RATE,
    scale: SCALE,
    duration: DURATION,
    step: STEP,
  },
  defaults: {
    data: "sphere",
    clock: "sphere",
    inputs: 3,
    width: 1000,
    samples: 4000,
    rate: SMALL.rate,
    scale: SMALL.scale,
    duration: 6,
    step: 0.7,
  },
  computes: (given) => ({ on: "engine", workload: workloadOf(given) }),
  cost: (given) => {
    const setting = { ...SMALL, ...given };
    const share = LOOKED_AT.sample / (LOOKED_AT.sample + LOOKED_AT.unseen);
    return secondsOf(setting, stepsUntil(given.duration, setting), LOOKS * share);
  },
  frameStride: (given) => strideOf({ ...SMALL, ...given }),
  quantities: {
    growth: { label: "Growth at the end", symbol: "γ" },
    growthMiss: { label: "Largest relative miss of γ", digits: 2 },
  },
  series: {
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    growth: { label: "Growth then", symbol: "γ", shape: ["looks"] },
    expected: { label: "Growth then by the theory", shape: ["looks"] },
  },
});
