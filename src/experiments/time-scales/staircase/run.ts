/** Runs the reduced flow once, and looks at it at every step. */
import { log } from "../../../math/elementary.ts";
import {
  constantTime,
  linearTime,
  linearWidth,
  plateauAfter,
} from "../../../theory/time-scales/predictions.ts";
import { reducedStart, residuals, riskOf } from "../../../theory/time-scales/reducedFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { BEGUN, crossingOf, DONE, type Flowing, flowing, HALF, spread } from "../setting/flow.ts";
import { componentsOf } from "../setting/parameters.ts";
import { startReadouts, variance } from "../setting/readouts.ts";
import { type meta, shownGroups } from "./meta.ts";

/** Most looks that are handed out. */
const MOST_LOOKS = 400;

interface Look {
  readonly time: number;
  readonly residual: Float64Array;
  readonly readout: Float64Array;
  readonly overlap: Float64Array;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { epsilon, atoms, readouts, duration } = parameters;
  const flow = { ...componentsOf(parameters), epsilon };
  const start = startReadouts(readouts, atoms, seed);
  const groups = shownGroups(atoms);
  const lookAt = ({ t, y }: Flowing): Look => ({
    time: t,
    residual: residuals(flow, y),
    readout: Float64Array.from(groups, (i) => y[i] as number),
    overlap: Float64Array.from(groups, (i) => y[atoms + i] as number),
  });
  const whole = flowing(flow, reducedStart(start), duration);
  const first = lookAt(whole.start);
  return iterated(whole, {
    fromStart: true,
    trace: { every: 1, take: lookAt },
    measure: (now, later: readonly Look[]) => {
      const looks = spread([first, ...later], MOST_LOOKS);
      const timeOf = (degree: number, share: 0 | 1 | 2 = HALF) =>
        flow.target[degree] === 0 ? undefined : crossingOf(now.crossings, degree, share);
      const [times, begun, done] = [
        [0, 1, 2, 3].map((degree) => timeOf(degree)),
        timeOf(1, BEGUN),
        timeOf(1, DONE),
      ];
      const linear = {
        target: flow.target[1] as number,
        activation: flow.activation[1] as number,
        variance: variance(start),
      };
      const plateaus = [0, 1, 2].map((degree) => {
        const [from, to] = [times[degree], times[degree + 1]];
        if (from === undefined || to === undefined) return undefined;
        return riskAt([first, ...later], Math.sqrt(from * to)) / plateauAfter(degree, flow.target);
      });
      return {
        quantities: {
          risk: riskOf(residuals(flow, now.y)),
          time0: times[0],
          time1: times[1],
          time2: times[2],
          time3: times[3],
          constantRatio: over(times[0], constantTime(epsilon, flow.activation[0] as number)),
          linearRatio: over(times[1], linearTime(epsilon, linear)),
          widthRatio: over(begun && done && done - begun, linearWidth(epsilon, linear)),
          plateau0: plateaus[0],
          plateau1: plateaus[1],
          plateau2: plateaus[2],
          largestOverlap: largest(now.y.subarray(atoms)),
        },
        series: {
          time: looks.map(({ time }) => time),
          risk: looks.map(({ residual }) => riskOf(residual)),
          residual: looks.flatMap(({ residual }) => [...residual]),
          readout: looks.flatMap(({ readout }) => [...readout]),
          overlap: looks.flatMap(({ overlap }) => [...overlap]),
        },
      };
    },
  });
};

/** A quotient, where both are known and finite. */
function over(value: number | undefined, expected: number): number | undefined {
  const ratio = (value ?? Number.NaN) / expected;
  return Number.isFinite(ratio) ? ratio : undefined;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The risk at a time, on the line through the looks around it, in the logarithm of time. */
function riskAt(looks: readonly Look[], time: number): number {
  const after = looks.findIndex((look) => look.time >= time);
  const [before, at] = [looks[after - 1], looks[after]];
  if (!before || !at || before.time === 0) return Number.NaN;
  const [low, high] = [riskOf(before.residual), riskOf(at.residual)];
  const share = log(time / before.time) / log(at.time / before.time);
  return low + share * (high - low);
}
