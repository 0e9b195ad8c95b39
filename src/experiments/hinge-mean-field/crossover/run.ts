/** Trains a network at one α until half of its examples are satisfied. */
import { median } from "../../../math/statistics.ts";
import { dot } from "../../../math/vectors.ts";
import { growthToSatisfy } from "../../../theory/hinge-mean-field/growth.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { nodesOf, trainingOf } from "../setting/network.ts";
import { MARGIN } from "../setting/parameters.ts";
import { type Drawn, drawn, type SampleLook, sampleLookerAt } from "../setting/watched.ts";
import { LOOKED_AT } from "../setting/workload.ts";
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
      const expected = expectedFor(all, setting.scale, setting.inputs);
      return together(
        { scale: [setting.scale], growth: [growth], movement: [movement], expected: [expected] },
        parameters,
      );
    },
  });
};

/** What a line through the looks before and after half of the examples are satisfied says of that moment; the start, where they are then. */
function atHalf(looks: readonly SampleLook[]) {
  const after = looks.findIndex(({ unsatisfied }) => unsatisfied <= 0.5);
  const [before, then] = [looks[after - 1], looks[after]];
  if (!then) return { growth: Number.NaN, movement: Number.NaN };
  if (!before) return then;
  const share = (before.unsatisfied - 0.5) / (before.unsatisfied - then.unsatisfied);
  const between = (name: "growth" | "movement") => before[name] + share * (then[name] - before[name]);
  return { growth: between("growth"), movement: between("movement") };
}

/** γ at half by the theory, with the mean square of the nodes and the median |x∥| of the examples that were drawn. */
function expectedFor({ start, sample }: Drawn, scale: number, inputDimension: number): number {
  const { readouts, along } = nodesOf(start);
  const square = (dot(readouts, readouts) + dot(along, along)) / (2 * readouts.length);
  const middle = median(Array.from(sample.projections.subarray(0, LOOKED_AT.sample), Math.abs));
  return growthToSatisfy(middle, { inputDimension, scale: scale * square, margin: MARGIN });
}
