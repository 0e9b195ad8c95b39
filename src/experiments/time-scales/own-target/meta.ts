/** Describes the reduced flow on a target of the reader’s own: typed or drawn, as Hermite components up to degree 6. */
import { choice, points, real, text } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { LONGEST_TEXT } from "../../parameters.ts";
import { atoms, EPSILON } from "../setting/parameters.ts";

/** What looks at a target, once it is loaded: a parser and integrals. */
let looking: typeof import("./components.ts") | undefined;

/** Steps that a run takes, about. */
const stepsAt = (epsilon: number) => 10 / Math.sqrt(Math.sqrt(epsilon));

const CONTROLS = ["activation", "epsilon", "atoms", "duration"] as const;

export const meta = experiment({
  title: "Learning a target of your own, degree by degree",
  source: { paper: "berthier2024", where: "Eq. (23), Prop. 4, with other targets" },
  parameters: {
    given: choice("The target is", { typed: "typed", drawn: "drawn" }),
    expression: text("Target", LONGEST_TEXT, {
      symbol: "φ(x)",
      hint: "Of x, with + − * / ^, brackets, pi, e, exp, log, sqrt, sin, cos, tanh, atan, abs, sign, relu, max, min, h0 … h9.",
    }),
    points: points({
      x: { minimum: -3, maximum: 3 },
      y: { minimum: -2, maximum: 2 },
      reach: 0.1,
      atMost: 8,
    }),
    activation: choice("Activation", {
      equal: "all coefficients 1",
      relu: "ReLU",
      softplus: "softplus",
      tanh: "tanh z",
      shiftedTanh: "tanh (z + ½)",
    }),
    epsilon: EPSILON,
    atoms: atoms(100),
    duration: real("Duration", [0.01, 100], { symbol: "t", step: 0.1, isLogarithmic: true }),
  },
  defaults: {
    given: "typed",
    expression: "relu(x - 0.5)",
    points: [-2, -1, -0.6, 0.8, 0.4, -0.6, 1.6, 1.4],
    activation: "equal",
    epsilon: 1e-8,
    atoms: 8,
    duration: 10,
  },
  refuses: (given) => looking?.refusedTarget(given),
  prepare: async () => {
    looking = await import("./components.ts");
  },
  computes: () => ({ on: "float64" }),
  cost: (given) => 0.02 + stepsAt(given.epsilon) * (2e-4 + 3e-6 * given.atoms),
  frameStride: ({ epsilon }) => Math.max(2, Math.round(stepsAt(epsilon) / 50)),
  quantities: {
    square: { label: "E φ(G)²" },
    explained: { label: "Share of it up to degree 6", digits: 4 },
    left: { label: "Share of it that is left", floor: 1e-6 },
    learnt: { label: "Components halved", digits: 2 },
  },
  series: {
    x: { label: "Where functions are drawn", symbol: "x", shape: ["places"] },
    phi: { label: "The target there", symbol: "φ", shape: ["places"] },
    part: { label: "Its part up to degree 6", shape: ["places"] },
    learned: { label: "What the network computes", symbol: "f", shape: ["places"] },
    target: { label: "Coefficients of the target", symbol: "φₖ", shape: ["degrees"] },
    activation: { label: "Coefficients of the activation", symbol: "σₖ", shape: ["degrees"] },
    halved: { label: "When each component was halved; 0 if it is not", symbol: "tₖ", shape: ["degrees"] },
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    risk: { label: "Share of E φ² that is left then", shape: ["looks"] },
    residual: { label: "Residuals then", symbol: "ρₖ", shape: ["looks", "degrees"] },
  },
  figures: [
    {
      id: "own-target",
      title: "Your own target",
      caption:
        "Type a function of one variable. First, the target, its part up to degree 6, and what the network has learnt of it. Next, its Hermite coefficients beside those of the activation, and the power of ε that the scenario has for the time of each. Last, what is left of each component, and of all of E φ²; the dotted lines are those powers, where constants count for nothing.",
      presets: [
        { label: "A kink", parameters: { expression: "relu(x - 0.5)" } },
        { label: "A jump", parameters: { expression: "sign(x - 0.5)" } },
        { label: "Even", parameters: { expression: "abs(x)" }, hint: "Nothing but the constant is learnt." },
        {
          label: "Odd",
          parameters: { expression: "x + sin(2*x)" },
          hint: "There is no quadratic component.",
        },
        { label: "Two degrees", parameters: { expression: "h1(x) + h2(x)" } },
        { label: "A wave", parameters: { expression: "cos(2*x - 1)" } },
      ],
      controls: ["expression", ...CONTROLS],
    },
    {
      id: "drawn-target",
      title: "Your own target, drawn",
      caption:
        "The same for a function that is drawn: straight lines through up to eight points, constant outside of them.",
      cases: [{ label: "", parameters: { given: "drawn" } }],
      controls: ["points", ...CONTROLS],
    },
  ],
});
