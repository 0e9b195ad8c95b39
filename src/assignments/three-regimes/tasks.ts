/** Tasks on how far the weights of a network move, which tells the three regimes apart. */
import { assignment } from "../assignment.ts";

export const tasks = assignment({
  title: "How far do the weights move?",
  about:
    "One network, one scale γ. Say beforehand whether its neurons will move, find where they begin to, and measure how that grows with the width.",
  paper: "phase-diagram",
  minutes: 40,
  goals: [
    "say from γ and γ′ whether a network trains by moving its neurons or without",
    "read an exponent off two runs, with its uncertainty",
    "say how small a network has to be for the three regimes to blur",
  ],
  tasks: {
    before: {
      kind: "predict",
      title: "Will they move?",
      asks: "How far do the input weights move while this network learns its four points?",
      points: 3,
      figure: "phase-diagram/any-point",
      given: { width: 1000 },
      own: [0.5, 0.6, 1, 1.6, 1.7, 1.8].map((gamma) => ({ gamma, gammaPrime: 0 })),
      seeds: 40,
      answer: {
        choices: {
          little: "by less than a tenth of their length",
          some: "by more than a tenth of their length, and less than twice of it",
          far: "by more than twice their length",
        },
      },
    },
    border: {
      kind: "find",
      title: "Where they begin to",
      asks: "Find γ at which input weights move by just their own length.",
      points: 4,
      figure: "laboratory/network",
      lenses: ["map"],
      given: { data: "points", width: 1000 },
      own: [-0.2, -0.1, 0, 0.1, 0.2].map((gammaPrime) => ({ gammaPrime })),
      free: { gamma: null },
      seeds: 40,
      wanted: [{ quantity: "relativeDistance", minimum: 0.95, maximum: 1.05 }],
    },
    growth: {
      kind: "measure",
      title: "How it grows with the width",
      asks: "What is the exponent of the distance against m in the third network, between the two largest widths?",
      points: 4,
      figure: "phase-diagram/relative-distance",
      own: [
        [200, 800, 3200],
        [250, 1000, 4000],
        [300, 1200, 4800],
        [400, 1200, 3600],
        [500, 1500, 4500],
      ].map((widths) => ({ widths })),
      seeds: 20,
      answer: { label: "Exponent", minimum: -2, maximum: 2 },
      atMost: 0.03,
    },
    small: {
      kind: "refute",
      title: "Where it stops holding",
      asks: "Find four points and a width for which the first network moves its weights all the same, and still learns.",
      points: 4,
      figure: "phase-diagram/own-data",
      free: { points: null, width: { minimum: 10, maximum: 1000 } },
      seeds: 100,
      says: "At γ = 0.5 the input weights move by less than a tenth of their length.",
      holds: [{ quantity: "relativeDistance", case: 0, maximum: 0.1 }],
      wanted: [{ quantity: "relativeRisk", case: 0, maximum: 0.01 }],
    },
    why: {
      kind: "explain",
      title: "Why",
      asks: "Why does a network with a large output need to move its input weights less?",
      points: 5,
      atMost: 2000,
    },
  },
});
