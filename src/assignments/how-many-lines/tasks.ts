/** Tasks on how many lines the neurons of a layer gather on: what activation, data and optimiser have to do with it. */
import { assignment } from "../assignment.ts";

export const tasks = assignment({
  title: "On how many lines?",
  about:
    "An activation function begins with a power p, and that bounds the number of lines. Count lines by hand, use a layer on one line to learn from few examples, and find where the rule breaks.",
  paper: "condensation",
  minutes: 55,
  goals: [
    "count the critical lines of three points by hand",
    "say what a layer on one line can learn, and from how few examples",
    "tell what is proved of the number of lines from what single draws show",
  ],
  tasks: {
    count: {
      kind: "predict",
      title: "Count before you look",
      asks: "How many critical lines do your three points give to z² tanh z?",
      points: 4,
      figure: "condensation/direction-field",
      own: [
        symmetric(0.9, 0.8, 0.2),
        symmetric(0.8, 0.9, -0.5),
        symmetric(1, 0.6, 0.3),
        symmetric(0.5, 0.8, 0.6),
        symmetric(0.9, 0.5, 1.2),
        symmetric(0.6, 0.9, 0.3),
      ],
      seeds: 60,
      answer: { choices: { one: "one", two: "two", three: "three" } },
    },
    parabola: {
      kind: "measure",
      title: "How long it is a parabola",
      asks: "At which epoch does a parabola leave over a ten-thousandth of the output of z tanh z?",
      points: 4,
      figure: "condensation/polynomial",
      own: [60, 70, 80, 100, 120, 150].map((width) => ({ width })),
      seeds: 20,
      answer: { label: "Epoch", minimum: 0, maximum: 1000 },
      atMost: 15,
    },
    examples: {
      kind: "find",
      title: "Fifty neurons, few examples",
      asks: "Bring a tanh layer to one line and to a small risk on unseen examples, from as few examples as you can.",
      points: 4,
      figure: "laboratory/network",
      lenses: ["lines"],
      given: {
        data: "direction",
        target0: 0,
        target2: 0,
        target3: 0,
        inputs: 8,
        activation: "tanh",
        width: 50,
        start: "plain",
        scaling: "plain",
        beta1: 0.005,
        beta2: 0.005,
        rule: "adam",
        rate: 0.001,
        stopAt: 0,
        // From here on a student looks for them.
        samples: 100,
        steps: 100,
      },
      own: [-1.2, -1, -0.8, 0.8, 1, 1.2].map((target1) => ({ target1 })),
      free: { samples: { minimum: 5, maximum: 200 }, steps: { minimum: 10, maximum: 1000 } },
      seeds: 20,
      wanted: [
        { quantity: "largestLine", minimum: 0.9 },
        { quantity: "testRisk", maximum: 0.002 },
      ],
      least: { parameter: "samples", upTo: [20, 40] },
    },
    rule: {
      kind: "refute",
      title: "More lines than p",
      asks: "Find a target and a number of steps for which z² tanh z gathers on more than three lines.",
      points: 3,
      figure: "condensation/layer",
      // A slow target and few steps: a student begins where no seed has more lines with so many neurons on them.
      given: { activation: "x2Tanh", frequency: 1, steps: 20 },
      free: { frequency: null, steps: { minimum: 20, maximum: 200 } },
      seeds: 60,
      says: "With p = 3 neurons gather on three lines at most.",
      holds: [{ quantity: "lines", maximum: 3 }],
      wanted: [{ quantity: "shareOnLines", minimum: 0.9 }],
    },
    why: {
      kind: "explain",
      title: "Why",
      asks: "What does the first power of an activation function decide, what do the data, and what the optimiser?",
      points: 5,
      atMost: 2000,
    },
  },
});

/** Targets y at −x and x, and another one between them. */
function symmetric(x: number, outer: number, inner: number) {
  return { points: [-x, outer, 0, inner, x, outer] };
}
