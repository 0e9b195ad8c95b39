/** Describes training on a sample: the network and its random-feature twin, from the same start. */
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { inputs, SCALING, samples, width } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";
import { RATE, secondsUntil, timeStepOf, workloadOf } from "../setting/workload.ts";

/** Looks at the risks of a run. */
const LOOKS = 80;

interface Timed {
  readonly width: number;
  readonly rate: number;
  readonly duration: number;
}

/** Steps between two looks. */
export const strideOf = ({ width, rate, duration }: Timed) =>
  Math.max(1, Math.floor(duration / timeStepOf(width, rate) / LOOKS));

export const meta = experiment({
  title: "Training on a sample, beside random features",
  source: { paper: "ma2020", where: "Sec. 3, as drawn in the survey of E, Ma, Wojtowytsch, Wu, Sec. 5" },
  parameters: {
    width: width(1, 800),
    samples: samples(5, 400),
    inputs: inputs(2, 100),
    ...TARGET_PARAMETERS,
    scaling: SCALING,
    duration: real("Duration", [1, 1000], { symbol: "t", step: 0.1, isLogarithmic: true }),
    rate: RATE,
  },
  defaults: {
    width: 30,
    samples: 200,
    inputs: 19,
    ...ONE_NEURON,
    scaling: "conventional",
    duration: 200,
    rate: 0.4,
  },
  refuses: refusedTarget,
  computes: (given) => ({ on: "engine", workload: workloadOf(given) }),
  cost: (given) => 0.1 + secondsUntil(given, given.duration) + 1e-7 * LOOKS * given.width * given.width,
  frameStride: strideOf,
  quantities: {
    time: { label: "Time", symbol: "t" },
    train: { label: "Training error of the network" },
    test: { label: "Test error of the network" },
    twinTrain: { label: "Training error of its random-feature twin" },
    twinTest: { label: "Test error of the twin" },
    effectiveNeurons: { label: "Effective number of neurons", symbol: "N_eff" },
    sharePerNeuron: { label: "Effective number over width", symbol: "N_eff/m", digits: 2 },
    activated: { label: "Activated neurons", digits: 2 },
    largest: { label: "Largest coefficient" },
    pathNorm: { label: "Path norm", symbol: "Σ|a||b|" },
    drift: { label: "Largest change of a² − |b|²", digits: 2 },
  },
  series: {
    coefficient: { label: "Coefficient a|b| of each neuron", shape: ["neurons"] },
    twinCoefficient: { label: "The same of the twin", shape: ["neurons"] },
    nearness: { label: "Cosine of each neuron to the nearest neuron of the target", shape: ["neurons"] },
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    train: { label: "Training error of the network then", shape: ["looks"] },
    test: { label: "Test error of the network then", shape: ["looks"] },
    twinTrain: { label: "Training error of the twin then", shape: ["looks"] },
    twinTest: { label: "Test error of the twin then", shape: ["looks"] },
  },
  figures: [
    {
      id: "activation",
      title: "A few neurons come to do it all",
      caption:
        "A network learns the target from a sample. First, a bar for each of its neurons: how much of the output it carries, a|b|. Pale bars behind are its twin, which starts from the same weights but trains only its output weights. Next, how close each neuron points to the target against what it carries. Last, the errors of both, on the training points and on all inputs.",
      promise:
        "Thirty neurons, none of which carries anything yet. Press Run: at first all share the work, as in the pale twin. Watch which of them are left in the end.",
      controls: ["width", "samples", "duration", "scaling", "target", "teachers", "inputs", "rate"],
      keepsFrames: true,
    },
  ],
});
