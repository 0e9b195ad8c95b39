/** Trains a network, and compares it with the theory at every look. */
import { type Growing, growthAt, thresholdAt } from "../../../theory/hinge-mean-field/growth.ts";
import { earlyRate, stoppedGrowth } from "../../../theory/hinge-mean-field/limits.ts";
import type { Nodes } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { nodesOf, trainingOf } from "../setting/network.ts";
import { growingOf } from "../setting/parameters.ts";
import { type Drawn, drawn, expectedUnsatisfied, type Look, lookerAt } from "../setting/watched.ts";
import { stepsUntil } from "../setting/workload.ts";
import { type meta, strideOf } from "./meta.ts";

/** Most nodes that are drawn. */
const DRAWN = 200;
/** γ up to which growth is early: its line and the theory are then the same to a per cent. */
const EARLY = 0.5;

export const run: Run<typeof meta> = (parameters, seed) => {
  const all = drawn(parameters, seed);
  const lookAt = lookerAt(parameters, all);
  const growing = growingOf(parameters);
  const gaussian = growingOf({ ...parameters, data: "gaussian", flipped: 0 });
  const first = lookAt({ network: all.start, time: 0 });
  const before = shownOf(nodesOf(all.start));
  const steps = stepsUntil(parameters.duration, parameters);
  return trained(trainingOf(parameters, { ...all, steps }), {
    fromStart: true,
    trace: { every: strideOf(parameters), take: lookAt },
    measure: ({ network, time }, later: readonly Look[]) => {
      const looks = [first, ...later];
      const now = looks.find((look) => look.time === time) ?? lookAt({ network, time });
      const { readouts, along } = shownOf(nodesOf(network));
      const predicted = growthAt([time], growing)[0] as number;
      return {
        quantities: {
          time,
          growth: now.growth,
          predicted,
          miss: now.miss,
          unsatisfied: now.unsatisfied,
          test: now.test,
          earlyRatio: earlyRatio(later, earlyRate(gaussian)),
          ...missesOf(later, growing, all),
          stopRatio:
            parameters.flipped > 0 ? now.growth / stoppedGrowth(parameters.flipped, growing) : undefined,
          testRise: now.test / Math.min(...looks.map(({ test }) => test)),
        },
        series: {
          time: looks.map((look) => look.time),
          growth: looks.map(({ growth }) => growth),
          unsatisfied: looks.map(({ unsatisfied }) => unsatisfied),
          train: looks.map(({ train }) => train),
          test: looks.map(({ test }) => test),
          startReadout: before.readouts,
          startAlong: before.along,
          readout: readouts,
          along,
        },
      };
    },
  });
};

function shownOf({ readouts, along }: Nodes): Nodes {
  return { readouts: readouts.slice(0, DRAWN), along: along.slice(0, DRAWN) };
}

/** γ/t at the last early look, over a rate. */
function earlyRatio(looks: readonly Look[], rate: number): number | undefined {
  const early = looks.filter(({ growth }) => growth < EARLY).at(-1);
  return early && early.growth / (early.time * rate);
}

/** The largest misses of γ, relative, and of the unsatisfied share over all looks. */
function missesOf(looks: readonly Look[], growing: Growing, all: Drawn) {
  if (looks.length === 0) return {};
  const expected = growthAt(
    looks.map(({ time }) => time),
    growing,
  );
  const largest = (missOf: (look: Look, growth: number) => number) =>
    Math.max(...looks.map((look, k) => Math.abs(missOf(look, expected[k] as number))));
  return {
    growthMiss: largest((look, growth) => look.growth / growth - 1),
    unsatisfiedMiss: largest(
      (look, growth) => look.unsatisfied - expectedUnsatisfied(all, thresholdAt(growth, growing)),
    ),
  };
}
