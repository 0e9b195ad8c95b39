/**
 * What can be set of the network of the laboratory: what it learns, what it is, where it starts and how it is trained.
 * Describes; trains nothing.
 */
import { choice, labelledPoints, points, real, whole } from "../../declared.ts";
import { MOONS } from "../../hinge-mean-field/own-points/presets.ts";
import type { Parameters, ValuesOf } from "../../parameters.ts";
import { ALL_ONES } from "../../time-scales/setting/parameters.ts";

/** What is learnt, by its name. Of the last four, targets are classes, −1 and 1. */
export const DATA = choice("What is learnt", {
  points: "points x, y of your own",
  sines: "a sum of sines",
  direction: "a function of one direction",
  teachers: "one or several neurons",
  circle: "a circle of neurons",
  gaussian: "two classes, Gaussian",
  sphere: "two classes, on a sphere",
  classes: "points of your own in two classes",
  digits: "digits, even or odd",
});
export type Data = keyof (typeof DATA)["options"];

const CLASSES: readonly Data[] = ["gaussian", "sphere", "classes", "digits"];

/** Whether targets are classes. */
export function isClassified(data: Data): boolean {
  return CLASSES.includes(data);
}

const coefficient = (digit: string, degree: number) =>
  real(`Target, degree ${degree}`, [-3, 3], { symbol: `φ${digit}`, step: 0.1 });

export const SETUP = {
  data: DATA,
  points: points({
    x: { minimum: -1, maximum: 1 },
    y: { minimum: -1, maximum: 1 },
    reach: 0.05,
    atMost: 50,
    apart: 0.02,
  }),
  classes: labelledPoints({ within: 1e6, atLeast: 4, atMost: 200 }),
  inputs: whole("Inputs", [1, 200], { symbol: "d", hint: "Without a bias." }),
  samples: whole("Examples", [5, 50_000], { symbol: "n", step: 0.1, isLogarithmic: true }),
  frequency: real("Frequency", [0.5, 12], {
    step: 0.5,
    hint: "The target is Σ 3.5 sin(frequency · xⱼ + 1).",
  }),
  target0: coefficient("₀", 0),
  target1: coefficient("₁", 1),
  target2: coefficient("₂", 2),
  target3: coefficient("₃", 3),
  teachers: whole("Teacher neurons", [1, 64], {
    symbol: "M",
    hint: "At right angles to each other, each with output weight 1/M.",
  }),
  flipped: real("Flipped labels", [0, 0.3], { symbol: "p", step: 0.01 }),
  activation: choice(
    "Activation",
    {
      relu: "ReLU",
      tanh: "tanh z",
      sigmoid: "sigmoid",
      softplus: "softplus",
      xTanh: "z tanh z",
      x2Tanh: "z² tanh z",
    },
    { symbol: "σ" },
  ),
  loss: choice("Loss", { squared: "squared", hinge: "hinge, with margin 1" }),
  width: whole("Width", [2, 100_000], { symbol: "m", step: 0.1, isLogarithmic: true }),
  start: choice("Start", {
    plain: "all weights drawn by themselves",
    antisymmetric: "m neurons and their mirror images, so that f = 0",
    quiet: "output weights 0, input weights of length 1",
  }),
  scaling: choice("Scaling", {
    normalised: "γ and γ′ of your own",
    ntk: "NTK",
    meanField: "mean field",
    xavier: "Xavier",
    he: "He",
    lecun: "LeCun",
    plain: "α, β₁ and β₂ of your own",
    average: "f = 1/m Σ a σ(w·x), rates m times as large",
  }),
  gamma: real("Scale of the output", [0, 3], {
    symbol: "γ",
    step: 0.05,
    hint: "The sum is divided by m to the power γ.",
  }),
  gammaPrime: real("Scale between layers", [-2, 2], {
    symbol: "γ′",
    step: 0.05,
    hint: "By m to the power γ′, input weights are slower, output weights faster.",
  }),
  alpha: real("Divisor of the output", [1e-3, 1e4], { symbol: "α", step: 0.1, isLogarithmic: true }),
  beta1: real("Size of output weights at the start", [1e-6, 10], {
    symbol: "β₁",
    step: 0.1,
    isLogarithmic: true,
  }),
  beta2: real("Size of input weights at the start", [1e-6, 10], {
    symbol: "β₂",
    step: 0.1,
    isLogarithmic: true,
  }),
  layers: choice("Trained", { both: "both layers", output: "the output layer alone" }),
  rule: choice("Rule", {
    adaptive: "gradient descent, steps as long as is stable",
    fixed: "gradient descent, steps of one length",
    adam: "Adam",
    onePass: "each example once, on a sphere",
  }),
  rate: real("Step", [1e-8, 1e3], {
    symbol: "Δt",
    step: 0.1,
    isLogarithmic: true,
    hint: "Adam’s learning rate; η, where each example is met once.",
  }),
  outputRate: real("Rate of output weights", [1e-4, 1e4], { symbol: "ρₐ", step: 0.1, isLogarithmic: true }),
  inputRate: real("Rate of input weights", [1e-4, 1e4], { symbol: "ρ_w", step: 0.1, isLogarithmic: true }),
  epsilon: real("Speed of directions over that of readouts", [1e-3, 1], {
    symbol: "ε",
    step: 0.05,
    isLogarithmic: true,
  }),
  steps: whole("Steps, at most", [1, 800_000], { step: 0.1, isLogarithmic: true }),
  networks: whole("Networks", [1, 16], {
    hint: "From this seed on, side by side; lenses look at the first.",
  }),
  stopAt: real("Stop at the risk", [0, 1], {
    symbol: "R/R(0)",
    step: 0.01,
    hint: "Over that of f = 0; 0 for all steps.",
  }),
} as const satisfies Parameters;

export type Setup = ValuesOf<typeof SETUP>;

/** Four points of y = x² in the critical regime, as the first article has them. */
export const FIRST: Setup = {
  data: "points",
  points: [-1 / 2, -1 / 6, 1 / 6, 1 / 2].flatMap((x) => [x, x * x]),
  classes: MOONS,
  inputs: 5,
  samples: 200,
  frequency: 5,
  target0: ALL_ONES.target0,
  target1: ALL_ONES.target1,
  target2: ALL_ONES.target2,
  target3: ALL_ONES.target3,
  teachers: 1,
  flipped: 0,
  activation: "relu",
  loss: "squared",
  width: 1000,
  start: "antisymmetric",
  scaling: "normalised",
  gamma: 1,
  gammaPrime: 0,
  alpha: 1,
  beta1: 1,
  beta2: 1,
  layers: "both",
  rule: "adaptive",
  rate: 0.01,
  outputRate: 1,
  inputRate: 1,
  epsilon: 0.01,
  steps: 800_000,
  networks: 1,
  stopAt: 1e-5,
};
