/** A training that is looked at from its start on: how far the nodes have moved, which examples are satisfied, what is wrong. */
import type { Network } from "../../../engine/network.ts";
import { relativeChange } from "../../../math/vectors.ts";
import { growthBetween, missOf } from "../../../theory/hinge-mean-field/orbit.ts";
import type { Trained } from "../../driver/trained.ts";
import { type Examples, examplesOf, nodesOf, outputFactor, outputsAt, sampleOf, startOf } from "./network.ts";
import { MARGIN, type Setting } from "./parameters.ts";
import { isDivided, lookedAt } from "./workload.ts";

/** What a seed draws. */
export interface Drawn {
  readonly start: Network;
  readonly sample: Examples;
  /** Examples that training does not see, with true labels. */
  readonly test: Examples;
}

export function drawn(setting: Setting, seed: number): Drawn {
  // Of a sample that is divided, what is looked at is drawn by itself.
  const count = isDivided(setting) ? Math.min(lookedAt(setting).sample, setting.samples) : setting.samples;
  return {
    start: startOf(setting, seed),
    sample: sampleOf(setting, seed, 0, count),
    test: examplesOf(setting, lookedAt(setting).unseen, { seed, purpose: "test examples" }),
  };
}

/** The network at one moment, by its weights alone: plain data. */
export interface NodesLook {
  readonly time: number;
  /** γ, by least squares over all nodes. */
  readonly growth: number;
  /** Distance of the nodes from their hyperbolas at this γ, relative. */
  readonly miss: number;
  /** Root of the mean square of the changes of the readouts, over that of the readouts at the start. */
  readonly movement: number;
}

/** And on the sample. */
export interface SampleLook extends NodesLook {
  /** Share of the examples with α y f < h. */
  readonly unsatisfied: number;
  /** Share of the sample that is on the wrong side. */
  readonly train: number;
}

/** And on the examples that training does not see. */
export interface Look extends SampleLook {
  readonly test: number;
}

/** What is looked at. */
export type Moment = Pick<Trained<Float32Array>, "network" | "time">;

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
  const lookAt = nodesLookerAt(start);
  const factor = outputFactor(setting);
  const count = Math.min(lookedAt(setting).sample, sample.sampleSize);
  return (moment: Moment): SampleLook => {
    const f = outputsAt(moment.network, sample, count, factor);
    return {
      ...lookAt(moment),
      unsatisfied: shareOf(f, (output, i) => output * (sample.targets[i] as number) < MARGIN),
      train: wrongShare(f, sample),
    };
  };
}

/** What takes no examples. */
export function nodesLookerAt(start: Network) {
  const before = nodesOf(start);
  return ({ network, time }: Moment): NodesLook => {
    const now = nodesOf(network);
    const growth = growthBetween(before, now);
    return {
      time,
      growth,
      miss: missOf(before, now, growth),
      movement: relativeChange(now.readouts, before.readouts),
    };
  };
}

/** Share of the examples that are looked at with |x∥| below a threshold, or with a flipped label: unsatisfied by the theory. */
export function expectedUnsatisfied(
  setting: Setting,
  { sample }: Pick<Drawn, "sample">,
  threshold: number,
): number {
  const seen = sample.projections.subarray(0, lookedAt(setting).sample);
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
