/** Tasks on the second scale of the phase diagram, which says which layer does the work. */
import { assignment } from "../assignment.ts";

export const tasks = assignment({
  title: "Which layer does the work?",
  about:
    "The start is small, and yet the input weights need not move. Say beforehand what γ′ does, cross the slanted border with it, and measure how fast it slows the input weights down.",
  paper: "phase-diagram",
  minutes: 50,
  goals: [
    "say from γ and γ′ together which layer of a network will grow",
    "read off a map how an exponent changes along it, and compare that with a formula for infinite width",
    "say what a condensed network learns, and when that is not the line from point to point",
  ],
  tasks: {
    layer: {
      kind: "predict",
      title: "Small, and then?",
      asks: "How far do the input weights of a network with a small start move at this γ′?",
      points: 3,
      figure: "laboratory/network",
      lenses: ["map"],
      given: { data: "points", width: 1000 },
      own: [
        { gamma: 1.2, gammaPrime: 0.6 },
        { gamma: 1.4, gammaPrime: 0.8 },
        { gamma: 1.3, gammaPrime: 0.2 },
        { gamma: 1.5, gammaPrime: 0.4 },
        { gamma: 1.2, gammaPrime: -0.6 },
        { gamma: 1.4, gammaPrime: -0.4 },
      ],
      seeds: 60,
      answer: {
        choices: {
          little: "by less than a tenth of their length",
          some: "by more than a tenth of their length, and less than twice of it",
          far: "by more than twice their length",
        },
      },
    },
    curve: {
      kind: "find",
      title: "A smooth curve from a small start",
      asks: "Find γ′ at which the curve swings well below the axis, while input weights move by less than their length.",
      points: 4,
      figure: "phase-diagram/any-point",
      given: { width: 1000 },
      own: [1.3, 1.35, 1.4, 1.45, 1.5, 1.55].map((gamma) => ({ gamma })),
      free: { gammaPrime: null },
      seeds: 50,
      wanted: [
        { quantity: "outputAtZero", maximum: -0.018 },
        { quantity: "relativeDistance", maximum: 1 },
      ],
    },
    exponent: {
      kind: "measure",
      title: "What γ′ does to the exponent",
      asks: "By how much does the exponent of the distance change when γ′ grows by one, at γ = 1 from γ′ = 0 to 0.4?",
      points: 4,
      figure: "phase-diagram/map",
      given: { spacing: "0.2" },
      own: [
        [100, 400],
        [150, 600],
        [200, 800],
        [250, 1000],
        [100, 800],
        [300, 900],
      ].map((widths) => ({ widths })),
      seeds: 20,
      answer: { label: "Change of the exponent for one unit of γ′", minimum: -5, maximum: 5 },
      atMost: 0.05,
    },
    spline: {
      kind: "refute",
      title: "From point to point",
      asks: "Find points that a condensed network fits, but not by straight lines from each to the next.",
      points: 4,
      figure: "phase-diagram/own-data",
      // In the shape of the companion's points: a student begins where what is said holds.
      given: { points: [-0.6, 0.6, -0.2, -0.2, 0.2, -0.2, 0.6, 0.6] },
      free: { points: null, width: { minimum: 200, maximum: 1000 } },
      seeds: 60,
      says: "At γ = 1.75 the network learns the straight lines from point to point.",
      holds: [{ quantity: "splineDeviation", case: 2, maximum: 0.05 }],
      wanted: [
        { quantity: "relativeRisk", case: 2, maximum: 0.0001 },
        { quantity: "relativeDistance", case: 2, minimum: 5 },
      ],
    },
    why: {
      kind: "explain",
      title: "Why",
      asks: "Why can a network with a small start leave its input weights where they are, if γ′ is large enough?",
      points: 5,
      atMost: 2000,
    },
  },
});
