/** Trains one network until its nodes have moved by γ, and counts what it gets wrong. */
import { growthBetween } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { nodesOf, trainingOf } from "../setting/network.ts";
import { SMALL } from "../setting/parameters.ts";
import { drawn, lookerAt } from "../setting/watched.ts";
import type { meta } from "./meta.ts";
import { together } from "./sweep.ts";

/** Steps after which a run is given up. */
const MOST_STEPS = 2000;

export const run: Run<typeof meta> = (parameters, seed) => {
  const { widths, samples, inputs, step } = parameters;
  const setting = { ...SMALL, width: single(widths), samples, inputs, step };
  const all = drawn(setting, seed);
  const lookAt = lookerAt(setting, all);
  const before = nodesOf(all.start);
  return trained(trainingOf(setting, { ...all, steps: MOST_STEPS }), {
    onlyAtEnd: true,
    trace: { every: 1, take: ({ network }) => growthBetween(before, nodesOf(network)) },
    until: (growths) => (growths.at(-1) ?? 0) >= parameters.growth,
    measure: (now) => {
      const { growth, test } = lookAt(now);
      return together({ width: [setting.width], growth: [growth], test: [test] }, parameters);
    },
  });
};
