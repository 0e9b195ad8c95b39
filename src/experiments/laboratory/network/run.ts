/** Runs the network of the laboratory, and looks at it through all lenses. */
import type { Network } from "../../../engine/network.ts";
import { DivergedError } from "../../../engine/train.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { trained } from "../../driver/trained.ts";
import { onePassFor } from "../setting/onePass.ts";
import type { Setup } from "../setting/setup.ts";
import { sightsOf } from "../setting/sights.ts";
import { underwayFor } from "../setting/underway.ts";
import { strideOf } from "../setting/workload.ts";
import type { meta } from "./meta.ts";

export const run: Run<typeof meta> = function* (setup, seed) {
  if (setup.rule === "onePass") return onePass(setup, seed);
  const underway = yield* underwayFor(setup, seed);
  const { keep, measure } = sightsOf(underway);
  return trained(underway.training, {
    fromStart: true,
    trace: { every: strideOf(setup), take: keep },
    measure,
  });
};

/** A network and how many examples it has met: plain data. */
interface Met {
  readonly network: Network<Float64Array>;
  readonly examples: number;
}

/** A step of the driver is as many examples as lie between two looks. */
function onePass(setup: Setup, seed: number) {
  const { start, descend, ...underway } = onePassFor(setup, seed);
  const { keep, measure } = sightsOf({ start, ...underway });
  const momentOf = ({ network, examples }: Met) => ({
    network,
    step: examples,
    time: examples * setup.rate,
    risk: Number.NaN,
  });
  return iterated(
    {
      start: { network: start, examples: 0 },
      next: ({ network, examples }: Met): Met => {
        const to = Math.min(setup.steps, examples + strideOf(setup));
        const next = descend(network, { from: examples, to });
        assertFinite(next, to);
        return { network: next, examples: to };
      },
      isOver: ({ examples }) => examples >= setup.steps,
      share: ({ examples }) => examples / setup.steps,
    },
    {
      fromStart: true,
      trace: { every: 1, take: (met) => keep(momentOf(met)) },
      measure: (met, kept, isWanted) => measure(momentOf(met), kept, isWanted),
    },
  );
}

/** @throws DivergedError */
function assertFinite({ outputWeights, inputWeights }: Network<Float64Array>, examples: number): void {
  if (outputWeights.every(Number.isFinite) && inputWeights.every(Number.isFinite)) return;
  throw new DivergedError(examples, Number.NaN);
}
