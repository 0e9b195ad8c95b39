/** A training that is looked at from its start on: how far the nodes have moved, which examples are satisfied, what is wrong. */
import type { Network } from "../../../engine/network.ts";
import { growthBetween, missOf, type Nodes } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Trained } from "../../driver/trained.ts";
import {
  type Examples,
  examplesOf,
  nodesOf,
  outputFactor,
  outputsAt,
  startOf,
  withFlips,
} from "./network.ts";
import { MARGIN, type Setting } from "./parameters.ts";
import { LOOKED_AT } from "./workload.ts";

/** What a seed draws. */
export interface Drawn {
  readonly start: Network;
  readonly sample: Examples;
  /** Examples that training does not see, with true labels. */
  readonly test: Examples;
}

export function drawn(setting: Setting, seed: number): Drawn {
  const sample = examplesOf(setting, setting.samples, { seed, purpose: "examples" });
  return {
    start: startOf(setting, seed),
    sample: withFlips(sample, setting.flipped, seed),
    test: examplesOf(setting, LOOKED_AT.unseen, { seed, purpose: "test examples" }),
  };
}

/** The network at one moment, on the sample: plain data. */
export interface SampleLook {
  readonly time: number;
  /** γ, by least squares over all nodes. */
  readonly growth: number;
  /** Distance of the nodes from their hyperbolas at this γ, relative. */
  readonly miss: number;
  /** Root of the mean square of the changes of the readouts, over that of the readouts at the start. */
  readonly movement: number;
  /** Share of the examples with α y f < h. */
  readonly unsatisfied: number;
  /** Share of the sample that is on the wrong side. */
  readonly train: number;
}

/** And on the examples that training does not see. */
export interface Look extends SampleLook {
  readonly test: number;
}

type Moment = Pick<Trained<Float32Array>, "network" | "time">;

/** What looks at a network, given what it began with. */
export function lookerAt(setting: Setting, all: Drawn) {
  const lookAt = sampleLookerAt(setting, all);
  const factor = outputFactor(setting);
  const { test } = all;
  return (moment: Moment): Look => ({
    ...lookAt(moment),
    test: wrongShare(outputsAt(moment.network, test, test.sampleSize, factor), test),
  });
}

/** The same on the sample alone. */
export function sampleLookerAt(setting: Setting, { start, sample }: Pick<Drawn, "start" | "sample">) {
  const before = nodesOf(start);
  const factor = outputFactor(setting);
  const count = Math.min(LOOKED_AT.sample, sample.sampleSize);
  return ({ network, time }: Moment): SampleLook => {
    const now = nodesOf(network);
    const growth = growthBetween(before, now);
    const f = outputsAt(network, sample, count, factor);
    return {
      time,
      growth,
      miss: missOf(before, now, growth),
      movement: movementOf(before, now),
      unsatisfied: shareOf(f, (output, i) => output * (sample.targets[i] as number) < MARGIN),
      train: wrongShare(f, sample),
    };
  };
}

/** Share of the examples that are looked at with |x∥| below a threshold, or with a flipped label: unsatisfied by the theory. */
export function expectedUnsatisfied({ sample }: Pick<Drawn, "sample">, threshold: number): number {
  const seen = sample.projections.subarray(0, LOOKED_AT.sample);
  return shareOf(seen, (x, i) => x * (sample.targets[i] as number) < threshold);
}

/** Share of a sample on the wrong side. */
export function wrongShare(f: Float64Array, { targets }: Pick<Examples, "targets">): number {
  return shareOf(f, (output, i) => output * (targets[i] as number) <= 0);
}

export function shareOf(values: Float64Array, holds: (value: number, i: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (holds(values[i] as number, i)) count++;
  return count / values.length;
}

function movementOf({ readouts: before }: Nodes, { readouts: now }: Nodes): number {
  let [changes, sizes] = [0, 0];
  for (let k = 0; k < before.length; k++) {
    const change = (now[k] as number) - (before[k] as number);
    changes += change * change;
    sizes += (before[k] as number) * (before[k] as number);
  }
  return Math.sqrt(changes / sizes);
}
