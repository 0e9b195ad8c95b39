/** Describes training on infinitely many samples: the network and its random-feature twin, from the same start. */
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { inputs, SCALING, width } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";

/** Nanoseconds per pair of neurons of one evaluation of the right side: the angle between them, and each input. */
const [PER_PAIR, PER_INPUT] = [35, 0.55];
/** Evaluations until the duration, about. */
const EVALUATIONS = 1200;

/** Neurons whose coefficients are kept at every look. */
export const LEADING = 6;

const FIVE = { teachers: 5, inputs: 100, duration: 1000 };

export const meta = experiment({
  title: "Training on infinitely many samples, beside random features",
  source: { paper: "wu2021", where: "slides of deck 10 on the population risk" },
  parameters: {
    width: width(2, 400),
    inputs: inputs(2, 200),
    ...TARGET_PARAMETERS,
    scaling: SCALING,
    duration: real("Duration", [0.1, 1000], { symbol: "t", step: 0.1, isLogarithmic: true }),
  },
  defaults: { width: 50, inputs: 50, ...ONE_NEURON, scaling: "conventional", duration: 100 },
  refuses: refusedTarget,
  computes: () => ({ on: "float64" }),
  cost: ({ width, inputs }) => 1e-9 * EVALUATIONS * width * width * (PER_PAIR + PER_INPUT * inputs),
  frameStride: () => 4,
  quantities: {
    time: { label: "Time", symbol: "t" },
    risk: { label: "Risk of the network" },
    twinRisk: { label: "Risk of its random-feature twin" },
    gap: { label: "Difference of the two risks, over that of the twin", digits: 2 },
    effectiveNeurons: { label: "Effective number of neurons", symbol: "N_eff" },
    sharePerNeuron: { label: "Effective number over width", symbol: "N_eff/m", digits: 2 },
    largest: { label: "Largest coefficient" },
    activated: { label: "Activated neurons", digits: 2 },
    pathNorm: { label: "Path norm", symbol: "Σ|a||b|" },
    activationTime: { label: "A neuron within cos 0.8 of the target at", symbol: "t" },
    predictedTime: { label: "Time predicted from the start", symbol: "√2 π/u" },
    plateau: { label: "Risk at a twenty-fifth of the duration over that at a fifth" },
    fall: { label: "Risk at a fifth of the duration over that at its end" },
  },
  series: {
    coefficient: { label: "Coefficient a|b| of each neuron", shape: ["neurons"] },
    twinCoefficient: { label: "The same of the twin", shape: ["neurons"] },
    nearness: { label: "Cosine of each neuron to the nearest neuron of the target", shape: ["neurons"] },
    across: { label: "Where each neuron points in the plane that is drawn, across", shape: ["neurons"] },
    up: { label: "The same, up", shape: ["neurons"] },
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    risk: { label: "Risk of the network then", shape: ["looks"] },
    twinRisk: { label: "Risk of its twin then", shape: ["looks"] },
    leading: { label: "Coefficients of the six that rose highest", shape: ["looks", "six"] },
  },
  figures: [
    {
      id: "population",
      title: "Infinitely many samples, as published",
      caption:
        "The setting that the author’s slides show: neurons learn a single one from the whole distribution of inputs. First, the risk of the network and of its random-feature twin. Next, the coefficients a|b| of the six neurons that rise highest. Dots are read off the slides, one run of theirs from another start. Last, the direction of every neuron as seen in the plane of the first two inputs; the target points along the first.",
      cases: [{ label: "", parameters: { width: 200, inputs: 100, duration: 240 } }],
      controls: ["width", "inputs", "duration", "scaling"],
    },
    {
      id: "teachers",
      title: "Several neurons to find",
      caption:
        "The same with other targets: a few neurons at right angles to each other, or a circle of neurons in the plane of the first two inputs. The risks, the six neurons that rise highest, and where all of them point. Three neurons or more have no plane in common: each is drawn along a ray of its own.",
      cases: [{ label: "", parameters: FIVE }],
      presets: [
        { label: "Five neurons", parameters: { target: "neurons", ...FIVE } },
        { label: "A circle of neurons", parameters: { target: "circle", inputs: 50, duration: 250 } },
      ],
      controls: ["target", "teachers", "width", "inputs", "duration", "scaling"],
    },
    {
      id: "own-teacher",
      title: "Your own teacher",
      caption:
        "Place up to eight teacher neurons in the plane of the first two inputs; a network learns their mean. The risks, the six neurons that rise highest, and where all of them point, as seen in that plane.",
      cases: [{ label: "", parameters: { target: "own", width: 40, inputs: 20, duration: 300 } }],
      controls: ["angles", "width", "inputs", "duration", "scaling"],
      picker: "teacher-circle",
    },
  ],
});
