/** Describes a training in which each example is asked when it becomes satisfied. */
import { experiment } from "../../experiment.ts";
import { meta as orbit } from "../orbit/meta.ts";
import { refusedStart, SMALL } from "../setting/parameters.ts";
import { LOOKED_AT, secondsOf, stepsUntil } from "../setting/workload.ts";

/** Looks at a run, about. */
const LOOKS = 120;

export const strideOf = (given: Parameters<typeof secondsOf>[0] & { readonly duration: number }) =>
  Math.max(1, Math.floor(stepsUntil(given.duration, given) / LOOKS));

export const meta = experiment({
  title: "When each example is satisfied",
  source: { paper: "pellegrini2020", where: "Fig. 1d at a smaller size, and its caption" },
  parameters: orbit.parameters,
  defaults: { ...SMALL, duration: 200 },
  refuses: refusedStart,
  computes: orbit.computes,
  cost: (given) =>
    secondsOf(given, stepsUntil(given.duration, given), (LOOKS * LOOKED_AT.sample) / LOOKED_AT.unseen),
  frameStride: strideOf,
  quantities: {
    satisfied: { label: "Satisfied examples" },
    meanMiss: { label: "Largest relative miss of the mean |x∥| of examples satisfied together", digits: 2 },
    spread: { label: "Their spread over that of the dashed band, in the mean", digits: 2 },
    relation: { label: "Correlation of log |x∥| and log t_sat", digits: 2 },
  },
  series: {
    size: { label: "|x∥| of each example", shape: ["examples"] },
    time: {
      label: "When it was first satisfied; 0 where it is not yet",
      symbol: "t_sat",
      shape: ["examples"],
    },
  },
  figures: [
    {
      id: "satisfied",
      title: "Far examples first",
      caption:
        "For a thousand examples of the sample, or all of a smaller one, when it was first satisfied, against how far it is from the boundary. The line is the theory; dashed around it, a standard deviation of what finitely many nodes add.",
      controls: ["width", "samples", "scale", "duration", "flipped", "data", "inputs"],
    },
  ],
});
