/** Trains a network, and compares it with the theory at every look. */
import { growthAt, thresholdAt } from "../../../theory/hinge-mean-field/growth.ts";
import { earlyRate, stoppedGrowth } from "../../../theory/hinge-mean-field/limits.ts";
import type { Nodes } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Looks, Run } from "../../driver/course.ts";
import { trainedInPieces } from "../../driver/divided.ts";
import { type Trained, trained } from "../../driver/trained.ts";
import type { QuantityOf, SeriesOf } from "../../experiment.ts";
import { seenAt } from "../../listed.ts";
import { dividedTrainingOf, nodesOf, trainingOf } from "../setting/network.ts";
import { growingOf, type Setting } from "../setting/parameters.ts";
import {
  type Drawn,
  drawn,
  expectedUnsatisfied,
  type Look,
  lookerAt,
  type Moment,
  type NodesLook,
  nodesLookerAt,
} from "../setting/watched.ts";
import { isDivided, stepsUntil } from "../setting/workload.ts";
import { type meta, strideOf } from "./meta.ts";

/** Most nodes that are drawn. */
const DRAWN = 200;
/** γ up to which growth is early: its line and the theory are then the same to a per cent. */
const EARLY = 0.5;

export const run: Run<typeof meta> = (parameters, seed) => {
  const all = drawn(parameters, seed);
  const lookAt = lookerAt(parameters, all);
  const lookBetween: (moment: Moment) => NodesLook & Partial<Look> = isDivided(parameters)
    ? nodesLookerAt(all.start)
    : lookAt;
  const growing = growingOf(parameters);
  const gaussian = growingOf({ ...parameters, data: "gaussian", flipped: 0 });
  // Only once it is asked for, since a worker that helps with a training looks at nothing.
  let begin: Look | undefined;
  const first = () => {
    begin ??= lookAt({ network: all.start, time: 0 });
    return begin;
  };
  const before = shownOf(nodesOf(all.start));
  const { duration } = parameters;
  const looks: Looks<Trained<Float32Array>, Look, QuantityOf<typeof meta>, SeriesOf<typeof meta>> = {
    fromStart: true,
    trace: { every: strideOf(parameters), take: lookAt },
    measure: ({ network, time }, later) => {
      const looks = [first(), ...later];
      // On its way from look to look, a training that is divided shows no more than its weights say.
      const now = looks.find((look) => look.time === time) ?? lookBetween({ network, time });
      const { growth, miss, unsatisfied, test } = now;
      const { readouts, along } = shownOf(nodesOf(network));
      return {
        quantities: {
          time,
          growth,
          predicted: growthAt([time], growing)[0],
          miss,
          unsatisfied,
          test,
          earlyRatio: earlyRatio(later, earlyRate(gaussian)),
          ...missesOf(later, parameters, all),
          stopRatio: parameters.flipped > 0 ? growth / stoppedGrowth(parameters.flipped, growing) : undefined,
          testRise: test === undefined ? undefined : test / Math.min(...looks.map((look) => look.test)),
        },
        series: {
          ...seenAt(looks, ["time", "growth", "unsatisfied", "train", "test"]),
          startReadout: before.readouts,
          startAlong: before.along,
          readout: readouts,
          along,
        },
      };
    },
  };
  return isDivided(parameters)
    ? trainedInPieces(dividedTrainingOf(parameters, { ...all, duration }, seed), looks)
    : trained(trainingOf(parameters, { ...all, steps: stepsUntil(duration, parameters) }), looks);
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
function missesOf(looks: readonly Look[], setting: Setting, all: Drawn) {
  if (looks.length === 0) return {};
  const growing = growingOf(setting);
  const expected = growthAt(
    looks.map(({ time }) => time),
    growing,
  );
  const largest = (missOf: (look: Look, growth: number) => number) =>
    Math.max(...looks.map((look, k) => Math.abs(missOf(look, expected[k] as number))));
  return {
    growthMiss: largest((look, growth) => look.growth / growth - 1),
    unsatisfiedMiss: largest(
      (look, growth) => look.unsatisfied - expectedUnsatisfied(setting, all, thresholdAt(growth, growing)),
    ),
  };
}
