/** Describes how far a network gets from its random-feature twin, against the width. */
import { total } from "../../cost.ts";
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { inputs, SCALING, samples } from "../setting/network.ts";
import { ONE_NEURON, refusedTarget, TARGET_PARAMETERS } from "../setting/target.ts";
import { RATE, secondsUntil, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "How far a network gets from its random-feature twin, against the width",
  source: { paper: "e2020survey", where: "Theorem 40" },
  parameters: {
    widths: { kind: "wholes", label: "Widths", symbol: "m", minimum: 10, maximum: 2000, atMost: 8 },
    samples: samples(5, 200),
    inputs: inputs(2, 50),
    ...TARGET_PARAMETERS,
    scaling: SCALING,
    duration: real("Duration", [1, 100], { symbol: "t", step: 0.1, isLogarithmic: true }),
    rate: RATE,
  },
  defaults: {
    widths: [100, 200, 400, 800],
    samples: 40,
    inputs: 10,
    ...ONE_NEURON,
    scaling: "conventional",
    duration: 10,
    rate: 1,
  },
  refuses: refusedTarget,
  computes: (given) => ({
    on: "engine",
    workload: workloadOf({ ...given, width: Math.max(...given.widths) }),
  }),
  cost: (given) =>
    total(given.widths.map((width) => 0.1 + secondsUntil({ ...given, width }, given.duration))),
  frameStride: () => 1000,
  quantities: {
    slope: { label: "Exponent of the gap against m" },
    gap: { label: "Largest |f − f̃| on the unit sphere, at the largest width" },
  },
  series: {
    width: { label: "Widths at which something is known", symbol: "m", shape: ["widths"] },
    gap: { label: "Largest |f − f̃| on the unit sphere", shape: ["widths"] },
  },
  figures: [
    {
      id: "gap",
      title: "Wide networks are random features",
      caption:
        "The largest difference between a network and its random-feature twin over a thousand points of the unit sphere, after the same time, against the width; both axes logarithmic.",
      cases: [
        { label: "f = Σ a σ(b·x)", parameters: {} },
        { label: "f = 1/m Σ a σ(b·x)", parameters: { scaling: "mean-field" } },
      ],
      controls: ["widths", "samples", "inputs", "duration"],
    },
  ],
});
