/** Integrates γ to each of the times. */

import { power } from "../../../math/elementary.ts";
import { growthAt, growthRate, unsatisfiedAt } from "../../../theory/hinge-mean-field/growth.ts";
import { errorOfScatter, lateGrowth, scatterOf } from "../../../theory/hinge-mean-field/limits.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { growingOf } from "../setting/parameters.ts";
import { DECADES, type meta, TIMES } from "./meta.ts";

interface Reached {
  readonly time: number;
  readonly growth: number;
}

export const run: Run<typeof meta> = (parameters) => {
  const { duration, inputs, width } = parameters;
  const growing = growingOf({ ...parameters, data: "gaussian" });
  const timeAt = (step: number) => duration * power(10, DECADES * (step / TIMES - 1));
  const whole = {
    start: { time: 0, growth: 0 },
    next: (_: Reached, step: number) => {
      const time = timeAt(step);
      return { time, growth: growthAt([time], growing)[0] as number };
    },
    isOver: (_: Reached, step: number) => step >= TIMES,
    share: (_: Reached, step: number) => step / TIMES,
  };
  return iterated<Reached, Reached, keyof typeof meta.quantities, keyof typeof meta.series>(whole, {
    trace: { every: 1, take: (reached) => reached },
    measure: ({ time, growth }, reached) => ({
      quantities: {
        growth,
        slope: time * growthRate(growth, growing),
        lateMiss: growth - lateGrowth(time, growing),
        unsatisfied: unsatisfiedAt(growth, growing),
        scatterError: errorOfScatter(scatterOf(growth, inputs, width)),
      },
      series: { time: reached.map((each) => each.time), growth: reached.map((each) => each.growth) },
    }),
  });
};
