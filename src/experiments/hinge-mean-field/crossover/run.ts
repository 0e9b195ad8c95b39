/** Trains a network at one α until half of its examples are satisfied. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { trainingOf } from "../setting/network.ts";
import { drawn, type SampleLook, sampleLookerAt } from "../setting/watched.ts";
import { type meta, STRIDE } from "./meta.ts";
import { settingAt } from "./setting.ts";
import { together } from "./sweep.ts";

/** Steps after which a run is given up. */
const MOST_STEPS = 2000;

export const run: Run<typeof meta> = (parameters, seed) => {
  const setting = settingAt(parameters, single(parameters.halfDecades));
  const all = drawn(setting, seed);
  const lookAt = sampleLookerAt(setting, all);
  const first = lookAt({ network: all.start, time: 0 });
  return trained(trainingOf(setting, { ...all, steps: MOST_STEPS }), {
    onlyAtEnd: true,
    trace: { every: STRIDE, take: lookAt },
    until: (looks) => (looks.at(-1)?.unsatisfied ?? 1) <= 0.5,
    measure: (_, later) => {
      const { growth, movement } = atHalf([first, ...later]);
      return together({ scale: [setting.scale], growth: [growth], movement: [movement] }, parameters);
    },
  });
};

/** What a line through the looks before and after half of the examples are satisfied says of that moment. */
function atHalf(looks: readonly SampleLook[]) {
  const after = looks.findIndex(({ unsatisfied }) => unsatisfied <= 0.5);
  const [before, then] = [looks[after - 1], looks[after]];
  if (!before || !then) return { growth: Number.NaN, movement: Number.NaN };
  const share = (before.unsatisfied - 0.5) / (before.unsatisfied - then.unsatisfied);
  const between = (name: "growth" | "movement") => before[name] + share * (then[name] - before[name]);
  return { growth: between("growth"), movement: between("movement") };
}
