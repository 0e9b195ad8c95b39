/** Describes one stage by itself: one group of neurons learns a single component, from the scales that the stage before left. */
import { total } from "../../cost.ts";
import { choice, wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { epsilonAt } from "../setting/parameters.ts";
import { secondsOf } from "../setting/workload.ts";

const DRAWN = [2, 4, 6, 8, 10, 12, 16, 20, 24];

export const meta = experiment({
  title: "One stage by itself",
  source: { paper: "berthier2024", where: "Theorem 1" },
  parameters: {
    decades: wholes("ε = 10⁻ⁿ for n", [1, 24], { atMost: 12 }),
    degree: choice("Component", { two: "quadratic", three: "cubic" }),
  },
  defaults: { decades: [10, 12, 14, 16], degree: "two" },
  computes: () => ({ on: "float64" }),
  cost: ({ decades }) => total(decades.map((decade) => secondsOf({ epsilon: epsilonAt(decade), atoms: 1 }))),
  frameStride: () => 10_000,
  quantities: {
    widthExponent: { label: "Exponent of the width, between the two smallest ε" },
    centre: { label: "Time over its limit, at the smallest ε", digits: 4 },
  },
  series: {
    epsilon: { label: "Values of ε at which something is known", symbol: "ε", shape: ["epsilons"] },
    centre: { label: "Time over its limit", shape: ["epsilons"] },
    width: { label: "Time from 90 to 10 per cent of the component", shape: ["epsilons"] },
  },
  figures: [
    {
      id: "stage",
      title: "One stage by itself",
      caption:
        "When one group of neurons has half learnt a single component, over the time that it takes in the limit of small ε, for the quadratic and for the cubic component; ε on a logarithmic axis. The readout of the start is drawn by the seed, between 0.8 and 1.25 of its scale.",
      cases: [
        { label: "quadratic", parameters: { decades: DRAWN } },
        { label: "cubic", parameters: { degree: "three", decades: DRAWN } },
      ],
      controls: ["decades"],
    },
  ],
});
