/** Runs the reduced flow at one ε, until its last component is halved or the time is up. */
import { reducedStart } from "../../../theory/time-scales/reducedFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { single } from "../../single.ts";
import { crossingOf, type Flowing, flowing, HALF } from "../setting/flow.ts";
import { componentsOf, DEGREES, epsilonAt } from "../setting/parameters.ts";
import { startReadouts } from "../setting/readouts.ts";
import type { meta } from "./meta.ts";

/** Time after which what is not halved counts as not learnt. */
const LONGEST = 10;

export const run: Run<typeof meta> = (parameters, seed) => {
  const { atoms, readouts, decades } = parameters;
  const epsilon = epsilonAt(single(decades));
  const flow = { ...componentsOf(parameters), epsilon };
  const start = reducedStart(startReadouts(readouts, atoms, seed));
  const isHalved = ({ crossings }: Flowing) =>
    DEGREES.every((degree) => flow.target[degree] === 0 || crossingOf(crossings, degree, HALF) !== undefined);
  return iterated(flowing(flow, start, LONGEST, isHalved), {
    onlyAtEnd: true,
    measure: ({ crossings, participation }) => {
      const [time0, time1, time2, time3] = DEGREES.map((degree) =>
        flow.target[degree] === 0 ? undefined : crossingOf(crossings, degree, HALF),
      );
      const listed = (value: number | undefined) => [value ?? Number.NaN];
      return {
        quantities: { separation: time2 && time3 && time3 / time2 },
        series: {
          epsilon: [epsilon],
          time0: listed(time0),
          time1: listed(time1),
          time2: listed(time2),
          time3: listed(time3),
          participation: listed(participation || undefined),
        },
      };
    },
  });
};
