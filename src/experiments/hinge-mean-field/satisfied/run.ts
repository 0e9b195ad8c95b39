/** Trains a network and notes at which look each example is satisfied first. */
import { log } from "../../../math/elementary.ts";
import { mean, standardDeviation } from "../../../math/statistics.ts";
import { growthAt, thresholdAt } from "../../../theory/hinge-mean-field/growth.ts";
import { scatterOf } from "../../../theory/hinge-mean-field/limits.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { outputFactor, outputsAt, trainingOf } from "../setting/network.ts";
import { growingOf, MARGIN } from "../setting/parameters.ts";
import { drawn } from "../setting/watched.ts";
import { LOOKED_AT, stepsUntil } from "../setting/workload.ts";
import { type meta, strideOf } from "./meta.ts";

/** Bins of time, each from its beginning to 1.5 times that, and fewest examples in one that counts. */
const BIN = 1.5;
const FEWEST = 20;
/** Time from which on examples are binned: before, growth is that of the start. */
const FIRST_TIME = 20;

/** An example that is satisfied: |x∥|, when it was first, midway to the look before, and what the theory says of that time. */
interface Example {
  readonly size: number;
  readonly time: number;
  readonly threshold: number;
  readonly scatter: number;
}

interface Look {
  readonly time: number;
  /** y α f of each example. */
  readonly margins: Float64Array;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { start, sample } = drawn(parameters, seed);
  const count = Math.min(LOOKED_AT.sample, sample.sampleSize);
  const factor = outputFactor(parameters);
  const growing = growingOf(parameters);
  const sizes = sample.projections.subarray(0, count).map(Math.abs);
  return trained(
    trainingOf(parameters, { start, sample, steps: stepsUntil(parameters.duration, parameters) }),
    {
      trace: {
        every: strideOf(parameters),
        take: ({ network, time }): Look => ({
          time,
          margins: outputsAt(network, sample, count, factor).map((f, i) => f * (sample.targets[i] as number)),
        }),
      },
      measure: (_, looks) => {
        const middles = looks.map(({ time }, k) => (time + (looks[k - 1]?.time ?? 0)) / 2);
        const growths = growthAt(middles, growing);
        const examples = Array.from(sizes, (size, i): Example | undefined => {
          const k = looks.findIndex(({ margins }) => (margins[i] as number) >= MARGIN);
          if (k < 0) return undefined;
          const growth = growths[k] as number;
          return {
            size,
            time: middles[k] as number,
            threshold: thresholdAt(growth, growing),
            scatter: scatterOf(growth, parameters.inputs, parameters.width),
          };
        });
        const satisfied = examples.filter((each) => each !== undefined);
        return {
          quantities: {
            satisfied: satisfied.length,
            ...binned(satisfied),
            relation: correlation(
              satisfied.map(({ size }) => log(size)),
              satisfied.map(({ time }) => log(time)),
            ),
          },
          series: { size: sizes, time: examples.map((each) => each?.time ?? 0) },
        };
      },
    },
  );
};

/** Over bins of time: the largest miss of the mean |x∥|, and the mean ratio of spreads. */
function binned(satisfied: readonly Example[]) {
  const latest = Math.max(0, ...satisfied.map(({ time }) => time));
  const misses: number[] = [];
  const ratios: number[] = [];
  for (let from = FIRST_TIME; from * BIN <= latest; from *= BIN) {
    const inside = satisfied.filter(({ time }) => time >= from && time < from * BIN);
    if (inside.length < FEWEST) continue;
    // The threshold falls within a bin: each example is compared with where it was at its own time.
    const off = inside.map(({ size, threshold }) => size - threshold);
    misses.push(Math.abs(mean(off) / mean(inside.map(({ threshold }) => threshold))));
    ratios.push(standardDeviation(off) / mean(inside.map(({ scatter }) => scatter)));
  }
  return misses.length > 0 ? { meanMiss: Math.max(...misses), spread: mean(ratios) } : {};
}

function correlation(x: readonly number[], y: readonly number[]): number | undefined {
  if (x.length < FEWEST) return undefined;
  const [centreX, centreY] = [mean(x), mean(y)];
  const together = mean(x.map((each, k) => (each - centreX) * ((y[k] as number) - centreY)));
  return (together * x.length) / ((x.length - 1) * standardDeviation(x) * standardDeviation(y));
}
