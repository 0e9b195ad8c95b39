/** Describes networks of few and of many nodes, each trained to the same γ: what error their scatter leaves. */

import { total } from "../../cost.ts";
import { real, wholes } from "../../declared.ts";
import { DRAWS } from "../../draws.ts";
import { experiment } from "../../experiment.ts";
import { INPUTS, SAMPLES, SMALL, STEP } from "../setting/parameters.ts";
import { secondsOf, workloadOf } from "../setting/workload.ts";

/** Steps until γ = 1.25, about. */
const STEPS = 60;

export const meta = experiment({
  title: "Finitely many nodes",
  source: { paper: "pellegrini2020", where: "Sec. 3.3" },
  parameters: {
    widths: wholes("Nodes M", [5, 2000], { atMost: 8 }),
    growth: real("Trained to γ", [0.2, 2], { step: 0.05 }),
    samples: SAMPLES,
    inputs: INPUTS,
    step: STEP,
    draws: DRAWS,
  },
  defaults: {
    widths: [25, 50, 100, 200, 400],
    growth: 1.25,
    samples: 6000,
    inputs: 20,
    step: SMALL.step,
    draws: 4,
  },
  computes: (given) => ({
    on: "engine",
    workload: workloadOf({ ...given, width: Math.max(...given.widths) }),
  }),
  cost: (given) =>
    given.draws *
    total(given.widths.map((width) => secondsOf({ ...SMALL, ...given, width }, STEPS / given.step, 1))),
  frameStride: () => 1000,
  seedsUsed: ({ draws }) => draws,
  quantities: {
    firstRatio: { label: "Mean error of the narrowest over the theory’s" },
    fall: { label: "Mean error of the narrowest over that of the widest" },
  },
  series: {
    width: { label: "Nodes of each network", symbol: "M", shape: ["networks"] },
    growth: { label: "Its growth at the end", symbol: "γ", shape: ["networks"] },
    test: { label: "Its test error", shape: ["networks"] },
  },
  figures: [
    {
      id: "finite-nodes",
      title: "Few nodes",
      caption:
        "Networks of several widths, all trained to the same γ: the share of unseen inputs that each gets wrong. The line is the error that the scatter of their starts should leave, which falls like one over the root of M.",
      controls: ["widths", "growth", "samples", "draws", "inputs"],
    },
  ],
});
