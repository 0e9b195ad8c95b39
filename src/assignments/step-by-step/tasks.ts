/** Tasks on learning by degrees: which component is learnt when, on which power of ε, and which never. */
import { assignment } from "../assignment.ts";

const ALL = { target1: 1, target2: 1, target3: 1, activation1: 1, activation2: 1, activation3: 1 };

export const tasks = assignment({
  title: "What is learnt first?",
  about:
    "A wide network learns a function one component after another. Say which components it will learn, set the time of a step, measure an exponent with a logarithm in it, and type a function that defeats it.",
  paper: "time-scales",
  minutes: 50,
  goals: [
    "say from the components of target and activation what will be learnt, and in which order",
    "use a power law to set a time, and tell a power from a power with a logarithm",
    "tell a rest of the risk from its end",
  ],
  tasks: {
    left: {
      kind: "predict",
      title: "What will be left?",
      asks: "Which components of the target has the network not learnt at t = 5?",
      points: 3,
      figure: "time-scales/break-it",
      given: { epsilon: 1e-8, atoms: 10, duration: 5 },
      own: [
        { ...ALL, target2: 0 },
        { ...ALL, target3: -1 },
        { ...ALL, activation2: 0 },
        { ...ALL, activation2: 0, target3: 0.5 },
        { ...ALL, activation3: 0 },
        { ...ALL, activation3: 0, target2: 0.5 },
        { ...ALL, target1: 0 },
        { ...ALL, activation1: 0 },
      ],
      seeds: 60,
      answer: {
        choices: {
          nothing: "none: it has learnt all that the target has",
          quadratic: "the quadratic one alone",
          cubic: "the cubic one alone",
          all: "all but the constant",
        },
      },
    },
    aimed: {
      kind: "find",
      title: "A step at a given time",
      asks: "Find ε at which the quadratic component is halved at t = 0.001.",
      points: 4,
      figure: "time-scales/staircase",
      own: [4, 5, 6, 7, 8, 9, 10].map((atoms) => ({ atoms })),
      free: { epsilon: null },
      seeds: 60,
      wanted: [{ quantity: "time2", minimum: 0.00092, maximum: 0.00109 }],
    },
    exponent: {
      kind: "measure",
      title: "A power with a logarithm",
      asks: "What is the exponent of t₁ against ε, between your two smallest values of ε?",
      points: 4,
      figure: "time-scales/exponents",
      given: { atoms: 6 },
      own: [
        [2, 4, 6, 8],
        [3, 5, 7, 9],
        [1, 4, 7, 9],
        [2, 4, 6, 9],
        [3, 5, 7, 8],
      ].flatMap((decades) => [0.5, 2].map((target1) => ({ decades, target1 }))),
      seeds: 30,
      answer: { label: "Exponent", minimum: 0, maximum: 1 },
      atMost: 0.01,
    },
    defeated: {
      kind: "refute",
      title: "A function that defeats it",
      asks: "Type a function of which more than a tenth is left when training ends.",
      points: 4,
      figure: "time-scales/own-target",
      given: { epsilon: 1e-8, atoms: 8, duration: 10 },
      own: (["equal", "relu", "softplus", "shiftedTanh"] as const).map((activation) => ({ activation })),
      free: { expression: null },
      seeds: 60,
      says: "A function that is a sum of its components up to degree 6, but for a hundredth, is learnt: less than a tenth of it is left.",
      holds: [{ quantity: "left", maximum: 0.1 }],
      wanted: [{ quantity: "explained", minimum: 0.99 }],
    },
    why: {
      kind: "explain",
      title: "Rest or end?",
      asks: "The risk of a network has not fallen for a long time. Is training over? What would you look at, and why does the next component have to wait?",
      points: 5,
      atMost: 2000,
    },
  },
});
