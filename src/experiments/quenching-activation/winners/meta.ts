/** Describes many trainings from other starts and samples: how many neurons are activated in each. */
import { DRAWS } from "../../draws.ts";
import { experiment } from "../../experiment.ts";
import { meta as activation } from "../activation/meta.ts";
import { refusedTarget } from "../setting/target.ts";

export const meta = experiment({
  title: "How many neurons win, over many draws",
  source: activation.source,
  parameters: {
    ...activation.parameters,
    draws: DRAWS,
  },
  defaults: { ...activation.defaults, rate: 1, draws: 12 },
  refuses: refusedTarget,
  computes: (given) => activation.computes(given),
  cost: (given) => given.draws * activation.cost(given),
  frameStride: () => 2000,
  seedsUsed: ({ draws }) => draws,
  quantities: {
    single: { label: "Networks in which one neuron is activated" },
    several: { label: "Networks in which two or three are" },
    medianEffective: { label: "Median effective number of neurons", symbol: "N_eff" },
  },
  series: {
    activated: { label: "Activated neurons of each network", shape: ["networks"] },
    effectiveNeurons: { label: "Its effective number of neurons", shape: ["networks"] },
    test: { label: "Its test error", shape: ["networks"] },
  },
  figures: [
    {
      id: "winners",
      title: "One winner, two or three",
      caption:
        "The same training from other starts and samples. First, how many networks end with so many activated neurons. Then each network’s test error against its effective number of neurons.",
      controls: ["width", "samples", "draws", "scaling", "inputs", "duration", "target", "teachers"],
    },
  ],
});
