/** Settings with a name: the networks with which the articles open, which end in the same bits as there, and two more. */
import { PAPERS_LAYER, sineTarget } from "../../condensation/setting/published.ts";
import { meta as satisfied } from "../../hinge-mean-field/satisfied/meta.ts";
import { SMALL } from "../../hinge-mean-field/setting/parameters.ts";
import { stepsUntil, timeStepOf } from "../../hinge-mean-field/setting/workload.ts";
import { meta as activation } from "../../quenching-activation/activation/meta.ts";
import { timeStepOf as quenchingTimeStepOf } from "../../quenching-activation/setting/workload.ts";
import { FOLLOWING } from "../../time-scales/real-network/meta.ts";
import { examplesOf } from "../../time-scales/real-network/workload.ts";
import type { Setup } from "./setup.ts";

interface Named {
  readonly label: string;
  readonly hint: string;
  /** The lens of its paper. */
  readonly lens: string;
  readonly parameters: Partial<Setup>;
}

const sines = sineTarget(5);
const quenching = activation.defaults;
const quenchingStep = quenchingTimeStepOf(quenching.width, quenching.rate);
const hinge = { ...SMALL, duration: satisfied.defaults.duration };

const regime = (label: string, gamma: number): Named => ({
  label,
  hint: "Phase diagram: four points of y = x², antisymmetric start.",
  lens: "map",
  parameters: { gamma },
});

export const presets: readonly Named[] = [
  regime("Linear regime", 0.5),
  regime("Critical regime", 1),
  regime("Condensed regime", 1.75),
  {
    label: "Neurons line up",
    lens: "lines",
    hint: "Initial condensation: a sum of sines, a tiny start, Adam.",
    parameters: {
      data: "sines",
      inputs: sines.inputs,
      samples: sines.sampleSize,
      frequency: PAPERS_LAYER.frequency,
      activation: PAPERS_LAYER.activation,
      width: PAPERS_LAYER.width,
      start: "plain",
      scaling: "plain",
      beta1: PAPERS_LAYER.deviation,
      beta2: PAPERS_LAYER.deviation,
      rule: "adam",
      rate: 1e-3,
      steps: PAPERS_LAYER.steps,
      stopAt: 0,
    },
  },
  {
    label: "A few neurons do it all",
    lens: "activation",
    hint: "Quenching and activation: one teacher neuron, output weights 0 at the start.",
    parameters: {
      data: "teachers",
      teachers: 1,
      inputs: quenching.inputs,
      samples: quenching.samples,
      width: quenching.width,
      start: "quiet",
      scaling: "plain",
      rule: "fixed",
      rate: quenchingStep,
      outputRate: 2,
      inputRate: 2,
      steps: Math.ceil(quenching.duration / quenchingStep - 1e-9),
      stopAt: 0,
    },
  },
  {
    label: "One component after another",
    lens: "components",
    hint: "Learning time-scales: each example is met once, readouts are fast.",
    parameters: {
      data: "direction",
      inputs: FOLLOWING.inputs,
      width: FOLLOWING.width,
      rule: "onePass",
      rate: FOLLOWING.rate,
      epsilon: FOLLOWING.epsilon,
      steps: examplesOf(FOLLOWING),
      stopAt: 0,
    },
  },
  {
    label: "Far examples first",
    lens: "satisfaction",
    hint: "Hinge loss, mean field: two Gaussian classes.",
    parameters: {
      data: "gaussian",
      inputs: hinge.inputs,
      samples: hinge.samples,
      flipped: hinge.flipped,
      loss: "hinge",
      width: hinge.width,
      start: "plain",
      scaling: "average",
      rule: "fixed",
      rate: timeStepOf(hinge),
      outputRate: hinge.rate,
      inputRate: hinge.rate,
      steps: stepsUntil(hinge.duration, hinge),
      stopAt: 0,
    },
  },
  {
    label: "Eight seeds",
    hint: "The critical regime in eight narrow networks, each with random numbers of its own.",
    lens: "map",
    parameters: { width: 50, networks: 8 },
  },
  {
    label: "Two moons",
    hint: "Points of your own in two classes, by the hinge loss: drag in a file of yours.",
    lens: "satisfaction",
    parameters: {
      data: "classes",
      loss: "hinge",
      width: 200,
      start: "plain",
      scaling: "average",
      rule: "fixed",
      rate: 0.05,
      outputRate: hinge.rate,
      inputRate: hinge.rate,
      steps: 2000,
      stopAt: 0,
    },
  },
];
