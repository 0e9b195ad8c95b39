/** Runs one stage at one ε, until its component is learnt. */
import { stream, uniform } from "../../../math/random.ts";
import { scaleOf } from "../../../theory/time-scales/predictions.ts";
import { singleComponent, stageStart, stageTime } from "../../../theory/time-scales/stageFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { single } from "../../single.ts";
import { BEGUN, crossingOf, DONE, flowing, HALF } from "../setting/flow.ts";
import { epsilonAt } from "../setting/parameters.ts";
import type { meta } from "./meta.ts";

/** In units of the time that the stage should take. */
const LONGEST = 10;
/** A₀ is drawn between these. */
const READOUTS = [0.8, 1.25] as const;
const DEGREE = { two: 2, three: 3 } as const;

export const run: Run<typeof meta> = (parameters, seed) => {
  const degree = DEGREE[parameters.degree];
  const epsilon = epsilonAt(single(parameters.decades));
  const [least, most] = READOUTS;
  const readout = least + (most - least) * uniform(stream(seed, "readouts"), 0);
  const expected = stageTime(degree, readout) * scaleOf(degree, epsilon);
  const whole = flowing(
    { ...singleComponent(degree), epsilon },
    stageStart(degree, epsilon, readout),
    LONGEST * expected,
    ({ crossings }) => crossingOf(crossings, degree, DONE) !== undefined,
  );
  return iterated(whole, {
    onlyAtEnd: true,
    measure: ({ crossings }) => {
      const timeOf = (share: 0 | 1 | 2) => crossingOf(crossings, degree, share) ?? Number.NaN;
      return {
        quantities: { centre: timeOf(HALF) / expected },
        series: {
          epsilon: [epsilon],
          centre: [timeOf(HALF) / expected],
          width: [timeOf(DONE) - timeOf(BEGUN)],
        },
      };
    },
  });
};
