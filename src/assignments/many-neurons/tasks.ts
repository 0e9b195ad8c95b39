/** Tasks on what width does: random features, their resonance, how slowly they overfit, and networks that become them. */
import { assignment } from "../assignment.ts";

export const tasks = assignment({
  title: "What do more neurons do?",
  about:
    "Wide networks turn into random features, which have a bad place of their own. Predict how fast, find the bad place, wait for it to show, and see what a good fit is worth.",
  paper: "quenching-activation",
  minutes: 50,
  goals: [
    "say how fast a network comes to its random-feature twin as it gets wider",
    "say at which width random features fail, and why nobody notices while they are trained",
    "tell a network that fits its sample from one that has found what made it",
  ],
  tasks: {
    closer: {
      kind: "predict",
      title: "How much closer?",
      asks: "By which factor is the wider network closer to its twin, with the usual scaling?",
      points: 3,
      figure: "quenching-activation/gap",
      given: { samples: 30, inputs: 10, duration: 10 },
      own: [
        [100, 120],
        [120, 144],
        [150, 330],
        [180, 400],
        [80, 640],
        [90, 720],
      ].map((widths) => ({ widths })),
      seeds: 60,
      answer: {
        choices: {
          little: "by a factor below 2.8",
          some: "by a factor between 2.8 and 20",
          far: "by a factor above 20",
        },
      },
    },
    resonance: {
      kind: "find",
      title: "The bad place",
      asks: "With as few samples as you can, show random features that are ten times worse in between than for the smallest and the largest of your widths.",
      points: 5,
      figure: "quenching-activation/width-sweep",
      // A student begins with widths that are all far from the bad place.
      given: { duration: 20, stopAt: 1e-4, widths: [5, 10, 20], samples: 80 },
      own: [14, 15, 16, 17, 18, 19, 20].map((inputs) => ({ inputs })),
      free: { widths: { minimum: 1, maximum: 320 }, samples: { minimum: 5, maximum: 80 } },
      seeds: 60,
      wanted: [{ quantity: "resonance", minimum: 10 }],
      least: { parameter: "samples", upTo: [25, 50] },
    },
    slowly: {
      kind: "measure",
      title: "How long it takes to show",
      asks: "At which power of ten of time has the test error for m = n doubled, from its least?",
      points: 4,
      figure: "quenching-activation/deterioration",
      own: [8, 9, 10, 11, 12].map((inputs) => ({ inputs })),
      seeds: 20,
      answer: { label: "log₁₀ t", minimum: 0, maximum: 12 },
      atMost: 0.15,
    },
    fitted: {
      kind: "refute",
      title: "A good fit",
      asks: "Find a width for which the network fits its sample, and has not found what made it.",
      points: 3,
      figure: "quenching-activation/activation",
      // A student begins with a network that is too narrow to learn its sample by heart.
      given: { duration: 200, rate: 1, width: 5 },
      own: [
        { samples: 60, inputs: 8 },
        { samples: 60, inputs: 10 },
        { samples: 50, inputs: 8 },
        { samples: 70, inputs: 10 },
      ],
      free: { width: { minimum: 2, maximum: 200 } },
      seeds: 60,
      says: "A network whose training error is below 1/10,000 has found the target: its test error is below 1/100.",
      holds: [{ quantity: "test", maximum: 0.01 }],
      wanted: [{ quantity: "train", maximum: 0.0001 }],
    },
    why: {
      kind: "explain",
      title: "Which width would you take?",
      asks: "You know that some neuron made your 200 samples with 20 inputs each, and not which. Which width do you train, and for how long?",
      points: 5,
      atMost: 2000,
    },
  },
});
