/** Trains a network on inputs of one law, and compares γ at every look with the theory that is told of one, the same or another. */
import { growthAt } from "../../../theory/hinge-mean-field/growth.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { seenAt } from "../../listed.ts";
import { trainingOf } from "../setting/network.ts";
import { growingOf, SMALL } from "../setting/parameters.ts";
import { drawn, sampleLookerAt } from "../setting/watched.ts";
import { stepsUntil } from "../setting/workload.ts";
import { type meta, strideOf } from "./meta.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const setting = { ...SMALL, ...parameters };
  const all = drawn(setting, seed);
  const told = growingOf({ ...setting, data: parameters.clock });
  return trained(trainingOf(setting, { ...all, steps: stepsUntil(parameters.duration, setting) }), {
    trace: { every: strideOf(setting), take: sampleLookerAt(setting, all) },
    measure: (_, looks) => {
      const { time, growth } = seenAt(looks, ["time", "growth"]);
      const expected = growthAt(time, told);
      const misses = growth.map((each, k) => Math.abs(each / (expected[k] as number) - 1));
      return {
        quantities: {
          growth: growth.at(-1),
          growthMiss: misses.length > 0 ? Math.max(...misses) : undefined,
        },
        series: { time, growth, expected },
      };
    },
  });
};
